// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger

extension FileError {
  /// The error of a ledger, with the exit status of its kind.
  package init(_ error: LedgerError) {
    let kind: Kind =
      switch error.kind {
      case .missing: .inputMissing
      case .notALedger: .inputNotReadable
      case .newerVersion: .ledgerNewer
      case .locked: .ledgerLocked
      case .damaged: .ledgerDamaged
      case .diskFull, .notWritable: .outputNotWritable
      }
    self.init(kind, error.diagnostic)
  }

  /// What came out of a transaction of a ledger.
  package static func ledger(_ error: any Error, at path: String) -> FileError {
    switch error {
    case let error as FileError: error
    case let error as LedgerError: FileError(error)
    default:
      FileError(
        .outputNotWritable, "ledger.notWritable", at: path, "The ledger cannot be written.",
        advice: "Look at the file and its folder, then run again.")
    }
  }
}
