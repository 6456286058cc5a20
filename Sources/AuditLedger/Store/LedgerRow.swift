// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Crypto
import Foundation
import GRDB
import Markup

/// One row of a ledger, as it lies on disk: not yet verified.
public struct LedgerRow: Sendable, Hashable {
  /// The number of the row, from 1.
  public var sequence: UInt64
  /// The commitment to the event, 32 bytes.
  public var commitment: [UInt8]
  /// The root of the tree that ends with this row.
  public var root: [UInt8]
  /// The salt of the commitment; nil when the event was erased.
  public var salt: [UInt8]?
  /// The canonical bytes of the event; nil when it was erased.
  public var payload: [UInt8]?
  /// What can be asked for without reading the event: kind, time, pseudonym, number of the document.
  public var index: [String?]

  /// The columns that `init(_:)` reads, in their order.
  static let columns = "seq, commitment, root, salt, payload, kind, time, profile, document"

  init(_ row: Row) {
    sequence = UInt64(bitPattern: row[0] as Int64)
    commitment = LedgerRow.bytes(row, 1) ?? []
    root = LedgerRow.bytes(row, 2) ?? []
    salt = LedgerRow.bytes(row, 3)
    payload = LedgerRow.bytes(row, 4)
    index = (5...8).map { row[$0] as String? }
  }

  private static func bytes(_ row: Row, _ place: Int) -> [UInt8]? {
    (row[place] as Data?).map { [UInt8]($0) }
  }

  /// What the index must say of an event.
  static func index(of event: LedgerEvent) -> [String?] {
    [event.kind.rawValue, "\(event.time)", event.profile, event.document]
  }
}

/// The state of a ledger at one size: what must leave the machine so that nothing can be taken back.
public struct LedgerHead: Sendable, Hashable {
  /// The id of the ledger: 32 hexadecimal digits.
  public var ledger: String
  /// The number of rows.
  public var size: UInt64
  /// The root of the tree.
  public var root: MerkleHash
}

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
