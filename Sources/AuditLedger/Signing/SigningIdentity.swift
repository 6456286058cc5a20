// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Crypto
import Foundation

/// A private key on P-256 and the certificate that belongs to it.
///
/// The key never leaves the value but as PEM text that is asked for.
public struct SigningIdentity: Sendable {
  /// The certificate.
  public let certificate: SigningCertificate
  let key: P256.Signing.PrivateKey

  /// Joins a key and its certificate.
  init(key: P256.Signing.PrivateKey, certificate: SigningCertificate) throws(KeyFault) {
    guard Array(key.publicKey.x963Representation) == certificate.publicKey else { throw .mismatch }
    self.key = key
    self.certificate = certificate
  }

  /// Reads a key and its certificate.
  ///
  /// - Parameters:
  ///   - keyPEM: the key, PKCS#8 (`PRIVATE KEY`) or SEC 1 (`EC PRIVATE KEY`), not encrypted.
  ///   - certificatePEM: the certificate; a chain may follow it.
  /// - Throws: what is wrong with one of them, or `mismatch` when they are not a pair.
  public init(keyPEM: [UInt8], certificatePEM: [UInt8]) throws(KeyFault) {
    try self.init(
      key: try SigningIdentity.key(keyPEM), certificate: try SigningCertificate(pem: certificatePEM)
    )
  }

  /// The key as PEM text, PKCS#8 without encryption, with a line end: a secret.
  public var keyPEM: String { key.pemRepresentation + "\n" }

  /// Reads a key.
  static func key(_ pem: [UInt8]) throws(KeyFault) -> P256.Signing.PrivateKey {
    let block = try PEMText(pem).first("PRIVATE KEY", "EC PRIVATE KEY", "RSA PRIVATE KEY")
    if let key = try? P256.Signing.PrivateKey(derRepresentation: block.der) { return key }
    throw OtherKey.isReadable(block.name, block.der) ? .wrongCurve : .unreadable
  }
}
