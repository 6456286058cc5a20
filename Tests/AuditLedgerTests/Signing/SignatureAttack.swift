// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Crypto
import Foundation
import Testing

@testable import AuditLedger

/// A way to make a document that must not be believed, and the reason that must be given.
struct SignatureAttack: Sendable, CustomTestStringConvertible {
  let name: String
  let fault: SignatureFault
  /// The attacked bytes of the small document.
  let bytes: @Sendable () throws -> [UInt8]

  var testDescription: String { name }

  /// A signature of the signer's own key with a wrong part: the form alone must refuse it.
  static func form(
    _ name: String, _ fault: SignatureFault,
    _ change: @escaping @Sendable (inout ForgedSignature) -> Void
  ) -> SignatureAttack {
    SignatureAttack(name: name, fault: fault) {
      var forged = ForgedSignature(digestOf: SigningSample.small)
      change(&forged)
      return try forged.document(SigningSample.small, by: SigningSample.signer.get())
    }
  }

  /// A change of the signed text.
  static func text(
    _ name: String, _ fault: SignatureFault, _ change: @escaping @Sendable (String) -> String
  ) -> SignatureAttack {
    SignatureAttack(name: name, fault: fault) {
      let signed = SigningSample.text(try SigningSample.signedSmall())
      let changed = change(signed)
      try #require(changed != signed, "the change did nothing")
      return Array(changed.utf8)
    }
  }

  /// What stands from the first byte of the signature to its last.
  static func signature(in text: String) -> String {
    text.firstMatch(of: /<ds:Signature .*<\/ds:Signature>/).map { String($0.0) } ?? ""
  }

  /// The form is wrong, the signature itself valid.
  static let forms: [SignatureAttack] = [
    form("a reference to an element", .partialReference) { $0.reference = "URI=\"#x\"" },
    form("a reference without a URI", .partialReference) { $0.reference = "Type=\"\"" },
    form("a reference with a type", .form(element: "Reference")) {
      $0.reference = "Type=\"t\" URI=\"\""
    },
    form("two references", .severalReferences) { $0.references = 2 },
    form("no reference", .form(element: "SignedInfo")) { $0.references = 0 },
    form("an empty SignedInfo", .form(element: "SignedInfo")) { $0.isEmpty = true },
    form("an XSLT transform", .transform) {
      $0.transforms.append(
        "Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\"><x:s xmlns:x=\"urn:x\"></x:s>")
    },
    form("an XPath transform", .transform) {
      $0.transforms[1] = "Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\">"
    },
    form("transforms in another order", .transform) { $0.transforms.reverse() },
    form("one transform", .transform) { $0.transforms.removeLast() },
    form("a base64 transform", .transform) {
      $0.transforms[0] = "Algorithm=\"http://www.w3.org/2000/09/xmldsig#base64\">"
    },
    form("a list of prefixes", .transform) {
      $0.transforms[1] +=
        "<ec:InclusiveNamespaces xmlns:ec=\"http://www.w3.org/2001/10/xml-exc-c14n#\" "
        + "PrefixList=\"x\"></ec:InclusiveNamespaces>"
    },
    form("the canonical form with comments", .transform) {
      $0.transforms[1] = "Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#WithComments\">"
    },
    form("inclusive canonicalisation", .algorithm(element: "CanonicalizationMethod")) {
      $0.canonicalization = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
    },
    form("RSA with SHA-1", .algorithm(element: "SignatureMethod")) {
      $0.method = "http://www.w3.org/2000/09/xmldsig#rsa-sha1"
    },
    form("HMAC", .algorithm(element: "SignatureMethod")) {
      $0.method = "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256"
    },
    form("an algorithm that nobody knows", .algorithm(element: "SignatureMethod")) {
      $0.method = "urn:none"
    },
    form("SHA-1 as digest", .algorithm(element: "DigestMethod")) {
      $0.hashing = "http://www.w3.org/2000/09/xmldsig#sha1"
    },
    form("something more in SignedInfo", .form(element: "SignedInfo")) {
      $0.more = "<x:y xmlns:x=\"urn:x\"></x:y>"
    },
    form("an object", .form(element: "Signature")) { $0.object = "<#Object></#Object>" },
    form("an id", .form(element: "Signature")) { $0.attributes = " Id=\"x\"" },
    form("an id of XML", .form(element: "Signature")) { $0.attributes = " xml:id=\"x\"" },
    form("a key of its own beside the certificate", .ownKey) {
      $0.keyInfo = "<#KeyValue></#KeyValue><#X509Data></#X509Data>"
    },
    form("a name instead of a certificate", .form(element: "X509Data")) {
      $0.keyInfo = "<#X509Data><#X509SubjectName>CN=x</#X509SubjectName></#X509Data>"
    },
    form("no certificate", .form(element: "KeyInfo")) { $0.keyInfo = "" },
    form("a short value", .form(element: "SignatureValue")) { $0.value = "AAAA" },
    form("a value with space", .form(element: "SignatureValue")) {
      $0.value = Data(repeating: 1, count: 64).base64EncodedString() + "\n"
    },
    form("a value with loose bits", .form(element: "SignatureValue")) {
      $0.value = String(repeating: "A", count: 85) + "B=="
    },
    form("a value of zeros", .wrongSignature) {
      $0.value = Data(repeating: 0, count: 64).base64EncodedString()
    },
    form("a short digest", .form(element: "DigestValue")) { $0.digest = "AAAA" },
    form("the digest of another document", .contentChanged) {
      $0.digest = Data(SHA256.hash(data: [1])).base64EncodedString()
    },
  ]
}
