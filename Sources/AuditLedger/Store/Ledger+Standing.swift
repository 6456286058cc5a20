// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import GRDB
import Markup

/// A document set that is the last of its person and was not erased, with the letter about it.
public struct StandingDocument: Sendable, Hashable {
  /// The number of the row that made it.
  public var row: UInt64
  /// What that row says.
  public var event: LedgerEvent
  /// The number of the row of the last letter that recalls it, or nil: its person was not told.
  public var noticeRow: UInt64?
  /// What that row says, or nil.
  public var notice: LedgerEvent?
}

extension Ledger {
  /// The last document set of each person, by pseudonym; each row is held against its commitment.
  ///
  /// What another set took the place of, and what was erased, is left out.
  ///
  /// - Throws: `LedgerError`, or what `visit` throws.
  public func standingDocuments(visit: (StandingDocument) throws -> Void) throws {
    let reader = XMLReader()
    var profile = ""
    var last: StandingDocument?
    do {
      try queue.read { database in
        let rows = try Row.fetchCursor(
          database,
          sql: """
            SELECT \(LedgerRow.columns) FROM entry
            WHERE profile IS NOT NULL AND kind IN ('generated', 'recalled') ORDER BY profile, seq
            """)
        while let row = try rows.next().map(LedgerRow.init) {
          guard let event = try LedgerVerification.event(of: row, ledger: path, reader),
            let owner = event.profile
          else { continue }
          if owner != profile {
            if let last { try visit(last) }
            (profile, last) = (owner, nil)
          }
          if event.kind == .generated {
            last = StandingDocument(row: row.sequence, event: event)
          } else if event.document == last?.event.document {
            last?.noticeRow = row.sequence
            last?.notice = event
          }
        }
        if let last { try visit(last) }
      }
    } catch let error as DatabaseError {
      throw LedgerError(error, at: path)
    }
  }
}
