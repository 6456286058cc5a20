// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Crypto
import Foundation
import Testing

@testable import AuditLedger

/// One byte is enough.
struct SignatureChangeTests {
  /// Whether a copy is refused, or at least known to be another copy of the same content.
  private func isSeen(_ bytes: [UInt8], _ digest: [UInt8]) throws -> Bool {
    let verifier = try SigningSample.verifier()
    do throws(SignatureFault) {
      let verified = try verifier.verify(bytes, file: "r", at: SigningSample.moment)
      return !verified.bytesAreCanonical && verified.digest == digest
    } catch { return true }
  }

  @Test func everyChangedByteOfASmallDocumentIsRefused() throws {
    let signed = try SigningSample.signedSmall()
    for index in signed.indices {
      var changed = signed
      changed[index] ^= 1
      #expect(try SigningSample.fault(changed) != nil, "byte \(index)")
    }
  }

  @Test func everyMissingOrAddedByteOfASmallDocumentIsSeen() throws {
    let signed = try SigningSample.signedSmall()
    let digest = Array(SHA256.hash(data: SigningSample.small))
    for index in signed.indices {
      var shorter = signed
      shorter.remove(at: index)
      #expect(try isSeen(shorter, digest), "without byte \(index)")
      var longer = signed
      longer.insert(0x20, at: index)
      #expect(try isSeen(longer, digest), "space before byte \(index)")
    }
  }

  @Test func oneChangedByteOfARecordIsRefusedAtHundredsOfPlaces() throws {
    let signed = try XMLSignature.signed(
      SigningSample.record(), by: SigningSample.signer.get())
    for index in stride(from: 0, to: signed.count, by: signed.count / 300) {
      var changed = signed
      changed[index] ^= 1
      #expect(try SigningSample.fault(changed) != nil, "byte \(index)")
    }
  }
}

/// The time of a certificate is looked at when all else holds.
struct SignatureTimeTests {
  private static let day = 86_400
  private static let start = SigningSample.start
  private static let end = start + 3_653 * day

  @Test(
    arguments: [
      (start, nil, nil), (end, nil, nil), (start - 1, nil, SignatureFault.notYetValid(from: start)),
      (end + 1, nil, .expired(since: end, wasValidWhenSigned: nil)),
      (end + 1, start + day, .expired(since: end, wasValidWhenSigned: true)),
      (end + 1, end, .expired(since: end, wasValidWhenSigned: true)),
      (end + 9, end + 2, .expired(since: end, wasValidWhenSigned: false)),
      (end + 9, start - 1, .expired(since: end, wasValidWhenSigned: false)),
    ] as [(Int, Int?, SignatureFault?)])
  func aCertificateHoldsFromItsFirstSecondToItsLast(
    moment: Int, signedAt: Int?, fault: SignatureFault?
  ) throws {
    let signed = try SigningSample.signedSmall()
    let verifier = try SigningSample.verifier()
    var found: SignatureFault?
    do throws(SignatureFault) {
      _ = try verifier.verify(signed, file: "r", at: moment, signedAt: signedAt)
    } catch { found = error }
    #expect(found == fault)
  }

  @Test func anExpiredCertificateThatWasValidIsSaidToHaveBeen() {
    let fault = SignatureFault.expired(since: Self.end, wasValidWhenSigned: true)
    let message = fault.diagnostics(file: "record.xml").map(\.description)
    #expect(
      message == [
        "record.xml: error: The certificate expired on 2036-11-22T00:00:00Z; it was valid at the time "
          + "of signing. All else holds. Verify at the time of signing with --at, if you know it from "
          + "elsewhere. [signature.expired]"
      ])
  }

  @Test func aForgedDocumentIsForgedWhateverTheTime() throws {
    let signed = SigningSample.text(try SigningSample.signedSmall())
    let verifier = try SigningSample.verifier()
    let changed = Array(signed.replacing("äöü", with: "äöo").utf8)
    #expect(throws: SignatureFault.contentChanged) {
      try verifier.verify(changed, file: "r", at: Self.end + 1)
    }
  }
}
