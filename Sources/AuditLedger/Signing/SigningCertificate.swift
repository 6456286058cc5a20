// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Crypto
import Foundation
import Markup
import SwiftASN1
import X509

/// The certificate of a signer: what a verifier pins.
///
/// It stands for a key and a time, not for a chain of trust: whoever checks a document got it, or
/// its fingerprint, from the signer by another way than the document.
public struct SigningCertificate: Sendable, Hashable {
  /// The bytes of the certificate, DER.
  public let der: [UInt8]
  /// Whom it names, as a distinguished name such as `CN=Spine Decision Aid`.
  public let subject: String
  /// The first moment at which it holds, in seconds since 1970-01-01T00:00:00Z.
  public let validFrom: Int
  /// The last moment at which it holds, in seconds since 1970-01-01T00:00:00Z.
  public let validTo: Int
  /// The public key, uncompressed in the form of X9.63: 65 bytes.
  let publicKey: [UInt8]

  /// The SHA-256 of the certificate's bytes: 64 hexadecimal digits, as `openssl x509 -fingerprint
  /// -sha256` prints them, without colons and in small letters.
  public var fingerprint: String { SigningCertificate.fingerprint(of: der) }

  /// Reads the first certificate of a PEM text; those that follow (a chain) are not looked at.
  ///
  /// - Throws: `notPEM`, `unreadable`, or `wrongCurve` when its key is not on P-256.
  public init(pem: [UInt8]) throws(KeyFault) {
    try self.init(der: try PEMText(pem).first("CERTIFICATE").der)
  }

  /// Reads a certificate from its bytes, DER.
  init(der: [UInt8]) throws(KeyFault) {
    guard let certificate = try? Certificate(derEncoded: der) else { throw .unreadable }
    guard let key = P256.Signing.PublicKey(certificate.publicKey) else { throw .wrongCurve }
    self.der = der
    subject = String(describing: certificate.subject)
    validFrom = Int(certificate.notValidBefore.timeIntervalSince1970)
    validTo = Int(certificate.notValidAfter.timeIntervalSince1970)
    publicKey = Array(key.x963Representation)
  }

  /// The certificate as PEM text, with a line end.
  public var pem: String { PEMText.text("CERTIFICATE", der) }

  /// Whether it holds at a moment, in seconds since 1970-01-01T00:00:00Z.
  public func isValid(at moment: Int) -> Bool { (validFrom...max(validFrom, validTo)) ~= moment }

  /// Whether its key made a signature over bytes.
  ///
  /// - Parameter signature: the two numbers r and s, 32 bytes each.
  func verifies(_ signature: [UInt8], over bytes: [UInt8]) -> Bool {
    guard let key = try? P256.Signing.PublicKey(x963Representation: publicKey),
      let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature)
    else { return false }
    return key.isValidSignature(signature, for: bytes)
  }

  /// The fingerprint of a certificate's bytes.
  static func fingerprint(of der: [UInt8]) -> String { Hexadecimal.text(SHA256.hash(data: der)) }
}
