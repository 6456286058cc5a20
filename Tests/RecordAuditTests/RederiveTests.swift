// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import SampleSupport
import Testing

@testable import DecisionAid
@testable import RecordAudit

/// From the record alone the same documents are made again; whatever was changed in it is found.
@Suite struct RederiveTests {
  private static func rederive(_ bytes: [UInt8]) throws -> Rederivation {
    try Rederiver(pack: try #require(Samples.pack), hashing: Samples.hashing)
      .rederive(try RecordFile(bytes, file: "record.xml"))
  }

  private static func record(_ name: String, _ settings: Settings) throws -> [UInt8] {
    var pipeline = try Pipeline(
      pack: try #require(Samples.pack), settings: settings, hashing: Samples.hashing)
    let made = try pipeline.generate(try Samples.bytes(name), file: "p.xml")
    return try #require(made.files.last).bytes
  }

  /// The record of the first sample with one text replaced where it first stands.
  private static func changed(_ old: String, _ new: String) throws -> [UInt8] {
    let text = String(decoding: try Samples.record("01-swing-us"), as: UTF8.self)
    let isThere = text.contains(old)
    try #require(isThere, "\(old)")
    return Array(text.replacing(old, with: new, maxReplacements: 1).utf8)
  }

  @Test("The record of every sample gives the same documents", .takesLong, arguments: Samples.names)
  func everySample(_ name: String) throws {
    let made = try Samples.generate(name)
    let bytes = try Samples.record(name)
    guard case .identical(let again) = try Self.rederive(bytes) else {
      Issue.record("\(try Self.rederive(bytes).lines(file: name))")
      return
    }
    #expect(again.added.isEmpty && !again.isReencoded)
    #expect(again.recordDigest == Samples.hashing.hexadecimal(bytes))
    #expect(
      again.artefacts.map(\.name)
        == [Samples.urgent.contains(name) ? "urgent.html" : "handout.html", "clinician.html"])
    for (artefact, file) in zip(again.artefacts, made.files) {
      #expect(artefact.digest == Samples.hashing.hexadecimal(file.bytes))
    }
  }

  @Test(
    "Edition, paper, order, date and reason are taken from the record",
    arguments: [
      Settings(date: Samples.day("2026-11-22")),
      Settings(date: Samples.day("2027-01-02"), edition: .largePrint),
      Settings(date: Samples.day("2027-01-02"), paper: .letter, orderSeed: 4_294_967_295),
      Settings(date: Samples.day("2027-12-31"), edition: .largePrint, paper: .letter, orderSeed: 3),
      Settings(
        date: Samples.day("2028-11-23"), expiryReason: "The new <pack> is \"under review\" & late."),
    ])
  func settings(_ settings: Settings) throws {
    for name in ["01-swing-us", "36-large-print-letter-us", "30-arabic-name-eu"] {
      let outcome = try Self.rederive(try Self.record(name, settings))
      #expect(outcome.isIdentical, "\(outcome.lines(file: name))")
    }
  }

  @Test("Of a long value the first three hundred characters are shown", arguments: [300, 301])
  func longValue(_ length: Int) throws {
    let title = String(repeating: "x", count: length)
    let record = String(decoding: try Samples.record("01-swing-us"), as: UTF8.self)
    let section = try #require(record.firstRange(of: "<section id=\"fracture\"><title>"))
    let end = try #require(record[section.upperBound...].firstRange(of: "</title>"))
    let changed = record[..<section.upperBound] + title + record[end.lowerBound...]
    let lines = try Self.rederive(Array(changed.utf8)).lines(file: "record.xml")
    let shown = String(repeating: "x", count: 300) + (length > 300 ? "...\"" : "\"")
    #expect(lines.contains("  recorded    \"\(shown)"), "\(lines)")
  }

  @Test(
    "A changed value is found and named",
    arguments: [
      (
        "<title>What is broken", "<title>What is hurt",
        "/r:handout[@kind='full']/r:section[@id='fracture']/r:title"
      ),
      ("points=\"20\"", "points=\"21\"", "/r:inputs/r:input[@kind='profile']/@sha256"),
      ("id=\"mri-oedema\" value=\"yes\"", "id=\"mri-oedema\" value=\"no\"", "/@sha256"),
      (
        "alternative=\"kyphoplasty\" basis=", "alternative=\"kyphoplasty\" basis=\"x\" x=",
        "/@basis"
      ),
      ("<balance spread=\"0.", "<balance spread=\"1.", "/r:checks/r:balance/@spread"),
      (
        " takesPart=\"true\"", " takesPart=\"false\"",
        "/r:suitability[@alternative='vertebroplasty']/@takesPart"
      ),
      (
        "<verdict level=\"dependsOnReading\"", "<verdict level=\"closeCall\"",
        "/r:question[@id='procedure-or-none']/r:verdict/@level"
      ),
      ("date=\"2026-11-22\"", "date=\"2026-11-23\"", "/r:decisionRecord/@document"),
      ("paper=\"Letter\"", "paper=\"A4\"", "/r:decisionRecord/@document"),
      ("edition=\"standard\"", "edition=\"largePrint\"", "/r:decisionRecord/@document"),
      (" from=\"given\" seed=\"0\"", " from=\"given\" seed=\"6\"", "/r:decisionRecord/@document"),
      (" from=\"given\"", " from=\"pseudonym\"", "/r:decisionRecord/@document"),
      ("document=\"", "document=\"0", "/r:decisionRecord/@document"),
      (
        "name=\"handout.html\" sha256=\"", "name=\"handout.html\" sha256=\"0",
        "/r:artefacts/r:artefact[@name='handout.html']/@sha256"
      ),
      (
        "</handout>", "<section id=\"x\"><title>X</title></section></handout>",
        "/r:handout[@kind='full']/r:section[@id='x']"
      ),
      ("</handout>", "<?x y?></handout>", "/r:handout"),
      ("<handout kind", "text<handout kind", "/r:decisionRecord"),
      (
        "<clinicianCopy>", "<r:clinicianCopy xmlns:r=\"x\"></r:clinicianCopy><clinicianCopy>",
        "/r:clinicianCopy[1]"
      ),
    ])
  func changedValue(old: String, new: String, place: String) throws {
    guard case .different(let difference) = try Self.rederive(try Self.changed(old, new)) else {
      Issue.record("\(old): not found")
      return
    }
    #expect(difference.place.hasSuffix(place), "\(old): \(difference)")
  }

  @Test("Both values of a changed text are shown")
  func bothValues() throws {
    let outcome = try Self.rederive(
      try Self.changed("<title>What is broken", "<title>What is hurt"))
    let lines = outcome.lines(file: "a/record.xml")
    #expect(
      lines == [
        "a/record.xml differs from what is made from it.",
        "  first at    /r:decisionRecord/r:handout[@kind='full']/r:section[@id='fracture']/r:title",
        "  recorded    \"What is hurt\"", "  made again  \"What is broken\"",
      ])
    #expect(!outcome.isIdentical)
  }

