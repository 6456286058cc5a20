// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Crypto
import Foundation
import TestSupport
import Testing

@testable import AuditLedger

/// A record of the samples, and keys to sign it with.
enum SigningSample {
  /// 2026-11-22T00:00:00Z.
  static let start = 1_795_305_600
  /// A day later: when things are verified.
  static let moment = start + 86_400

  /// The record of a sample, which is its own canonical form.
  static func record() throws -> [UInt8] {
    try Project.bytes("Output/Examples/23-not-asked-us/record.xml")
  }

  /// A document small enough to change each of its bytes.
  static let small = Array(
    "<record xmlns=\"urn:r\" id=\"7\"><part a=\"1\" b=\"2\">äöü &amp; ü</part>\n<part></part></record>"
      .utf8)

  /// Whose signature is believed.
  static let signer = Result { try SigningIdentity.make(validFrom: start) }
  /// Whose is not.
  static let attacker = Result { try SigningIdentity.make(validFrom: start) }

  /// A verifier that pins the signer's certificate.
  static func verifier() throws -> XMLSignatureVerifier {
    XMLSignatureVerifier(certificate: try signer.get().certificate)
  }

  /// The small document, signed.
  static func signedSmall() throws -> [UInt8] {
    try XMLSignature.signed(small, by: signer.get())
  }

  /// The fault that verification finds, or nil.
  static func fault(_ bytes: [UInt8]) throws -> SignatureFault? {
    let verifier = try verifier()
    do throws(SignatureFault) {
      _ = try verifier.verify(bytes, file: "r.xml", at: moment)
      return nil
    } catch { return error }
  }

  /// Where in signed bytes the signature stands, and where what it says about its key does.
  static func places(_ bytes: [UInt8]) throws -> (signature: Range<Int>, keyInfo: Range<Int>) {
    func place(_ text: String) throws -> Range<Int> {
      try #require(bytes.firstRange(of: Array(text.utf8)))
    }
    let end = try place("</ds:Signature>").upperBound
    return (
      try place("<ds:Signature ").lowerBound..<end,
      try place("<ds:KeyInfo>").lowerBound..<place("</ds:KeyInfo>").upperBound
    )
  }
}
