// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// The rule that every row of a ledger keeps.
enum LedgerVerification {
  /// The event of a row, held against its commitment and its index.
  ///
  /// - Returns: the event, or nil when it was erased.
  /// - Throws: `LedgerError.Kind.damaged` that names the row and what is wrong.
  static func event(
    of row: LedgerRow, ledger path: String, _ reader: XMLReader
  ) throws(LedgerError) -> LedgerEvent? {
    guard let payload = row.payload, let salt = row.salt else {
      guard row.payload == nil, row.salt == nil, row.index.allSatisfy({ $0 == nil }) else {
        throw fault(path, row, "is erased by half")
      }
      return nil
    }
    guard Commitment.value(of: payload, salt: salt) == row.commitment else {
      throw fault(path, row, "does not fit its commitment: the row was changed")
    }
    guard let event = EventXML.event(from: payload, reader: reader) else {
      throw fault(path, row, "holds no event that this version knows")
    }
    guard LedgerRow.index(of: event) == row.index else {
      throw fault(path, row, "does not fit its index: the row was changed")
    }
    return event
  }

  static func fault(_ path: String, _ row: LedgerRow, _ what: String) -> LedgerError {
    Ledger.damaged(path, "Row \(row.sequence) \(what).")
  }
}
