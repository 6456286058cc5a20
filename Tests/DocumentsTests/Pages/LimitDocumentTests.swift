// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import SampleSupport
import Testing

@testable import DecisionAid

/// What limits of the person and contradictory facts leave in the documents.
struct LimitDocumentTests {
  private static func pages(
    _ sample: String, _ old: String = "", _ new: String = ""
  ) throws -> (handout: String, clinician: String, record: String, warnings: [String]) {
    let text = String(decoding: try Samples.bytes(sample), as: UTF8.self)
    try #require(old.isEmpty || text.contains(old))
    let bytes = Array(
      (old.isEmpty ? text : text.replacing(old, with: new, maxReplacements: 1)).utf8)
    var pipeline = try Samples.pipeline()
    let made = try pipeline.generate(bytes, file: "p.xml")
    let record = try #require(made.files.last)
    return (
      try Samples.page(made, "handout.html").text, try Samples.page(made, "clinician.html").text,
      String(decoding: record.bytes, as: UTF8.self), made.warnings.map { "\($0)" }
    )
  }

  @Test("An option past a limit is named with its reason in both documents, outside the ranking")
  func namesTheReason() throws {
    let pages = try Self.pages("29-limits-eu")
    for (option, criterion) in [
      ("vertebroplasty", "cement-leak"), ("kyphoplasty", "serious-harm"),
    ] {
      let found = try Said.values("phrase.limit-broken", in: pages.handout)
      let (option, name) = (
        try Said.text("option.\(option).name"), try Said.text("criterion.\(criterion).inline")
      )
      #expect(found.contains { $0["option"] == option && $0["name"] == name }, "\(found)")
    }
    #expect(try pages.handout.says("phrase.left-out"))
    #expect(try pages.clinician.says("phrase.state-past-limit"))
    #expect(
      pages.record.contains(
        "<limit alternative=\"vertebroplasty\" criterion=\"cement-leak\" states=\"broken broken\">")
    )
    let document = try Samples.document("29-limits-eu")
    for answer in document.analysis.answers { #expect(answer.comparison == nil) }
  }

  @Test("A limit on a level that no study measured is joined with what is not known")
  func saysThatALimitIsNotKnown() throws {
    let limit = "</weighting><limit criterion=\"further-collapse\" atMost=\"30\"/>"
    let pages = try Self.pages("01-swing-us", "</weighting>", limit)
    let known = try Said.values("phrase.limit-at-most", in: pages.handout)
    let open = try Said.values("phrase.limit-not-known", in: pages.handout)
    let option = try Said.text("option.kyphoplasty.inline")
    #expect(known.count == 1 && open.map { $0["options"] } == [option], "\(pages.handout)")
    #expect(try pages.clinician.says("phrase.limit-not-known-clinician"))
    #expect(
      pages.record.contains(
        "<limit alternative=\"kyphoplasty\" criterion=\"further-collapse\" states=\"notKnown notKnown\">"
      ))
    // A limit that every level keeps is no finding.
    let kept = try Self.pages(
      "01-swing-us", "</weighting>", "</weighting><limit criterion=\"cement-leak\" atMost=\"90\"/>")
    #expect(try !kept.handout.says("phrase.limit-not-known"))
    #expect(try !kept.clinician.says("phrase.limit-not-known-clinician"))
    #expect(!kept.record.contains("states="))
  }

  /// A change that makes facts contradict each other, the id and the facts that are named.
  static let contradictions: [(old: String, new: String, id: String, facts: String)] = [
    ("\"mri-done\" value=\"yes\"", "\"mri-done\" value=\"no\"", "mri", "mri-done, mri-oedema"),
    (
      "\"pain-course\" value=\"steady\"", "\"pain-course\" value=\"none\"", "pain",
      "pain-score, pain-course"
    ),
    (
      "\"cause\" value=\"osteoporosis\"", "\"cause\" value=\"cancer\"", "cancer",
      "cause, cancer-signs"
    ),
  ]

  @Test("Facts that contradict each other are named, and no answer is", arguments: contradictions)
  func namesContradictions(old: String, new: String, id: String, facts: String) throws {
    let pages = try Self.pages("01-swing-us", old, new)
    try #require(pages.warnings.count == 1, "\(pages.warnings)")
    #expect(pages.warnings[0].contains("contradict each other: \(facts)."))
    #expect(pages.warnings[0].hasPrefix("p.xml:"))
    #expect(pages.record.contains("<contradiction id=\"\(id)\">"))
    #expect(try pages.clinician.says("contradiction.\(id).clinician"))
    let plain = try Self.pages("01-swing-us")
    #expect(plain.warnings.isEmpty && !plain.record.contains("<contradiction "))
    #expect(try !plain.clinician.says("contradiction.\(id).clinician"))
  }

  @Test("A fact that is not known contradicts nothing")
  func theUnknownContradictsNothing() throws {
    let pages = try Self.pages(
      "01-swing-us", "\"mri-done\" value=\"yes\"", "\"mri-done\" value=\"unknown\"")
    #expect(pages.warnings.isEmpty && !pages.record.contains("<contradiction "))
  }

  @Test("The handout says that averages are no forecast", arguments: Samples.withHandout)
  func saysThatAveragesAreNoForecast(_ name: String) throws {
    let document = try Samples.document(name)
    let text = document.handout.sections.flatMap(\.blocks).flatMap { block -> [String] in
      switch block {
      case .paragraph(let paragraph, _): [paragraph.plain]
      case .shared(let shared):
        shared.blocks.compactMap { inner in
          if case .paragraph(let paragraph, _) = inner { paragraph.plain } else { nil }
        }
      default: []
      }
    }
    #expect(try text.contains { try $0.says("handout.about.honest") })
  }
}
