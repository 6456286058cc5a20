// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Crypto
import Markup

/// What a leaf of the tree stands for: a salted digest of an event, so that the event can be erased
/// while the tree still verifies, and nobody can find an erased event by trying.
public enum Commitment {
  /// The length of a salt, in bytes.
  public static let saltLength = 16

  /// HMAC-SHA256 (RFC 2104) of the canonical bytes of an event, with the salt as key.
  public static func value(of payload: [UInt8], salt: [UInt8]) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: payload, using: SymmetricKey(data: salt)))
  }

  /// The hash of the leaf that binds a commitment to its ledger and its place.
  ///
  /// - Parameters:
  ///   - commitment: 32 bytes.
  ///   - ledger: the id of the ledger.
  ///   - sequence: the number of the row, from 1.
  public static func leaf(
    _ commitment: [UInt8], ledger: String, sequence: UInt64
  ) -> MerkleHash {
    let text = "\(EventXML.namespace)\n\(ledger)\n\(sequence)\n\(Hexadecimal.text(commitment))\n"
    return .leaf(Array(text.utf8))
  }

  /// Random bytes from the system.
  static func randomBytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}
