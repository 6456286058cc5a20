// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import GRDB
import Markup

/// What can be done while a ledger is held for writing.
public struct LedgerTransaction {
  private let database: Database
  private let ledger: String
  private let path: String
  private let reader = XMLReader()
  private var frontier: MerkleFrontier
  private let sizeBefore: UInt64
  private var lastTime: UTCInstant?

  /// Begins: reads the frontier and holds it against the last row.
  init(_ database: Database, ledger: String, path: String) throws {
    (self.database, self.ledger, self.path) = (database, ledger, path)
    frontier = try LedgerTransaction.frontier(database, path)
    sizeBefore = frontier.size
    let last = try Row.fetchOne(
      database, sql: "SELECT seq, root FROM entry ORDER BY seq DESC LIMIT 1")
    let (size, root) = (UInt64(bitPattern: last?[0] ?? 0 as Int64), last?[1] as Data?)
    guard size == frontier.size, size == 0 || root.map({ [UInt8]($0) }) == frontier.root.bytes
    else { throw Ledger.damaged(path, "The last row \(size) does not end the tree.") }
    let time = try String.fetchOne(
      database, sql: "SELECT time FROM entry WHERE time IS NOT NULL ORDER BY seq DESC LIMIT 1")
    lastTime = time.flatMap { UTCInstant($0) }
    guard time == nil || lastTime != nil else {
      throw Ledger.damaged(path, "The time of the last row cannot be read.")
    }
  }

  static func frontier(_ database: Database, _ path: String) throws -> MerkleFrontier {
    guard let row = try Row.fetchOne(database, sql: "SELECT size, frontier FROM ledger"),
      let data = row[1] as Data?
    else { throw Ledger.damaged(path, "The ledger has lost its own line.") }
    let bytes = [UInt8](data)
    let peaks = stride(from: 0, to: bytes.count, by: 32).map {
      MerkleHash(bytes[$0..<min($0 + 32, bytes.count)])
    }
    let size = UInt64(bitPattern: row[0] as Int64)
    guard peaks.allSatisfy({ $0 != nil }),
      let frontier = MerkleFrontier(size: size, peaks: peaks.compactMap { $0 })
    else { throw Ledger.damaged(path, "The frontier of the tree is not that of \(size) rows.") }
    return frontier
  }

  /// The state as it would be committed now.
  public var head: LedgerHead {
    LedgerHead(ledger: ledger, size: frontier.size, root: frontier.root)
  }

  /// The last event of a kind about a pseudonym, or nil.
  ///
  /// - Throws: `LedgerError` when the row cannot be read or does not fit its commitment.
  public func last(_ kind: LedgerEvent.Kind, of profile: String) throws -> LedgerEvent? {
    try event(
      "WHERE profile = ? AND kind = ? ORDER BY seq DESC LIMIT 1", [profile, kind.rawValue])
  }

  /// The event that made a document, or nil.
  ///
  /// - Throws: `LedgerError` when the row cannot be read or does not fit its commitment.
  public func generation(of document: String) throws -> LedgerEvent? {
    try event(
      "WHERE document = ? AND kind = 'generated' ORDER BY seq DESC LIMIT 1", [document])
  }

  /// The last letter that recalls a document, or nil.
  ///
  /// - Throws: `LedgerError` when the row cannot be read or does not fit its commitment.
  public func notice(about document: String) throws -> LedgerEvent? {
    try event("WHERE document = ? AND kind = 'recalled' ORDER BY seq DESC LIMIT 1", [document])
  }

  private func event(_ clause: String, _ arguments: StatementArguments) throws -> LedgerEvent? {
    let sql = "SELECT \(LedgerRow.columns) FROM entry \(clause)"
    let statement = try database.cachedStatement(sql: sql)
    guard let row = try Row.fetchOne(statement, arguments: arguments).map(LedgerRow.init) else {
      return nil
    }
    guard let event = try LedgerVerification.event(of: row, ledger: path, reader) else {
      return nil
    }
    return event
  }

