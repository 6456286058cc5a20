// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Crypto
import Foundation
import Testing

@testable import AuditLedger

extension SignatureAttack {
  /// The attacker signs, with a key of their own.
  static let keys: [SignatureAttack] = [
    SignatureAttack(name: "signed again with the attacker's key value", fault: .ownKey) {
      let attacker = try SigningSample.attacker.get()
      var forged = ForgedSignature(digestOf: SigningSample.small)
      let point = Data(attacker.key.publicKey.x963Representation).base64EncodedString()
      forged.keyInfo =
        "<#KeyValue><ECKeyValue xmlns=\"http://www.w3.org/2009/xmldsig11#\"><NamedCurve "
        + "URI=\"urn:oid:1.2.840.10045.3.1.7\"></NamedCurve><PublicKey>\(point)</PublicKey>"
        + "</ECKeyValue></#KeyValue>"
      return try forged.document(SigningSample.small, by: attacker)
    },
    SignatureAttack(name: "signed again and naming the signer", fault: .wrongSignature) {
      try ForgedSignature(digestOf: SigningSample.small).document(
        SigningSample.small, by: SigningSample.attacker.get(),
        naming: SigningSample.signer.get().certificate)
    },
  ]

  /// The signed text is changed.
  static let texts: [SignatureAttack] = [
    text("the signature taken out", .unsigned) { $0.replacing(signature(in: $0), with: "") },
    text("the signature in another namespace", .unsigned) {
      $0.replacing("<ds:Signature xmlns:ds=\"http", with: "<ds:Signature xmlns:ds=\"https")
    },
    text("two signatures", .severalSignatures) {
      $0.replacing("</record>", with: signature(in: $0) + "</record>")
    },
    text("a signature in the signature", .severalSignatures) {
      $0.replacing("</ds:KeyInfo>", with: signature(in: $0) + "</ds:KeyInfo>")
    },
    text("the signature in another element", .misplaced) {
      let element = signature(in: $0)
      return $0.replacing(element, with: "")
        .replacing("<part></part>", with: "<part>\(element)</part>")
    },
    text("the signature at the beginning", .misplaced) {
      let element = signature(in: $0)
      return $0.replacing(element, with: "").replacing("id=\"7\">", with: "id=\"7\">\(element)")
    },
    text("text after the signature", .misplaced) {
      $0.replacing("</ds:Signature>", with: "</ds:Signature>x")
    },
    text("an element after the signature", .misplaced) {
      $0.replacing("</ds:Signature>", with: "</ds:Signature><part></part>")
    },
    text("the signature as the root", .misplaced) { signature(in: $0) },
    text("the record wrapped in another one", .contentChanged) {
      let element = signature(in: $0)
      let inner = $0.replacing(element, with: "")
      return "<record xmlns=\"urn:r\" id=\"8\">\(inner)\(element)</record>"
    },
    text("an empty signature", .form(element: "Signature")) {
      $0.replacing(/<ds:SignedInfo>.*<\/ds:KeyInfo>/, with: "")
    },
    text("a comment in the text", .comment) { $0.replacing("<part>", with: "<part><!-- c -->") },
    text("a comment before the root", .comment) { "<!-- c -->" + $0 },
    text("a comment after the root", .comment) { $0 + "<!-- c -->" },
    text("a comment in the digest", .comment) {
      $0.replacing("<ds:DigestValue>", with: "<ds:DigestValue><!-- c -->")
    },
    text("a style sheet", .instruction) { "<?xml-stylesheet href=\"x.xsl\"?>" + $0 },
    text("an instruction in the text", .instruction) {
      $0.replacing("<part>", with: "<part><?p i?>")
    },
    text("a relative namespace in the root", .noCanonicalForm) {
      $0.replacing("<record ", with: "<record xmlns:v=\"relative\" ")
    },
    text("a relative namespace in SignedInfo", .noCanonicalForm) {
      $0.replacing("<ds:SignedInfo>", with: "<ds:SignedInfo xmlns:v=\"relative\">")
    },
    text("text in the signature", .form(element: "Signature")) {
      $0.replacing("<ds:SignedInfo>", with: "x<ds:SignedInfo>")
    },
    text("space in the certificate", .form(element: "X509Certificate")) {
      $0.replacing("</ds:X509Certificate>", with: "\n</ds:X509Certificate>")
    },
    text("a changed text", .contentChanged) { $0.replacing("äöü", with: "äöo") },
    text("a changed attribute", .contentChanged) { $0.replacing("id=\"7\"", with: "id=\"8\"") },
    text("a changed text with its digest", .wrongSignature) {
      let forged = $0.replacing("äöü", with: "äöo")
      let content = Array(forged.replacing(signature(in: forged), with: "").utf8)
      let digest = Data(SHA256.hash(data: content)).base64EncodedString()
      return forged.replacing(/<ds:DigestValue>[^<]*/, with: "<ds:DigestValue>\(digest)")
    },
  ]
}

/// Row 24 of DecisionAid.docc/Testing.md, "Fault table": what an attacker can build is refused,
/// each with its own reason.
struct SignatureAttackTests {
  @Test(arguments: SignatureAttack.forms + SignatureAttack.keys + SignatureAttack.texts)
  func anAttackIsRefusedForItsReason(attack: SignatureAttack) throws {
    #expect(try SigningSample.fault(attack.bytes()) == attack.fault)
    #expect(attack.fault.diagnostics(file: "r.xml").count == 1)
  }

  @Test func aDocumentSignedByAnotherCertificateNamesIt() throws {
    let attacker = try SigningSample.attacker.get()
    let signed = try XMLSignature.signed(SigningSample.small, by: attacker)
    let fault = SignatureFault.otherCertificate(fingerprint: attacker.certificate.fingerprint)
    #expect(try SigningSample.fault(signed) == fault)
    let message = try #require(fault.diagnostics(file: "r.xml").first)
    #expect(message.problem.contains(attacker.certificate.fingerprint))
  }

  @Test(arguments: [
    ("<!DOCTYPE record>", "xml.doctype"),
    ("<!DOCTYPE record [<!ENTITY e \"x\">]>", "xml.doctype"),
    ("<!DOCTYPE record [<!ATTLIST record id ID #IMPLIED>]>", "xml.doctype"),
    ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>", "xml.encoding"),
    ("<?xml version=\"1.1\"?>", "xml.version"),
    ("<!-- \(String(repeating: "x", count: 70_000)) -->", "xml.longTag"),
    ("<", "xml.notWellFormed"),
  ])
  func whatNoParserShouldSeeIsNotVerified(start: String, identifier: String) throws {
    let bytes = Array(start.utf8) + (try SigningSample.signedSmall())
    guard case .notReadable(let diagnostics) = try SigningSample.fault(bytes) else {
      Issue.record("not refused as unreadable")
      return
    }
    #expect(diagnostics.map(\.identifier) == [identifier])
  }

  @Test func theFaultsOfTheAttacksHaveFourteenNames() {
    let attacks = SignatureAttack.forms + SignatureAttack.keys + SignatureAttack.texts
    let faults = Set(attacks.map(\.fault))
    let names = faults.flatMap { $0.diagnostics(file: "r").map(\.identifier) }
    #expect(Set(names).count == 14)
    #expect(names.allSatisfy { $0.hasPrefix("signature.") })
  }
}
