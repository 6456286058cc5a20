// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Crypto
import Documents
import Foundation
import Markup
import Testing

@testable import AuditLedger

/// Signing a record and verifying it again.
struct SignatureTests {
  @Test func aSignedRecordIsVerifiedAndIsItsOwnCanonicalForm() throws {
    let record = try SigningSample.record()
    let signed = try XMLSignature.signed(record, by: SigningSample.signer.get())
    let verified = try SigningSample.verifier().verify(
      signed, file: "record.xml", at: SigningSample.moment)
    #expect(verified.bytesAreCanonical)
    #expect(verified.digest == Array(SHA256.hash(data: record)))
    let plain = try XMLReader().read(
      record, file: "record.xml", limit: XMLReader.documentLimit, schema: nil)
    #expect(verified.root == plain.root)
    let canonical = try XMLReader().canonicalForm(
      of: signed, file: "record.xml", limit: XMLReader.documentLimit)
    #expect(canonical == signed)
  }

  @Test func aSignedRecordFollowsItsSchemaAndIsReadAsBefore() throws {
    let record = try SigningSample.record()
    let signed = try XMLSignature.signed(record, by: SigningSample.signer.get())
    let schema = try XMLSchema(
      try #require(EmbeddedFiles.bytes("schemas/decision-record.xsd")), file: "record.xsd")
    func read(_ bytes: [UInt8]) throws -> DecisionRecord {
      let (root, problems) = try XMLReader().read(
        bytes, file: "r", limit: XMLReader.documentLimit, schema: schema)
      #expect(problems.isEmpty)
      return try RecordReader(file: "r").read(root)
    }
    #expect(try read(signed) == read(record))
    #expect(XMLReader().prove(signed, file: "r", schema: schema).isEmpty)
    // Not twice, and not elsewhere.
    let (text, end) = (SigningSample.text(signed), "</decisionRecord>")
    let element = SignatureAttack.signature(in: text)
    for wrong in [
      text.replacing(end, with: element + end),
      SigningSample.text(record).replacing("<inputs>", with: "\(element)<inputs>"),
    ] {
      #expect(!XMLReader().prove(Array(wrong.utf8), file: "r", schema: schema).isEmpty)
    }
  }

  @Test func aSignatureForAStreamIsTheOneOfTheWholeDocument() throws {
    let small = SigningSample.small
    let identity = try SigningSample.signer.get()
    let end = small.count - "</record>".utf8.count
    var hash = SHA256()
    hash.update(data: small[..<end])
    hash.update(data: small[end...])
    let element = try XMLSignature.signatureElement(digest: Array(hash.finalize()), by: identity)
    let streamed = Array(small[..<end]) + element + Array(small[end...])
    #expect(try SigningSample.fault(streamed) == nil)
    #expect(throws: SignatureFault.notSigned) {
      try XMLSignature.signatureElement(digest: [1, 2, 3], by: identity)
    }
  }

  @Test(arguments: [
    ("<r xmlns=\"urn:r\"/>", SignatureFault.notCanonical), ("<r></r>\n", .notCanonical),
    ("", .notCanonical), ("<r b=\"1\" a=\"2\"></r>", .notCanonical),
    ("<r a='1'></r>", .notCanonical),
    ("<r xmlns=\"relative\"></r>", .noCanonicalForm), ("<r><!-- c --></r>", .comment),
    ("<r><?p i?></r>", .instruction), ("<?xml version=\"1.0\"?><r></r>", .notCanonical),
  ])
  func onlyACanonicalDocumentIsSigned(text: String, fault: SignatureFault) throws {
    let identity = try SigningSample.signer.get()
    #expect(throws: fault) { try XMLSignature.signed(Array(text.utf8), by: identity) }
  }

  @Test func aSignedDocumentIsNotSignedAgain() throws {
    let signed = try SigningSample.signedSmall()
    let identity = try SigningSample.signer.get()
    #expect(throws: SignatureFault.severalSignatures) {
      try XMLSignature.signed(signed, by: identity)
    }
  }

  /// A way to write the same document with other bytes.
  struct Reencoding: Sendable, CustomTestStringConvertible {
    let name: String
    let change: @Sendable (String) -> String

    var testDescription: String { name }
  }

  static let reencodings: [Reencoding] = [
    Reencoding(name: "line ends of Windows") { $0.replacing("\n", with: "\r\n") },
    Reencoding(name: "a byte-order mark") { "\u{FEFF}" + $0 },
    Reencoding(name: "an XML declaration") {
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + $0
    },
    Reencoding(name: "a line end after the root") { $0 + "\n" },
    Reencoding(name: "an empty element") { $0.replacing("<part></part>", with: "<part/>") },
    Reencoding(name: "another order of attributes") {
      $0.replacing("a=\"1\" b=\"2\"", with: "b=\"2\" a=\"1\"")
    },
    Reencoding(name: "a character reference") { $0.replacing("äöü", with: "&#xE4;&#246;ü") },
    Reencoding(name: "a CDATA section") { $0.replacing("äöü", with: "<![CDATA[äöü]]>") },
    Reencoding(name: "an unused namespace") {
      $0.replacing("<record ", with: "<record xmlns:u=\"urn:u\" ")
    },
  ]

  @Test(arguments: reencodings)
  func aReencodedCopyIsVerifiedAndSaidToBeReencoded(way: Reencoding) throws {
    let signed = try SigningSample.signedSmall()
    let copy = way.change(SigningSample.text(signed))
    #expect(Array(copy.utf8) != signed)
    let verified = try SigningSample.verifier().verify(
      Array(copy.utf8), file: "r", at: SigningSample.moment)
    #expect(!verified.bytesAreCanonical)
    #expect(verified.digest == Array(SHA256.hash(data: SigningSample.small)))
  }

  @Test(arguments: [
    ("><", ">\n<", SignatureFault.form(element: "Signature")),
    ("<part ", "\n  <part ", .contentChanged),
    ("</ds:Signature>", "</ds:Signature>\n", .contentChanged),
  ])
  func aReindentedCopyIsRefused(old: String, new: String, fault: SignatureFault) throws {
    let copy = SigningSample.text(try SigningSample.signedSmall()).replacing(old, with: new)
    #expect(try SigningSample.fault(Array(copy.utf8)) == fault)
  }

  @Test func thePrefixIsFree() throws {
    // SignedInfo holds the prefix, so a document with another one is signed as such.
    let identity = try SigningSample.signer.get()
    let forged = ForgedSignature(digestOf: SigningSample.small)
    let bytes = try forged.document(SigningSample.small, by: identity, prefix: "x:")
    #expect(try SigningSample.fault(bytes) == nil)
    let plain = try forged.document(SigningSample.small, by: identity, prefix: "")
    #expect(try SigningSample.fault(plain) == nil)
  }
}

extension SigningSample {
  /// Bytes as text.
  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
