// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import Documents
import EvidencePack
import Foundation
import Markup
import SampleSupport
import Testing

/// A person to whom a rule applies that cannot wait gets one page that says what to do now, and
/// nothing to choose from.
@Suite struct UrgentSheetTests {
  /// A sample, the rule that applies, the emergency number of its place, and the bones that
  /// the sheet names.
  struct Case: Sendable {
    let name: String
    let rule: String
    let number: String
    let levels: String
  }

  static let cases = [
    Case(
      name: "13-stop-nerve-signs-us", rule: "neuro_deficit", number: "911",
      levels: "L1"),
    Case(
      name: "14-stop-infection-eu", rule: "active_infection", number: "112",
      levels: "L1"),
    Case(
      name: "20-stop-unstable-eu", rule: "unstable_or_high_energy", number: "112",
      levels: ""),
    Case(
      name: "45-many-cautions-us", rule: "infection_mimic", number: "911",
      levels: "T4, T7, T8 and L2"),
  ]

  @Test("One page stands in place of the handout, with the number of the place", arguments: cases)
  func onePageStandsInPlaceOfTheHandout(_ sample: Case) throws {
    let made = try Samples.generate(sample.name)
    #expect(made.files.map(\.name) == ["urgent.html", "clinician.html", "record.xml"])
    let page = try Samples.page(made, "urgent.html")
    let text = page.text
    for words in [sample.number, sample.levels] { #expect(words.isEmpty || text.contains(words)) }
    let rule = sample.rule.replacing("_", with: "-")
    for id in ["urgent.title", "urgent.team.title"]
      + ["happening", "act", "wait"].map({ "rule.\(rule).\($0)" })
    { #expect(try text.says(id), "\(id)") }
    for id in [
      "handout.next-steps.after.vertebroplasty", "handout.next-steps.after.care",
      "handout.side-by-side.title", "phrase.verdict-clearly", "phrase.verdict-depends",
    ] { #expect(try !text.says(id), "\(id)") }
    #expect(try page.section("team")?.text.says("phrase.urgent-fill-medicine") == true)
  }

  @Test("The sheet shows the clinic's number and whom the person sees there")
  func theSheetShowsTheClinic() throws {
    let page = try Samples.page(try Samples.generate("13-stop-nerve-signs-us"), "urgent.html")
    let text = try #require(page.section("wait")).text
    #expect(text.contains("555-0142") && text.contains("Dr. Marlow Testwell"))
  }

  @Test("In India the emergency number is 112")
  func theNumberOfIndia() throws {
    let text = String(decoding: try Samples.bytes("18-stop-bleeding-in"), as: UTF8.self)
      .replacing("id=\"nerve-signs\" value=\"no\"", with: "id=\"nerve-signs\" value=\"yes\"")
    var pipeline = try Samples.pipeline()
    let made = try pipeline.generate(Array(text.utf8), file: "profile.xml")
    #expect(try Samples.page(made, "urgent.html").text.contains("Call 112"))
  }

  @Test("Two rules at once are both told to the person and to the team, on one sheet")
  func twoRulesAtOnce() throws {
    let text = String(decoding: try Samples.bytes("13-stop-nerve-signs-us"), as: UTF8.self)
      .replacing("id=\"infection\" value=\"no\"", with: "id=\"infection\" value=\"yes\"")
    var pipeline = try Samples.pipeline()
    let made = try pipeline.generate(Array(text.utf8), file: "profile.xml")
    let page = try Samples.page(made, "urgent.html")
    let happening = try #require(page.section("happening")).text
    for rule in ["neuro-deficit", "active-infection"] {
      #expect(try happening.says("rule.\(rule).happening"), "\(rule)")
    }
    let team = try #require(page.section("team")).text
    for id in ["rule.neuro-deficit.team", "rule.active-infection.brief"] {
      #expect(try team.says(id), "\(id)")
    }
  }

  @Test("The clinician's copy says why, refers, and offers no scores", arguments: cases)
  func theClinicianCopySaysWhy(_ sample: Case) throws {
    let page = try Samples.page(try Samples.generate(sample.name), "clinician.html")
    #expect(page.section("urgent") != nil)
    for section in ["answers", "fit", "sensitivity", "levels", "talk", "record"] {
      #expect(page.section(section) == nil, "\(section)")
    }
    #expect(page.section("settle") != nil)
  }

  @Test("For nerve signs the clinician's copy names decompression")
  func decompressionIsNamed() throws {
    let page = try Samples.page(try Samples.generate("13-stop-nerve-signs-us"), "clinician.html")
    #expect(try page.section("identity")?.text.says("rule.neuro-deficit.clinician") == true)
  }

  @Test("The record says what it holds, which files there are, and that nothing was compared")
  func theRecordSaysWhatItHolds() throws {
    let made = try Samples.generate("13-stop-nerve-signs-us")
    let file = try #require(made.files.first { $0.name == "record.xml" })
    let root = try XMLReader().read(file.bytes, file: "record.xml", limit: 1 << 24, schema: nil)
      .root
    #expect(root.first("handout")?.attribute("kind") == "urgent")
    #expect(
      root.first("artefacts")?.elements.map { $0.attribute("name") }
        == ["urgent.html", "clinician.html"])
    let questions = root.first("analysis")?.elements(named: "question") ?? []
    #expect(questions.map { $0.attribute("notCompared") } == ["urgent", "urgent"])
    #expect(root.first("analysis")?.first("simulation") == nil)
  }

  @Test("The checklist of decision aids names what does not apply, and counts it as neither")
  func theChecklistNamesWhatDoesNotApply() throws {
    let document = try Samples.document("13-stop-nerve-signs-us")
    let pack = try #require(Samples.pack?.pack)
    let report = ChecklistReport(
      try Checklist.embedded(), subject: ChecklistSubject(document: document, pack: pack))
    #expect(report.counts().checkable == 0 && report.counts().shown == 0)
    #expect(
      report.entries.contains {
        if case .notApplicable(let why) = $0.state {
          $0.item.id == "Q1" && why.contains("urgent")
        } else {
          false
        }
      })
  }
}