  /// Appends a row.
  ///
  /// The event is marked when its time is before that of the row before.
  ///
  /// - Returns: the number of the row.
  /// - Throws: `LedgerError` of the kind `notWritable` when the clock shows a year that no row can
  ///   hold, or what SQLite reports.
  @discardableResult
  public mutating func append(_ event: LedgerEvent) throws -> UInt64 {
    var event = event
    guard UTCInstant(event.time.description) == event.time else {
      throw LedgerError(
        .notWritable, at: path, "The clock of this machine shows the day \(event.time.day).",
        advice: "Set the clock, then run again; nothing was changed.")
    }
    event.clockRegressed = lastTime.map { event.time < $0 } ?? false
    lastTime = event.time
    let payload = EventXML.bytes(of: event)
    let salt = Commitment.randomBytes(Commitment.saltLength)
    let commitment = Commitment.value(of: payload, salt: salt)
    let sequence = frontier.size + 1
    frontier.append(Commitment.leaf(commitment, ledger: ledger, sequence: sequence))
    let statement = try database.cachedStatement(
      sql: "INSERT INTO entry (\(LedgerRow.columns)) VALUES (?,?,?,?,?,?,?,?,?)")
    let start: [(any DatabaseValueConvertible)?] = [
      Int64(bitPattern: sequence), Data(commitment), Data(frontier.root.bytes), Data(salt),
      Data(payload),
    ]
    try statement.execute(arguments: StatementArguments(start + LedgerRow.index(of: event)))
    return sequence
  }

  /// Erases the events of one person; the commitments stay, so that the tree still verifies.
  ///
  /// - Returns: the numbers of the rows that held an event.
  public func erase(profile: String) throws -> [UInt64] { try erase("profile = ?", profile) }

  /// Erases the events from before a day, in UTC; the commitments stay, so that the tree still
  /// verifies.
  ///
  /// - Returns: the numbers of the rows that held an event.
  public func erase(before day: CalendarDay) throws -> [UInt64] {
    // The times of rows all have one length, so that their texts stand in the order of time.
    try erase("time < ?", day.start.description)
  }

  private func erase(_ clause: String, _ argument: String) throws -> [UInt64] {
    let rows = try Int64.fetchAll(
      database, sql: "SELECT seq FROM entry WHERE payload IS NOT NULL AND \(clause) ORDER BY seq",
      arguments: [argument])
    for row in rows {
      try database.execute(
        sql: """
          UPDATE entry SET salt = NULL, payload = NULL, kind = NULL, time = NULL, profile = NULL,
          document = NULL WHERE seq = ?
          """, arguments: [row])
    }
    return rows.map { UInt64(bitPattern: $0) }
  }

  /// Keeps a signed head.
  public func keep(checkpoint text: String, size: UInt64) throws {
    try database.execute(
      sql: "INSERT OR REPLACE INTO checkpoint VALUES (?, ?)",
      arguments: [Int64(bitPattern: size), text])
  }

  /// Writes the frontier, before the commit; nothing when no row was added.
  func finish() throws {
    if frontier.size == sizeBefore { return }
    try database.execute(
      sql: "UPDATE ledger SET size = ?, frontier = ?",
      arguments: [
        Int64(bitPattern: frontier.size), Data(frontier.peaks.flatMap(\.bytes)),
      ])
  }
}

extension Ledger {
  /// Holds the ledger for writing, runs a body, and commits; what the body throws takes all back.
  ///
  /// When this returns, the rows are on disk.
  ///
  /// - Throws: `LedgerError`, or what the body throws.
  public func append<Result>(
    _ body: (inout LedgerTransaction) throws -> Result
  ) throws -> Result {
    do {
      var result: Result?
      try queue.writeWithoutTransaction { database in
        try database.inTransaction(.immediate) {
          var transaction = try LedgerTransaction(database, ledger: id, path: path)
          result = try body(&transaction)
          try transaction.finish()
          return .commit
        }
      }
      guard let result else { throw Ledger.damaged(path, "The ledger did not answer.") }
      return result
    } catch let error as DatabaseError {
      throw LedgerError(error, at: path)
    }
  }
}
