// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Crypto
import Foundation

@testable import AuditLedger

/// A signature put together by hand, so that any of its parts can be wrong while the signature
/// itself is valid over what it says.
struct ForgedSignature {
  static let declaration = "http://www.w3.org/2000/09/xmldsig#"
  var canonicalization = "http://www.w3.org/2001/10/xml-exc-c14n#"
  var method = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"
  var reference = "URI=\"\""
  var transforms = [
    "Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\">",
    "Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\">",
  ]
  var hashing = "http://www.w3.org/2001/04/xmlenc#sha256"
  var digest: String
  /// How often the reference stands there.
  var references = 1
  /// What else stands at the end of SignedInfo.
  var more = ""
  /// SignedInfo is empty.
  var isEmpty = false
  /// The inside of KeyInfo; nil: the signer's certificate.
  var keyInfo: String?
  /// What stands after KeyInfo.
  var object = ""
  /// Attributes of the signature.
  var attributes = ""
  /// The value; nil: the one of the key.
  var value: String?

  init(digestOf document: [UInt8]) {
    digest = Data(SHA256.hash(data: document)).base64EncodedString()
  }

  /// The inside of SignedInfo, canonical; `#` stands for the prefix.
  private var info: String {
    if isEmpty { return "" }
    let parts = transforms.map { "<#Transform \($0)</#Transform>" }.joined()
    let one =
      "<#Reference \(reference)><#Transforms>\(parts)</#Transforms>"
      + "<#DigestMethod Algorithm=\"\(hashing)\"></#DigestMethod>"
      + "<#DigestValue>\(digest)</#DigestValue></#Reference>"
    return "<#CanonicalizationMethod Algorithm=\"\(canonicalization)\"></#CanonicalizationMethod>"
      + "<#SignatureMethod Algorithm=\"\(method)\"></#SignatureMethod>"
      + String(repeating: one, count: references) + more
  }

  /// The signature.
  ///
  /// - Parameters:
  ///   - key: who signs.
  ///   - named: whose certificate it names; nil: that of the key.
  func element(
    by key: SigningIdentity, naming named: SigningCertificate? = nil, prefix: String = "ds:"
  ) throws -> String {
    func filled(_ text: String) -> String {
      text.replacing("<#", with: "<\(prefix)").replacing("</#", with: "</\(prefix)")
    }
    let name = prefix.isEmpty ? "xmlns" : "xmlns:\(prefix.dropLast())"
    let space = "\(name)=\"\(Self.declaration)\""
    let canonical = filled("<#SignedInfo \(space)>\(info)</#SignedInfo>")
    let raw = try key.key.signature(for: Array(canonical.utf8)).rawRepresentation
    let certificate = Data((named ?? key.certificate).der).base64EncodedString()
    let inside =
      keyInfo ?? "<#X509Data><#X509Certificate>\(certificate)</#X509Certificate></#X509Data>"
    return filled(
      "<#Signature \(space)\(attributes)><#SignedInfo>\(info)</#SignedInfo>"
        + "<#SignatureValue>\(value ?? raw.base64EncodedString())</#SignatureValue>"
        + "<#KeyInfo>\(inside)</#KeyInfo>\(object)</#Signature>")
  }

  /// A document with the signature as the last child of its root.
  func document(
    _ bytes: [UInt8], by key: SigningIdentity, naming named: SigningCertificate? = nil,
    prefix: String = "ds:"
  ) throws -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    let element = try element(by: key, naming: named, prefix: prefix)
    return Array(text.replacing("</record>", with: "\(element)</record>").utf8)
  }
}
