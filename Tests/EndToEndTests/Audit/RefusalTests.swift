// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import TestSupport
import Testing

@Suite("What an auditor gets when a file cannot be believed", .needs("faketime"))
struct RefusalTests {
  /// A file that is handed to `audit verify`, the exit status, and what the message says.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let status: Int32
    let says: String
    let change: @Sendable (String) -> String
  }

  static let cases = [
    Case(testDescription: "a record with a DOCTYPE", status: 65, says: "DOCTYPE") {
      "<!DOCTYPE a [<!ENTITY b \"c\">]>" + $0
    },
    Case(testDescription: "a record with two signatures", status: 77, says: "signature.") { text in
      let start = text.firstRange(of: "<ds:Signature")?.lowerBound ?? text.startIndex
      let end = text.firstRange(of: "</ds:Signature>")?.upperBound ?? text.endIndex
      return text.replacing(text[start..<end], with: text[start..<end] + text[start..<end])
    },
    Case(
      testDescription: "a record whose signature was taken out", status: 77,
      says: "signature.missing"
    ) { text in
      let start = text.firstRange(of: "<ds:Signature")?.lowerBound ?? text.startIndex
      let end = text.firstRange(of: "</ds:Signature>")?.upperBound ?? text.endIndex
      return text.replacing(text[start..<end], with: "")
    },
    Case(testDescription: "a record with one word changed", status: 77, says: "changed") {
      $0.replacing("edition=\"standard\"", with: "edition=\"largePrint\"", maxReplacements: 1)
    },
    Case(testDescription: "a record with a comment", status: 77, says: "comment") {
      $0.replacing("<checks>", with: "<!-- fine --><checks>")
    },
    Case(testDescription: "something that is no XML", status: 65, says: "well-formed") { _ in
      "hello"
    },
    Case(testDescription: "an export that was cut off", status: 74, says: "export.changed") { _ in
      "<auditExport xmlns=\"urn:spine-decision-aid:audit:1\">"
    },
  ]

  @Test("names the fault, gives a status of its own, and changes nothing", arguments: cases)
  func refused(_ refusal: Case) throws {
    let clinic = try Clinic(people: 1)
    try clinic.makeKeys()
    try #require(try clinic.generate("--keys", clinic.keys).status == 0)
    let before = try Tree(clinic.output)
    let text = String(decoding: try clinic.bytes(0, "record.xml"), as: UTF8.self)
    let file = try clinic.scratch.write("changed.xml", refusal.change(text))
    let run = try Run.program(
      "audit", "verify", file, "--certificate", clinic.certificate, "--documents",
      "\(clinic.output)/\(Clinic.id(0))")
    #expect(run.status == refusal.status, "\(run.errors)")
    #expect(run.errors.contains(refusal.says), "\(run.errors)")
    #expect(try Tree(clinic.output) == before)
  }

  @Test("an expired certificate is refused, and accepted for the day of signing (row 7)")
  func expired() throws {
    let clinic = try Clinic(people: 1)
    let keys = try Run.program(
      ["keys", "create", "--output", clinic.keys, "--days", "30"],
      behind: ["faketime", "2020-01-01"])
    try #require(keys.status == 0, "\(keys.errors)")
    try #require(
      try clinic.generate("--keys", clinic.keys, behind: ["faketime", "2020-01-05"]).status == 0)
    let record = "\(clinic.output)/\(Clinic.id(0))/record.xml"
    let now = try Run.program("audit", "verify", record, "--certificate", clinic.certificate)
    #expect(now.status == 77)
    #expect(now.errors.contains("expired"), "\(now.errors)")
    let then = try Run.program(
      "audit", "verify", record, "--certificate", clinic.certificate, "--at", "2020-01-05")
    #expect(then.status == 0, "\(then.errors)")
  }

  @Test("another hospital's certificate is refused, and so is a signature without any")
  func otherCertificate() throws {
    let (clinic, other) = (try Clinic(people: 1), try Clinic(people: 0))
    try clinic.makeKeys()
    try other.makeKeys()
    try #require(try clinic.generate("--keys", clinic.keys).status == 0)
    let record = "\(clinic.output)/\(Clinic.id(0))/record.xml"
    let wrong = try Run.program("audit", "verify", record, "--certificate", other.certificate)
    #expect(wrong.status == 77)
    #expect(wrong.errors.contains("another certificate"), "\(wrong.errors)")
    let none = try Run.program("audit", "verify", record)
    #expect(none.status == 77)
    #expect(none.errors.contains("signature.noCertificate"))
  }

  @Test("a copy with other line ends says the same, and is called re-encoded, not forged (row 18)")
  func reEncoded() throws {
    let clinic = try Clinic(people: 1)
    try clinic.makeKeys()
    try #require(try clinic.generate("--keys", clinic.keys).status == 0)
    let text = String(decoding: try clinic.bytes(0, "record.xml"), as: UTF8.self)
    let file = try clinic.scratch.write("copy.xml", "\u{FEFF}" + text.replacing("\n", with: "\r\n"))
    let run = try Run.program(
      "audit", "verify", file, "--certificate", clinic.certificate, "--documents",
      "\(clinic.output)/\(Clinic.id(0))")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("record.reEncoded"))
  }

  @Test("a ledger from a newer version gets status 76, a missing one 64, a foreign file 65")
  func ledgers() throws {
    let clinic = try Clinic(people: 1)
    try #require(try clinic.generate().status == 0)
    let change = try Run.command([
      "python3", "-c",
      "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute('pragma user_version=9'); c.commit()",
      clinic.ledger,
    ])
    try #require(change.status == 0)
    #expect(try clinic.audit("verify").status == 76)
    #expect(try clinic.generate().status == 76)
    #expect(try Run.program("audit", "verify", "--ledger", "/nowhere/l.sqlite").status == 64)
    let foreign = try clinic.scratch.write(
      "foreign.sqlite", String(repeating: "no ledger ", count: 200))
    #expect(try Run.program("audit", "verify", "--ledger", foreign).status == 65)
  }
}
