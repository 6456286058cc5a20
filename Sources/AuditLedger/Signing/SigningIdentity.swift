// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Crypto
import Foundation
import Markup
import SwiftASN1
import X509

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

/// The blocks of a PEM text (RFC 7468).
struct PEMText {
  private let documents: [PEMDocument]

  /// Reads all blocks; text around them is skipped.
  init(_ bytes: [UInt8]) throws(KeyFault) {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notPEM }
    // OpenSSL's older form marks encryption in a header, the newer one in the name of the block.
    if text.contains("ENCRYPTED") { throw .encryptedKey }
    // The last line may lack its end.
    guard let found = try? PEMDocument.parseMultiple(pemString: text + "\n") else { throw .notPEM }
    documents = found
  }

  /// The bytes of the first block with one of the names.
  func first(_ names: String...) throws(KeyFault) -> (name: String, der: [UInt8]) {
    guard let document = documents.first(where: { names.contains($0.discriminator) }) else {
      throw .notPEM
    }
    return (document.discriminator, document.derBytes)
  }

  /// One block as text, with a line end.
  static func text(_ name: String, _ der: [UInt8]) -> String {
    PEMDocument(type: name, derBytes: der).pemString + "\n"
  }
}

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