  @Test("Another program, pack or form is named and never guessed")
  func needs() throws {
    let digest = String(repeating: "0", count: 64)
    let pack = try #require(Samples.pack)
    let id = pack.pack.identity.id
    let version = pack.pack.identity.version
    let cases: [(String, String, String)] = [
      (
        "name=\"decision-aid\" version=\"0.1.0\"", "name=\"decision-aid\" version=\"0.2.0\"",
        "r needs decision-aid 0.2.0"
      ),
      (
        "name=\"decision-aid\" version=\"0.1.0\"", "name=\"other\" version=\"0.1.0\"",
        "r needs other 0.1.0"
      ),
      (
        "sha256=\"\(pack.digest)\" version=\"\(version)\"",
        "sha256=\"\(digest)\" version=\"\(version)\"",
        "r needs evidence pack \(id) \(version) with digest \(digest)"
      ),
      (
        "sha256=\"\(pack.digest)\" version=\"\(version)\"",
        "sha256=\"\(pack.digest)\" version=\"\(version).1\"",
        "r needs evidence pack \(id) \(version).1 with digest \(pack.digest)"
      ),
      (
        "decision-record:1", "decision-record:2",
        "r needs decision-aid version >= 0.1.0, which made it: it has version 2 of the form"
      ),
    ]
    for (old, new, line) in cases {
      let outcome = try Self.rederive(try Self.changed(old, new))
      #expect(outcome.lines(file: "r") == [line])
      #expect(!outcome.isIdentical)
    }
  }

  @Test("Proof and signature are left aside, and said to be")
  func proofs() throws {
    let signature =
      "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:SignedInfo></ds:SignedInfo>"
      + "</ds:Signature>"
    let bytes = try Self.changed(
      "</clinicianCopy>\n", "</clinicianCopy>\n<proof a=\"1\">x > y</proof>\n" + signature)
    guard case .identical(let again) = try Self.rederive(bytes) else {
      Issue.record("\(try Self.rederive(bytes))")
      return
    }
    #expect(again.added == ["proof", "Signature"])
    #expect(
      again.recordDigest == Samples.hashing.hexadecimal(try Samples.record("01-swing-us")))
    // Inside another element they are a change.
    let nested = try Self.changed("</handout>", signature + "</handout>")
    #expect(try !Self.rederive(nested).isIdentical)
  }

  @Test("Other line ends and a mark at the start are another form, not another content")
  func reencoded() throws {
    let bytes = try Samples.record("01-swing-us")
    let lines = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    for form in [lines, [0xEF, 0xBB, 0xBF] + bytes] {
      guard case .identical(let again) = try Self.rederive(form) else {
        Issue.record("not the same")
        continue
      }
      #expect(again.isReencoded && again.recordDigest == Samples.hashing.hexadecimal(bytes))
    }
  }

  @Test(
    "What is no record, or gives no documents, is refused",
    arguments: [
      ("<decisionRecord", "<other", "</decisionRecord>", "</other>"),
      ("decision-record:1", "decision-record:x", "", ""),
      ("<optionOrder", "<order", "</optionOrder>", "</order>"),
      ("direction=\"ltr\"", "direction=\"up\"", "", ""),
      ("date=\"2026-11-22\"", "date=\"2029-11-22\"", "", ""),
    ])
  func refused(old: String, new: String, oldEnd: String, newEnd: String) throws {
    var text = String(decoding: try Self.changed(old, new), as: UTF8.self)
    if !oldEnd.isEmpty { text = text.replacing(oldEnd, with: newEnd) }
    #expect(throws: PipelineFailure.self) { try Self.rederive(Array(text.utf8)) }
  }
}
