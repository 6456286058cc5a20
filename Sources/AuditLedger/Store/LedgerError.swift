// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import GRDB
import Markup

/// Why a ledger could not be used.
///
/// Nothing was changed on disk.
public struct LedgerError: Error, Sendable, Hashable {
  /// What failed.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// No file is there.
    case missing
    /// The file is something else.
    case notALedger
    /// A later version of the program made it.
    case newerVersion
    /// Another program holds it for longer than we wait.
    case locked
    /// A row, or the file, was changed, or the disk lost something.
    case damaged
    /// The disk is full.
    case diskFull
    /// It cannot be written here.
    case notWritable
  }

  /// What failed.
  public var kind: Kind
  /// Where, what is wrong, and what to do.
  public var diagnostic: Diagnostic

  /// An error about a file; the identifier of its diagnostic is `ledger.` and the kind.
  public init(_ kind: Kind, at file: String, _ problem: String, advice: String) {
    self.kind = kind
    diagnostic = Diagnostic(
      .error, "ledger.\(kind.rawValue)", at: SourceLocation(file: file), problem, advice: advice)
  }

  /// The error for what SQLite reported.
  init(_ error: DatabaseError, at file: String) {
    let code = "SQLite code \(error.extendedResultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL:
      self.init(
        .locked, at: file, "Another program holds the ledger (\(code)).",
        advice: "Wait until it has ended, then run again; nothing was changed.")
    case .SQLITE_FULL:
      self.init(
        .diskFull, at: file, "The disk is full; the ledger took nothing (\(code)).",
        advice: "Make room and run again; what stood in the ledger is intact.")
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN, .SQLITE_AUTH:
      self.init(
        .notWritable, at: file, "The ledger cannot be opened or written (\(code)).",
        advice: "Look at the rights of the file and its folder; or name another with --ledger.")
    case .SQLITE_IOERR:
      self.init(
        .notWritable, at: file, "The disk did not take or give what it should (\(code)).",
        advice: "Check the disk, then run: decision-aid audit verify")
    case .SQLITE_NOTADB:
      self.init(
        .notALedger, at: file, "This file is no ledger (\(code)).",
        advice: "Name the ledger with --ledger, or restore it from a backup.")
    default:
      self.init(
        .damaged, at: file, "The file of the ledger is damaged (\(code)).",
        advice: "Keep it as it is; restore the last backup beside it and compare both.")
    }
  }
}
