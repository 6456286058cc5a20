// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

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
    try eachPerson(of: [.generated, .recalled]) { _, rows in
      var last: StandingDocument?
      for (row, event) in rows {
        if event.kind == .generated {
          last = StandingDocument(row: row, event: event)
        } else if event.document == last?.event.document {
          last?.noticeRow = row
          last?.notice = event
        }
      }
      if let last { try visit(last) }
    }
  }
}
