// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Crypto
import Foundation
import Markup
import SwiftASN1
import X509

extension SigningIdentity {
  /// The name of a certificate when none is given.
  public static let defaultName = "Spine Decision Aid"
  /// For how many days a certificate holds when nothing is said: ten years, since a record is
  /// checked long after it was signed.
  public static let defaultDays = 3_653

  /// Makes a key and a certificate that the key signs itself.
  ///
  /// The certificate is one of version 3 for digital signatures alone, and none of an authority:
  /// it can be trusted only by naming it.
  ///
  /// - Parameters:
  ///   - name: the common name of its subject, 1 to 64 characters.
  ///   - validFrom: the first moment at which it holds, in seconds since 1970-01-01T00:00:00Z.
  ///   - days: for how many days it holds, 1 to 36,500.
  /// - Throws: `wrongName`, `wrongDays`, or `notMade`.
  public static func make(
    name: String = defaultName, validFrom: Int, days: Int = defaultDays
  ) throws(KeyFault) -> SigningIdentity {
    let isPrintable = name.unicodeScalars.allSatisfy {
      $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
    }
    guard (1...64).contains(name.unicodeScalars.count), isPrintable else { throw .wrongName }
    // The times of a certificate end with the year 9999.
    guard (1...36_500).contains(days), (0...200_000_000_000).contains(validFrom) else {
      throw .wrongDays
    }
    let key = P256.Signing.PrivateKey()
    guard let der = try? selfSigned(key, name, validFrom, days) else { throw .notMade }
    return try SigningIdentity(key: key, certificate: try SigningCertificate(der: der))
  }

  private static func selfSigned(
    _ key: P256.Signing.PrivateKey, _ name: String, _ validFrom: Int, _ days: Int
  ) throws -> [UInt8] {
    let subject = try DistinguishedName { CommonName(name) }
    let publicKey = Certificate.PublicKey(key.publicKey)
    let start = Date(timeIntervalSince1970: TimeInterval(validFrom))
    // 16 random bytes; the first is neither 0 nor negative as an ASN.1 integer.
    let serial =
      [UInt8.random(in: 1...127)] + (1..<16).map { _ in UInt8.random(in: .min ... .max) }
    let certificate = try Certificate(
      version: .v3, serialNumber: Certificate.SerialNumber(bytes: serial), publicKey: publicKey,
      notValidBefore: start,
      notValidAfter: start.addingTimeInterval(TimeInterval(days) * 86_400), issuer: subject,
      subject: subject, signatureAlgorithm: .ecdsaWithSHA256,
      extensions: try Certificate.Extensions {
        Critical(BasicConstraints.notCertificateAuthority)
        Critical(KeyUsage(digitalSignature: true))
        SubjectKeyIdentifier(hash: publicKey)
      },
      issuerPrivateKey: Certificate.PrivateKey(key))
    var serializer = DER.Serializer()
    try serializer.serialize(certificate)
    return serializer.serializedBytes
  }
}

/// Keys that are none of ours, looked at only to say what is wrong with them.
enum OtherKey {
  /// Whether a block holds a private key on another curve or of another kind.
  static func isReadable(_ name: String, _ der: [UInt8]) -> Bool {
    (try? Certificate.PrivateKey(pemDocument: PEMDocument(type: name, derBytes: der))) != nil
  }
}

/// Why a key or a certificate cannot be used.
public enum KeyFault: Error, Sendable, Hashable {
  /// The text holds no PEM block of the kind that is needed, or one that is broken.
  case notPEM
  /// The key is protected by a password.
  case encryptedKey
  /// The key or the certificate is not for the curve P-256.
  case wrongCurve
  /// The block holds no key or certificate that can be read.
  case unreadable
  /// The certificate is for another key.
  case mismatch
  /// A name for a certificate has 1 to 64 characters and none that cannot be printed.
  case wrongName
  /// A certificate holds for 1 to 36,500 days.
  case wrongDays
  /// The cryptographic library refused to make a key or a certificate: a fault of the program.
  case notMade

  /// The fault as a diagnostic.
  ///
  /// - Parameter file: the file, or what stands for it, as the reader of the message knows it.
  public func diagnostic(file: String) -> Diagnostic {
    let (identifier, problem, advice) = words
    return Diagnostic(.error, identifier, at: SourceLocation(file: file), problem, advice: advice)
  }

  private var words: (identifier: String, problem: String, advice: String) {
    switch self {
    case .notPEM:
      (
        "keys.notPEM", "A key or certificate must be a PEM file; no fitting block was found.",
        "Look for a line such as -----BEGIN PRIVATE KEY----- or -----BEGIN CERTIFICATE-----."
      )
    case .encryptedKey:
      (
        "keys.encrypted", "The key is protected by a password, which the program does not ask for.",
        "Write it without one: openssl pkcs8 -topk8 -nocrypt -in KEY -out signing-key.pem."
      )
    case .wrongCurve:
      (
        "keys.curve", "A signing key must be an elliptic-curve key on P-256 (prime256v1).",
        "Make one with: decision-aid keys create."
      )
    case .unreadable:
      (
        "keys.unreadable", "The PEM block holds no key or certificate that can be read.",
        "Copy the file again, or make new ones with: decision-aid keys create."
      )
    case .mismatch:
      (
        "keys.mismatch", "The certificate is for another key.",
        "Put the key and the certificate that were made together into one folder."
      )
    case .wrongName:
      (
        "keys.name", "A name has 1 to 64 characters, none of them a control character.",
        "Shorten it."
      )
    case .wrongDays:
      (
        "keys.days", "A certificate holds for 1 to 36500 days, and begins after 1970.",
        "Choose another number."
      )
    case .notMade:
      ("keys.notMade", "The key or the certificate could not be made.", "Report this fault.")
    }
  }
}
