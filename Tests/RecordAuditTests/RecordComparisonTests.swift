// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import SampleSupport
import Testing

@testable import DecisionAid
@testable import RecordAudit

/// What changed between two records is named once, with both values, in a fixed order.
@Suite struct RecordComparisonTests {
  private static let name = "01-swing-us"

  /// The record of the sample with changes to its profile, the day or the pack.
  private static func record(
    _ changes: [(String, String)] = [], on date: String = "2026-11-22", pack: PreparedPack? = nil
  ) throws -> RecordFile {
    var text = String(decoding: try Samples.bytes(name), as: UTF8.self)
    for (old, new) in changes {
      try #require(text.contains(old), "\(old)")
      text = text.replacing(old, with: new, maxReplacements: 1)
    }
    var pipeline = try Pipeline(
      pack: try pack ?? #require(Samples.pack),
      settings: Settings(date: Samples.day(date), orderSeed: 0),
      hashing: Samples.hashing)
    let made = try pipeline.generate(Array(text.utf8), file: "p.xml")
    return try RecordFile(try #require(made.files.last).bytes, file: "record.xml")
  }

  /// The lines of each group that has any.
  private static func groups(_ diff: RecordComparison) -> [String: [String]] {
    Dictionary(uniqueKeysWithValues: diff.groups.map { ($0.heading, $0.lines) })
      .filter { !$0.value.isEmpty }
  }

  @Test("A record does not differ from itself")
  func same() throws {
    let record = try Self.record()
    let diff = try RecordComparison(record, record)
    #expect(diff.isEmpty && diff.isOnePerson)
    #expect(diff.lines(showsAll: true).last == "No difference.")
  }

  @Test("Another day changes the settings and what prints them, and nothing else")
  func date() throws {
    let found = Self.groups(
      try RecordComparison(try Self.record(), try Self.record(on: "2026-11-23")))
    #expect(
      found.keys.sorted() == [
        "Files", "Settings", "Texts of the clinician's copy", "Texts of the handout",
      ])
    #expect(found["Settings"]?.first == "date: 2026-11-22 -> 2026-11-23")
    // The date, the number of the document, and the fingerprint of what it says.
    #expect(found["Settings"]?.count == 3)
    let made = try Said.text("phrase.date-made")
    #expect(found["Texts of the handout"]?.contains("  - \(made): 22 November 2026") == true)
    #expect(found["Texts of the handout"]?.contains("  + \(made): 23 November 2026") == true)
  }

  @Test("A changed weight is named with both values, and what came of it")
  func weight() throws {
    let old = "criterion=\"recovery\" worst=\"7\" best=\"0\" points=\""
    let text = String(decoding: try Samples.bytes(Self.name), as: UTF8.self)
    let place = try #require(text.firstRange(of: old))
    let points = text[place.upperBound...].prefix { $0 != "\"" }
    let diff = try RecordComparison(
      try Self.record(), try Self.record([(old + points, old + "7")]))
    let found = Self.groups(diff)
    #expect(
      found["Inputs"] == ["preferences/weighting/swing recovery: points \(points) -> 7"])
    #expect(found["Program"] == nil && found["Evidence"] == nil)
    #expect(found["Result"]?.contains { $0.hasPrefix("weighting/weight recovery: value ") } == true)
    #expect(
      found["Result"]?.contains {
        $0.hasPrefix("question procedure-or-none, vertebroplasty, care/reading blinded: ")
          && $0.contains(" margin ")
      } == true, "\(found)")
    #expect(diff.lines(showsAll: true).contains { $0.contains("/swing ") })
    #expect(diff.lines(showsAll: false).contains { $0.hasSuffix("values of the analysis: --all") })
  }

  @Test("A changed fact and changed words of the patient's own are named")
  func fact() throws {
    let diff = try RecordComparison(
      try Self.record(),
      try Self.record([
        ("id=\"mri-oedema\" value=\"yes\"", "id=\"mri-oedema\" value=\"unknown\""),
        ("<question>", "<question>Quite sure? "),
      ]))
    let inputs = try #require(Self.groups(diff)["Inputs"])
    #expect(inputs[0] == "clinicalFacts/fact mri-oedema: value yes -> unknown")
    #expect(inputs.count == 3)
    #expect(inputs[1].hasPrefix("ownWords - question: "))
    #expect(inputs[2].hasPrefix("ownWords + question: Quite sure? "))
    #expect(Self.groups(diff)["Result"]?.contains("openFact mri-oedema: only in B") == true)
  }

  @Test("A changed number of the pack is named with both values and its source")
  func evidence() throws {
    let embedded = PreparedPack.embedded
    let version = try #require(Samples.pack).pack.identity.version
    let files = embedded.files.map { file in
      guard file.name == "evidence.xml" else { return file }
      let text = String(decoding: file.bytes, as: UTF8.self)
        .replacing("version=\"\(version)\"", with: "version=\"9.9.9\"", maxReplacements: 1)
        .replacing(
          "id=\"block-people\" value=\"206\"", with: "id=\"block-people\" value=\"207\"")
      return PackSource.File(name: file.name, bytes: Array(text.utf8))
    }
    let pack = try PreparedPack(PackSource(files), hashing: Samples.hashing)
    let diff = try RecordComparison(try Self.record(), try Self.record(pack: pack))
    let evidence = try #require(Self.groups(diff)["Evidence"])
    #expect(evidence.first?.contains("version \(version) -> 9.9.9") == true)
    #expect(
      evidence.dropFirst() == ["figure block-people: value 206 -> 207 (source: wang2016)"])
    #expect(Self.groups(diff)["Inputs"] == nil)
  }

  @Test("Records of two people are known, and those of a later form refused")
  func others() throws {
    let one = try Self.record()
    let other = try RecordFile(try Samples.record("02-rating-eu"), file: "b")
    #expect(try !RecordComparison(one, other).isOnePerson)
    let text = String(decoding: try Samples.record("02-rating-eu"), as: UTF8.self)
    let later = try RecordFile(
      Array(text.replacing("decision-record:1", with: "decision-record:7").utf8), file: "c")
    #expect(throws: PipelineFailure.self) { try RecordComparison(one, later) }
  }
}
