// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import TestSupport
import Testing

@Suite("Documents that a ledger vouches for")
struct KeptDocumentsTests {
  /// What is done to the files of a person, and what verification says.
  static let changes: [(name: String, does: @Sendable (Clinic) throws -> Void, says: String)] = [
    (
      "one byte of a handout",
      {
        var bytes = try $0.bytes(1, "handout.html")
        bytes[5000] ^= 1
        try $0.write(1, "handout.html", bytes)
      }, "artefact.changed"
    ),
    (
      "a clinician's copy that is gone",
      { try FileManager.default.removeItem(atPath: "\($0.output)/\(Clinic.id(1))/clinician.html") },
      "artefact.missing"
    ),
    (
      "a record that was replaced by another person's",
      { try $0.write(1, "record.xml", try $0.bytes(0, "record.xml")) }, "artefact.changed"
    ),
    (
      "a link in the place of a handout",
      {
        let path = "\($0.output)/\(Clinic.id(1))/handout.html"
        try FileManager.default.moveItem(atPath: path, toPath: path + ".moved")
        try FileManager.default.createSymbolicLink(
          atPath: path, withDestinationPath: path + ".moved")
      }, "artefact.notReadable"
    ),
  ]

  @Test(
    "a document that was edited, exchanged or taken away by hand is named with its row",
    arguments: changes.indices)
  func artefacts(_ place: Int) throws {
    let change = Self.changes[place]
    let clinic = try Clinic(people: 2)
    try #require(try clinic.generate().status == 0)
    try change.does(clinic)
    let proof = try clinic.audit("verify")
    #expect(proof.status == 74, "\(change.name)")
    #expect(proof.errors.contains(change.says), "\(proof.errors)")
    #expect(proof.errors.contains("Row 2 names this file"), "\(proof.errors)")
    #expect(proof.errors.contains(Clinic.id(1)))
  }

  @Test("documents that another set took the place of are kept and verified")
  func superseded() throws {
    let clinic = try Clinic(people: 1)
    for day in ["2026-11-20", "2026-11-21", "2026-11-20"] {
      try #require(try clinic.generate("--date", day).status == 0)
    }
    let proof = try clinic.audit("verify")
    #expect(proof.status == 0, "\(proof.errors)")
    #expect(try clinic.rows("generated") == 3)
    let kept = try Tree(clinic.output).files.filter {
      $0.key.contains("superseded-") && !$0.value.isEmpty
    }
    #expect(kept.count == 6)
    for (name, bytes) in kept {
      let path = "\(clinic.output)/\(name)"
      try FileManager.default.removeItem(atPath: path)
      #expect(try clinic.audit("verify").status == 74, "\(name)")
      try Data(bytes).write(to: URL(filePath: path))
    }
    #expect(try clinic.audit("verify").status == 0)
    // The first document is set aside a second time.
    try #require(try clinic.generate("--date", "2026-11-21").status == 0)
    try #require(try clinic.generate("--date", "2026-11-22").status == 0)
    #expect(try clinic.audit("verify").status == 0)
  }

  @Test("a run of the same documents adds no row; a damaged document is made anew with a row")
  func resumes() throws {
    let clinic = try Clinic(people: 2)
    try clinic.makeKeys()
    try #require(try clinic.generate("--keys", clinic.keys).status == 0)
    let before = try clinic.bytes(0, "record.xml")
    try #require(try clinic.generate("--keys", clinic.keys).status == 0)
    #expect(try clinic.rows("generated") == 2)
    #expect(try clinic.bytes(0, "record.xml") == before)
    try clinic.write(1, "handout.html", Data("damaged".utf8))
    try #require(try clinic.generate("--keys", clinic.keys).status == 0)
    #expect(try clinic.rows("generated") == 3)
    let proof = try clinic.audit("verify", "--certificate", clinic.certificate)
    #expect(proof.status == 0, "\(proof.errors)")
    #expect(proof.text.contains("Records signed by the certificate: 2; not signed: 0."))
    let other = try Clinic(people: 0)
    try other.makeKeys()
    #expect(try clinic.audit("verify", "--certificate", other.certificate).status == 77)
  }

  @Test("documents that lack what is asked for are made anew: pages in print, a signature")
  func asksForMore() throws {
    let clinic = try Clinic(people: 1)
    try clinic.makeKeys()
    for more in [[], ["--pdf"], [], ["--pdf", "--keys", clinic.keys], ["--keys", clinic.keys]] {
      let run = try Run.program(
        clinic.arguments(more), environment: ["PATH": "/usr/local/bin:/usr/bin:/bin"])
      try #require(run.status == 0, "\(more) \(run.errors)")
    }
    // The third and the fifth run find more than they ask for.
    #expect(try clinic.rows("generated") == 3)
    #expect(try clinic.bytes(0, "handout.pdf").starts(with: Data("%PDF".utf8)))
    let proof = try clinic.audit("verify", "--certificate", clinic.certificate)
    #expect(proof.status == 0, "\(proof.errors)")
    #expect(proof.text.contains("Records signed by the certificate: 1"), "\(proof.text)")
  }
}
