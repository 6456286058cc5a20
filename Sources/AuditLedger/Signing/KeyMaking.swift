// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Crypto
import Foundation
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
