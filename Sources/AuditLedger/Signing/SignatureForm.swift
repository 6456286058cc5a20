// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation

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
