// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import GRDB
import Markup

/// A ledger: rows that are only ever added, in one SQLite file.
///
/// What is reported as appended is on disk: write-ahead log with `synchronous = FULL`, which is read
/// back. One transaction appends a group; other processes wait up to `busySeconds`.
public final class Ledger: Sendable {
  /// How a ledger is opened.
  public enum Access: Sendable, Hashable {
    /// To read. Nothing is written.
    case read
    /// To read a file in a folder that cannot be written, and that nobody else writes.
    case readImmutable
    /// To append; made when it is not there.
    case append
    /// To append to one that is there.
    case appendExisting
  }

  /// The path, for messages.
  public let path: String
  /// The id: 32 hexadecimal digits.
  public let id: String
  /// When it was made, in UTC.
  public let created: String

  let queue: DatabaseQueue

  /// Opens a ledger.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - access: how.
  ///   - now: the time, for a new ledger.
  ///   - usesLog: whether the file system can hold a write-ahead log; on network file systems it
  ///     cannot, and a rollback journal takes its place.
  ///   - busySeconds: how long to wait for other processes.
  /// - Throws: `LedgerError`.
  public init(
    _ path: String, _ access: Access, now: UTCInstant, usesLog: Bool = true,
    busySeconds: Double = 60
  ) throws(LedgerError) {
    self.path = path
    do {
      var configuration = Configuration()
      configuration.readonly = access == .read || access == .readImmutable
      configuration.busyMode = .timeout(busySeconds)
      configuration.label = "ledger"
      queue = try DatabaseQueue(
        path: access == .readImmutable
          ? "file:\(PercentEncoding.text(path, isPath: true))?immutable=1" : path,
        configuration: configuration)
      (id, created) = try queue.writeWithoutTransaction { database in
        if access == .append || access == .appendExisting {
          try Ledger.prepareWriting(database, at: path, access, now: now, usesLog: usesLog)
        }
        try LedgerSchema.check(database, at: path)
        guard let row = try Row.fetchOne(database, sql: "SELECT id, created FROM ledger") else {
          throw Ledger.damaged(path, "The ledger has lost its own line.")
        }
        return (row[0], row[1])
      }
    } catch {
      throw Ledger.translated(error, path)
    }
  }

  private static func prepareWriting(
    _ database: Database, at path: String, _ access: Access, now: UTCInstant, usesLog: Bool
  ) throws {
    // Set here and read back: GRDB's own way of turning on the log would leave NORMAL in force.
    let wanted = usesLog ? "wal" : "delete"
    let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = \(wanted)")
    try database.execute(
      sql: "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF")
    let synchronous = try Int.fetchOne(database, sql: "PRAGMA synchronous")
    guard mode == wanted, synchronous == 2 else {
      throw LedgerError(
        .notWritable, at: path, "The ledger cannot be kept safely on this file system.",
        advice: "Keep it on a disk of this machine: --ledger FILE.")
    }
    let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
    if tables == 0 && access == .append {
      try LedgerSchema.create(
        in: database, id: Hexadecimal.text(Commitment.randomBytes(16)), created: "\(now)")
    }
  }

  /// Closes the file: what stands in the write-ahead log moves into it, and the log goes.
  ///
  /// Nothing is lost when a ledger is not closed; then two files lie beside it.
  public func close() { try? queue.close() }

  /// The journal mode and the level of `synchronous` in force, as SQLite tells them.
  public func settings() throws(LedgerError) -> (journal: String, synchronous: Int) {
    try reading { database in
      (
        try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? "",
        try Int.fetchOne(database, sql: "PRAGMA synchronous") ?? -1
      )
    }
  }

  /// Reads in one transaction, so that what is read is one state.
  func reading<Result>(_ body: (Database) throws -> Result) throws(LedgerError) -> Result {
    do {
      return try queue.read(body)
    } catch {
      throw Ledger.translated(error, path)
    }
  }

  static func damaged(_ path: String, _ problem: String) -> LedgerError {
    LedgerError(
      .damaged, at: path, problem,
      advice: "Keep it as it is; restore the last backup beside it and compare both.")
  }

  static func translated(_ error: any Error, _ path: String) -> LedgerError {
    switch error {
    case let error as LedgerError: error
    case let error as DatabaseError: LedgerError(error, at: path)
    default: damaged(path, "The ledger cannot be read.")
    }
  }
}
