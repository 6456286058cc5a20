// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import GRDB

/// The tables of a ledger of this version.
enum LedgerSchema {
  /// What marks a SQLite file as a ledger of ours: the letters SDAL.
  static let applicationID = 0x5344_414C
  /// The version of the tables.
  static let version = 1

  /// Makes the tables.
  ///
  /// A row of `entry` without payload and salt was erased.
  static let statements = """
    CREATE TABLE ledger (
      one INTEGER PRIMARY KEY CHECK (one = 1), id TEXT NOT NULL, created TEXT NOT NULL,
      size INTEGER NOT NULL, frontier BLOB NOT NULL) STRICT;
    CREATE TABLE entry (
      seq INTEGER PRIMARY KEY CHECK (seq > 0), commitment BLOB NOT NULL UNIQUE,
      root BLOB NOT NULL UNIQUE, salt BLOB, payload BLOB,
      kind TEXT, time TEXT, profile TEXT, document TEXT) STRICT;
    CREATE INDEX entry_profile ON entry (profile, kind, seq) WHERE profile IS NOT NULL;
    CREATE INDEX entry_document ON entry (document, seq) WHERE document IS NOT NULL;
    CREATE TABLE checkpoint (size INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
    """

  /// Makes the tables of a new ledger, unless another process did so first.
  static func create(in database: Database, id: String, created: String) throws {
    try database.inTransaction(.immediate) {
      if try Int.fetchOne(database, sql: "PRAGMA application_id") == applicationID {
        return .commit
      }
      try database.execute(sql: statements)
      try database.execute(
        sql: "INSERT INTO ledger VALUES (1, ?, ?, 0, ?)", arguments: [id, created, Data()])
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
      try database.execute(sql: "PRAGMA user_version = \(version)")
      return .commit
    }
  }

  /// Checks that an open file is a ledger that this version can use.
  static func check(_ database: Database, at path: String) throws {
    let mark = try Int.fetchOne(database, sql: "PRAGMA application_id")
    guard mark == applicationID else {
      throw LedgerError(
        .notALedger, at: path, "This file is a database of another program.",
        advice: "Name the ledger with --ledger.")
    }
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard found <= version else {
      throw LedgerError(
        .newerVersion, at: path,
        "The ledger has version \(found); this program knows versions up to \(version).",
        advice: "Use the newer decision-aid that made it; nothing was changed.")
    }
    guard found == version else {
      throw LedgerError(
        .damaged, at: path, "The ledger has version \(found), which never was.",
        advice: "Keep it as it is; restore the last backup beside it and compare both.")
    }
  }
}
