// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Foundation
import TestSupport
import Testing

@testable import AuditLedger

/// Other people's verifiers accept what we sign, and see every change that we see.
@Suite(.takesLong, .needs("java", "openssl", "xmlsec1", "python"))
struct SignaturePeerTests {
  /// What a tool of the tests prints after it has tried changes.
  private struct Verdict {
    let accepted: Bool
    let tried: Int
    let missed: [Int]

    init(_ run: SigningPeer) throws {
      let lines = run.text.split(separator: "\n")
      try #require(lines.count == 2 && run.status == 0, "\(run.text.suffix(2000))")
      accepted = lines[0] == "accepted"
      let numbers = lines[1].split(separator: " ").compactMap { Int($0) }
      tried = try #require(numbers.first)
      missed = Array(numbers.dropFirst())
    }
  }

  /// Certificate, record and places, as the tools take them.
  private func arguments(_ folder: SignedFolder, _ places: [Int]) throws -> [String] {
    try folder.write("places.txt", Array(places.map(String.init).joined(separator: "\n").utf8))
    return ["certificate.pem", "record.xml", "places.txt"].map(folder.file)
  }

  @Test func javaAcceptsTheRecordAndRefusesEveryChange() throws {
    let folder = try SignedFolder()
    let places = try folder.places(200, signatureStep: 5)
    let verdict = try Verdict(
      SigningPeer(
        ["java", SigningPeer.tool("VerifySignature.java")] + arguments(folder, places)))
    #expect(verdict.accepted && verdict.tried == places.count && verdict.missed.isEmpty)
    #expect(places.count > 300)
  }

  @Test func signxmlAcceptsTheRecordAndRefusesEveryChange() throws {
    let folder = try SignedFolder()
    let places = try folder.places(200, signatureStep: 5)
    let verdict = try Verdict(
      SigningPeer(
        [SigningPeer.python, SigningPeer.tool("verify_signature.py")] + arguments(folder, places)))
    #expect(verdict.accepted && verdict.tried == places.count && verdict.missed.isEmpty)
  }

  /// The command that auditors are given; without `--enabled-key-data` it believes a key that the
  /// document brings along.
  private func xmlsec(_ folder: SignedFolder, _ name: String, _ options: [String] = []) throws
    -> SigningPeer
  {
    try SigningPeer(
      ["xmlsec1", "--verify", "--trusted-pem", folder.file("certificate.pem")] + options
        + [
          "--enabled-key-data", "x509", "--enabled-reference-uris", "empty",
          // The sample certificate begins on a day that the clock may not have reached.
          "--verification-time", "2026-11-23 00:00:00", folder.file(name),
        ])
  }

  @Test func xmlsecAcceptsTheRecordAndRefusesEveryChange() throws {
    let folder = try SignedFolder()
    let accepted = try xmlsec(folder, "record.xml")
    #expect(accepted.status == 0, "\(accepted.text)")
    for place in try folder.places(100, signatureStep: 11) {
      var changed = folder.record
      changed[place] ^= 1
      try folder.write("changed.xml", changed)
      #expect(try xmlsec(folder, "changed.xml").status != 0, "byte \(place)")
    }
  }

  @Test func xmlsecRefusesTheAttacksThatItCanSee() throws {
    let folder = try SignedFolder()
    try folder.write("good.xml", SigningSample.signedSmall())
    #expect(try xmlsec(folder, "good.xml").status == 0)
    let names = [
      "signed again with the attacker's key value", "signed again and naming the signer",
      "the signature taken out", "a reference to an element", "a changed text",
      "a changed text with its digest", "the record wrapped in another one",
    ]
    let attacks = SignatureAttack.forms + SignatureAttack.keys + SignatureAttack.texts
    let chosen = attacks.filter { names.contains($0.name) }
    #expect(chosen.count == names.count)
    for attack in chosen {
      try folder.write("attack.xml", attack.bytes())
      #expect(try xmlsec(folder, "attack.xml").status != 0, "\(attack.name)")
    }
  }

  @Test func opensslTakesTheCertificateForASignerThatSignsItself() throws {
    let folder = try SignedFolder()
    let certificate = folder.file("certificate.pem")
    let verified = try SigningPeer([
      "openssl", "verify", "-x509_strict", "-attime", "\(SigningSample.moment)", "-CAfile",
      certificate, certificate,
    ])
    #expect(verified.status == 0, "\(verified.text)")
    let shown = try SigningPeer([
      "openssl", "x509", "-in", certificate, "-noout", "-text", "-fingerprint", "-sha256",
    ])
    let identity = try SigningSample.signer.get()
    for words in [
      "Version: 3", "CA:FALSE", "Digital Signature\n", "prime256v1", "ecdsa-with-SHA256",
      "Subject: CN = Spine Decision Aid", "Not Before: Nov 22 00:00:00 2026 GMT",
      "Not After : Nov 22 00:00:00 2036 GMT",
    ] { #expect(shown.text.contains(words), "\(words)") }
    let digits = shown.text.lowercased().replacing(":", with: "")
    #expect(digits.contains(identity.certificate.fingerprint))
  }

  @Test func keysOfOpensslAreRead() throws {
    let folder = try SignedFolder()
    let (sec1, protected) = (folder.file("sec1.pem"), folder.file("protected.pem"))
    let made = try SigningPeer([
      "openssl", "ec", "-in", folder.file("key.pem"), "-out", sec1,
    ])
    #expect(made.status == 0, "\(made.text)")
    func read(_ name: String) throws -> [UInt8] {
      Array(try Data(contentsOf: URL(filePath: folder.file(name))))
    }
    let certificate = try read("certificate.pem")
    let key = try read("sec1.pem")
    #expect(SigningSample.text(key).contains("BEGIN EC PRIVATE KEY"))
    #expect(throws: Never.self) { try SigningIdentity(keyPEM: key, certificatePEM: certificate) }
    for form in [["pkcs8", "-topk8"], ["ec", "-aes128"]] {
      let run = try SigningPeer(
        ["openssl"] + form + [
          "-passout", "pass:x", "-in", folder.file("key.pem"), "-out", protected,
        ])
      #expect(run.status == 0, "\(run.text)")
      let bytes = try read("protected.pem")
      #expect(throws: KeyFault.encryptedKey) {
        try SigningIdentity(keyPEM: bytes, certificatePEM: certificate)
      }
    }
  }
}
