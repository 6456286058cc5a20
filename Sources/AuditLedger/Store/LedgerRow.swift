// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import GRDB

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
