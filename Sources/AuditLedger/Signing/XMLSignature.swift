// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Crypto
import Foundation

/// Signs XML documents of ours with an enveloped signature (XML Signature 1.0, ECDSA on P-256 with
/// SHA-256, exclusive canonical form; DecisionAid.docc/Auditors.md, "Form of a signature").
///
/// ECDSA draws a random number: the bytes of a signature differ from run to run, what it signs does
/// not.
public enum XMLSignature {
  /// A document with its signature as the last child of the root.
  ///
  /// The result is its own exclusive canonical form again, and was verified before it is returned.
  ///
  /// - Parameters:
  ///   - canonicalBytes: a document that is its own exclusive canonical form, without a signature,
  ///     at most as large as `XMLReader.documentLimit` with the signature.
  ///   - identity: whose signature it is.
  /// - Throws: `notCanonical` when the bytes are no such document, `notSigned` when the library
  ///   refuses, or what the verification of the result found.
  public static func signed(
    _ canonicalBytes: [UInt8], by identity: SigningIdentity
  ) throws(SignatureFault) -> [UInt8] {
    // A canonical form ends with the end tag of its root, and nothing else in it begins "</" later.
    guard canonicalBytes.last == 0x3E,
      let end = canonicalBytes.indices.last(where: {
        canonicalBytes[$0] == 0x2F && $0 > 0 && canonicalBytes[$0 - 1] == 0x3C
      })
    else { throw .notCanonical }
    let digest = Array(SHA256.hash(data: canonicalBytes))
    var bytes = Array(canonicalBytes[..<(end - 1)])
    bytes += try signatureElement(digest: digest, by: identity)
    bytes += canonicalBytes[(end - 1)...]
    do throws(SignatureFault) {
      let verified = try XMLSignatureVerifier(certificate: identity.certificate)
        .verify(bytes, file: "", at: identity.certificate.validFrom)
      guard verified.bytesAreCanonical, verified.digest == digest else { throw .notCanonical }
    } catch .contentChanged {
      // The canonical form has another digest than the bytes.
      throw .notCanonical
    }
    return bytes
  }

  /// The bytes of a signature element, for a document that is written in a stream: they go
  /// directly before the end tag of the root.
  ///
  /// Nothing is verified here: the writer reads its finished file back.
  ///
  /// - Parameters:
  ///   - digest: the SHA-256 of the whole document without the signature, which must be its own
  ///     exclusive canonical form: 32 bytes.
  ///   - identity: whose signature it is.
  /// - Throws: `notSigned` when the library refuses.
  public static func signatureElement(
    digest: [UInt8], by identity: SigningIdentity
  ) throws(SignatureFault) -> [UInt8] {
    let inside = SignatureForm.insideSignedInfo(digest: digest)
    // Alone, the canonical form declares the prefix that the element around it declares.
    let canonical = "<ds:SignedInfo \(SignatureForm.declaration)>\(inside)</ds:SignedInfo>"
    guard digest.count == 32,
      let signature = try? identity.key.signature(for: Array(canonical.utf8))
    else { throw .notSigned }
    let value = Data(signature.rawRepresentation).base64EncodedString()
    let certificate = Data(identity.certificate.der).base64EncodedString()
    return Array(
      ("<ds:Signature \(SignatureForm.declaration)><ds:SignedInfo>\(inside)</ds:SignedInfo>"
        + "<ds:SignatureValue>\(value)</ds:SignatureValue><ds:KeyInfo><ds:X509Data>"
        + "<ds:X509Certificate>\(certificate)</ds:X509Certificate></ds:X509Data></ds:KeyInfo>"
        + "</ds:Signature>").utf8)
  }
}

/// The one form of a signature that is written and accepted.
enum SignatureForm {
  /// The namespace of XML signatures.
  static let namespace = "http://www.w3.org/2000/09/xmldsig#"
  /// Exclusive XML Canonicalization 1.0, without comments.
  static let canonicalization = "http://www.w3.org/2001/10/xml-exc-c14n#"
  /// ECDSA with SHA-256; its value is r and s, 32 bytes each.
  static let signing = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"
  /// The transform that takes the signature out.
  static let enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature"
  /// SHA-256.
  static let hashing = "http://www.w3.org/2001/04/xmlenc#sha256"

  /// The declaration of the prefix that we write.
  static let declaration = "xmlns:ds=\"\(namespace)\""

  /// What stands inside SignedInfo, without space: there it would be part of what is signed.
  static func insideSignedInfo(digest: [UInt8]) -> String {
    func empty(_ name: String, _ algorithm: String) -> String {
      "<ds:\(name) Algorithm=\"\(algorithm)\"></ds:\(name)>"
    }
    return empty("CanonicalizationMethod", canonicalization) + empty("SignatureMethod", signing)
      + "<ds:Reference URI=\"\"><ds:Transforms>" + empty("Transform", enveloped)
      + empty("Transform", canonicalization) + "</ds:Transforms>" + empty("DigestMethod", hashing)
      + "<ds:DigestValue>\(Data(digest).base64EncodedString())</ds:DigestValue></ds:Reference>"
  }

  /// The bytes of base64 text in its one plain form: no space, all padding, no loose bits.
  ///
  /// A second spelling of the same bytes would be a change that no signature sees.
  static func bytes(base64 text: String) -> [UInt8]? {
    guard let data = Data(base64Encoded: text), data.base64EncodedString() == text else {
      return nil
    }
    return Array(data)
  }
}
