// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Crypto
import Foundation
import Markup
import Testing

@testable import AuditLedger

/// Making and reading keys and certificates.
struct SigningKeyTests {
  @Test func aNewKeyAndItsCertificateAreReadBack() throws {
    let made = try SigningIdentity.make(
      name: "Klinik Süd", validFrom: SigningSample.start, days: 30)
    let read = try SigningIdentity(
      keyPEM: Array(made.keyPEM.utf8), certificatePEM: Array(made.certificate.pem.utf8))
    #expect(read.certificate == made.certificate)
    #expect(read.key.rawRepresentation == made.key.rawRepresentation)
    #expect(made.keyPEM.hasPrefix("-----BEGIN PRIVATE KEY-----\n"))
    #expect(made.certificate.subject == "CN=Klinik Süd")
    #expect(made.certificate.validFrom == SigningSample.start)
    #expect(made.certificate.validTo == SigningSample.start + 30 * 86_400)
    let digest = SHA256.hash(data: made.certificate.der)
    #expect(made.certificate.fingerprint == Hexadecimal.text(digest))
    #expect(made.certificate.fingerprint.count == 64)
  }

  @Test func twoKeysAreNeverTheSame() throws {
    let one = try SigningIdentity.make(validFrom: SigningSample.start)
    let other = try SigningIdentity.make(validFrom: SigningSample.start)
    #expect(one.certificate.fingerprint != other.certificate.fingerprint)
    #expect(one.certificate.subject == "CN=Spine Decision Aid")
  }

  @Test(arguments: [
    ("", 1, 1, KeyFault.wrongName), (String(repeating: "x", count: 65), 1, 1, .wrongName),
    ("a\nb", 1, 1, .wrongName), ("a\u{202E}b", 1, 1, .wrongName), ("a", 1, 0, .wrongDays),
    ("a", 1, -1, .wrongDays), ("a", 1, 36_501, .wrongDays), ("a", -1, 1, .wrongDays),
    ("a", .max, 1, .wrongDays),
  ])
  func aCertificateHasANameAndATime(name: String, start: Int, days: Int, fault: KeyFault) {
    #expect(throws: fault) { try SigningIdentity.make(name: name, validFrom: start, days: days) }
  }

  @Test(arguments: [1, 36_500])
  func theLongestAndTheShortestTimeAreTaken(days: Int) throws {
    let made = try SigningIdentity.make(validFrom: SigningSample.start, days: days)
    #expect(made.certificate.validTo - made.certificate.validFrom == days * 86_400)
  }

  /// A key and a certificate as text, and what is wrong with them.
  struct BadPair: Sendable, CustomTestStringConvertible {
    let name: String
    let fault: KeyFault
    let key: @Sendable (SigningIdentity) -> String
    var certificate: @Sendable (SigningIdentity) -> String = { $0.certificate.pem }

    var testDescription: String { name }
  }

  static let badPairs: [BadPair] = [
    BadPair(name: "a key of another pair", fault: .mismatch) { _ in
      P256.Signing.PrivateKey().pemRepresentation
    },
    BadPair(name: "a key on P-384", fault: .wrongCurve) { _ in
      P384.Signing.PrivateKey().pemRepresentation
    },
    BadPair(name: "a key on P-521", fault: .wrongCurve) { _ in
      P521.Signing.PrivateKey().pemRepresentation
    },
    BadPair(name: "a key with a password", fault: .encryptedKey) {
      $0.keyPEM.replacing("PRIVATE", with: "ENCRYPTED PRIVATE")
    },
    BadPair(name: "a key with a password in the old form", fault: .encryptedKey) {
      $0.keyPEM.replacing("KEY-----\nM", with: "KEY-----\nProc-Type: 4,ENCRYPTED\n\nM")
    },
    BadPair(name: "no PEM", fault: .notPEM) { _ in "hello" },
    BadPair(name: "nothing", fault: .notPEM) { _ in "" },
    BadPair(name: "a public key", fault: .notPEM) { $0.key.publicKey.pemRepresentation },
    BadPair(name: "a certificate instead of a key", fault: .notPEM) { $0.certificate.pem },
    BadPair(name: "a key cut off", fault: .notPEM) { String($0.keyPEM.prefix(100)) },
    BadPair(name: "a key that is none", fault: .unreadable) { _ in
      "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"
    },
    BadPair(name: "a key instead of a certificate", fault: .notPEM, key: \.keyPEM) { $0.keyPEM },
    BadPair(name: "a certificate that is none", fault: .unreadable, key: \.keyPEM) { _ in
      "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
    },
    BadPair(name: "another certificate first", fault: .mismatch, key: \.keyPEM) {
      ((try? SigningSample.attacker.get().certificate.pem) ?? "") + $0.certificate.pem
    },
  ]

  @Test(arguments: badPairs)
  func aPairThatCannotSignIsRefusedForItsReason(pair: BadPair) throws {
    let identity = try SigningSample.signer.get()
    #expect(throws: pair.fault) {
      try SigningIdentity(
        keyPEM: Array(pair.key(identity).utf8),
        certificatePEM: Array(pair.certificate(identity).utf8))
    }
    #expect(pair.fault.diagnostic(file: "k.pem").identifier.hasPrefix("keys."))
  }

  @Test func bytesThatAreNoTextAreNoPEM() {
    #expect(throws: KeyFault.notPEM) { try SigningCertificate(pem: [0xFF, 0x00]) }
  }

  @Test func aChainAndLineEndsOfWindowsAreTaken() throws {
    let identity = try SigningSample.signer.get()
    let other = try SigningSample.attacker.get().certificate.pem
    let read = try SigningIdentity(
      keyPEM: Array(identity.keyPEM.replacing("\n", with: "\r\n").utf8),
      certificatePEM: Array((identity.certificate.pem + other).utf8))
    #expect(read.certificate == identity.certificate)
  }
}
