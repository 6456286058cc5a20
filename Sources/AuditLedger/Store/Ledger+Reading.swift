// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import GRDB
import Markup

extension Ledger {
  /// Which rows are asked for; nil parts leave nothing out.
  public struct Selection: Sendable, Hashable {
    /// The first day, in UTC.
    public var from: CalendarDay?
    /// The last day, in UTC.
    public var to: CalendarDay?
    /// The pseudonym.
    public var profile: String?
    /// The number of the document set.
    public var document: String?
    /// The fingerprint on the pages of a handout.
    public var fingerprint: String?

    /// The rows that fit all that is given; nothing given selects every row.
    public init(
      from: CalendarDay? = nil, to: CalendarDay? = nil, profile: String? = nil,
      document: String? = nil,
      fingerprint: String? = nil
    ) {
      self.from = from
      self.to = to
      self.profile = profile
      self.document = document
      self.fingerprint = fingerprint
    }

    /// Whether nothing is left out.
    public var isEverything: Bool { self == Selection() }

    /// Whether an event is asked for.
    ///
    /// Erased rows belong only to everything.
    public func holds(_ event: LedgerEvent?) -> Bool {
      guard let event else { return isEverything }
      let day = event.time.day
      if let from, day < from { return false }
      if let to, day > to { return false }
      if let profile, event.profile != profile { return false }
      if let document, event.document != document { return false }
      if let fingerprint, event.fingerprint != fingerprint { return false }
      return true
    }
  }

  /// The events that are asked for, in order, each held against its commitment.
  ///
  /// - Throws: `LedgerError`, or what `visit` throws.
  public func events(
    _ selection: Selection, visit: (UInt64, LedgerEvent) throws -> Void
  ) throws {
    let reader = XMLReader()
    do {
      try queue.read { database in
        let rows = try Row.fetchCursor(
          database,
          sql: "SELECT \(LedgerRow.columns) FROM entry WHERE payload IS NOT NULL ORDER BY seq")
        while let row = try rows.next().map(LedgerRow.init) {
          guard let event = try LedgerVerification.event(of: row, ledger: path, reader),
            selection.holds(event)
          else { continue }
          try visit(row.sequence, event)
        }
      }
    } catch let error as DatabaseError {
      throw LedgerError(error, at: path)
    }
  }

  /// Copies the ledger, whole and in one state, to a file that is not there yet.
  ///
  /// - Throws: `LedgerError`.
  public func backup(to target: String) throws(LedgerError) {
    do {
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "VACUUM INTO ?", arguments: [target])
      }
    } catch {
      throw Ledger.translated(error, target)
    }
  }

  /// Moves everything from the write-ahead log into the file, and empties the log.
  ///
  /// After rows were erased nothing of them stays in the log.
  ///
  /// - Throws: `LedgerError`.
  public func settle() throws(LedgerError) {
    do {
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
    } catch {
      throw Ledger.translated(error, path)
    }
  }
}

extension Ledger {
  /// The document sets of each person, the pseudonyms in order, the sets from first to last.
  ///
  /// A set whose files another one was written over is left out.
  ///
  /// - Throws: `LedgerError`, or what `visit` throws.
  public func documentSets(visit: (String, [(row: UInt64, event: LedgerEvent)]) throws -> Void)
    throws
  {
    try eachPerson(of: [.generated]) { try visit($0, Ledger.kept($1)) }
  }

  /// The rows of these kinds, of one person at a time: pseudonyms in order, rows from first to last.
  ///
  /// Each row is held against its commitment; a row whose body was erased is left out.
  ///
  /// - Throws: `LedgerError`, or what `visit` throws.
  func eachPerson(
    of kinds: [LedgerEvent.Kind],
    visit: (String, [(row: UInt64, event: LedgerEvent)]) throws -> Void
  ) throws {
    let reader = XMLReader()
    let names = kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    var (profile, events) = ("", [(row: UInt64, event: LedgerEvent)]())
    do {
      try queue.read { database in
        let rows = try Row.fetchCursor(
          database,
          sql: """
            SELECT \(LedgerRow.columns) FROM entry
            WHERE profile IS NOT NULL AND kind IN (\(names)) ORDER BY profile, seq
            """)
        while let row = try rows.next().map(LedgerRow.init) {
          guard let event = try LedgerVerification.event(of: row, ledger: path, reader),
            let owner = event.profile
          else { continue }
          if owner != profile {
            if !events.isEmpty { try visit(profile, events) }
            (profile, events) = (owner, [])
          }
          events.append((row.sequence, event))
        }
        if !events.isEmpty { try visit(profile, events) }
      }
    } catch let error as DatabaseError {
      throw LedgerError(error, at: path)
    }
  }

  /// The sets of one person whose files are there, the last one at the end.
  ///
  /// A document that is made again directly after itself is written over the older set; one that is set
  /// aside a second time is, too.
  private static func kept(
    _ sets: [(row: UInt64, event: LedgerEvent)]
  ) -> [(row: UInt64, event: LedgerEvent)] {
    guard let last = sets.last else { return [] }
    var aside = sets
    while aside.last?.event.document == last.event.document { aside.removeLast() }
    var seen: Set<String?> = []
    let latest = aside.reversed().filter { seen.insert($0.event.document).inserted }
    return latest.reversed() + [last]
  }
}
