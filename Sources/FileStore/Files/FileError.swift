// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import Markup

/// Why a file could not be read or written: the kind decides the exit status, the diagnostic
/// tells a person what to do.
///
/// The only name from a person's data that may stand in the diagnostic is the pseudonymous id,
/// as the name of a folder.
package struct FileError: Error, Sendable, Equatable {
  /// What failed.
  package enum Kind: Sendable, Hashable, CaseIterable {
    /// A path on the command line leads to no profile.
    case inputMissing
    /// An input exists and cannot be read, is no regular file, or is too large.
    case inputNotReadable
    /// The output directory or the disk does not take files: other patients fail as well.
    case outputNotWritable
    /// Something in the folder of one patient is in the way: other patients can be written.
    case outputInTheWay
    /// The files stand under their names, but the disk did not confirm them.
    case outputNotDurable
    /// Standard output is closed, or its reader went away.
    case streamClosed
    /// The program was asked to stop (SIGINT, SIGTERM).
    case interrupted
    /// The ledger, or what it vouches for, was changed.
    case ledgerDamaged
    /// Another program holds the ledger.
    case ledgerLocked
    /// A newer version of the program made the ledger or the file.
    case ledgerNewer
    /// A signature is missing, wrong, or of somebody else.
    case signatureRefused
  }

  /// What failed.
  package let kind: Kind
  /// Whether other patients of a batch fail as well: the disk or the ledger does not take them.
  package var endsTheBatch: Bool {
    [.outputNotWritable, .ledgerDamaged, .ledgerLocked, .ledgerNewer].contains(kind)
  }
  /// Where, what is wrong, and what to do.
  package let diagnostic: Diagnostic

  /// An error with a problem and advice; its diagnostic has the severity `error`.
  package init(
    _ kind: Kind, _ identifier: String, at file: String, _ problem: String, advice: String
  ) {
    self.kind = kind
    diagnostic = Diagnostic(
      .error, identifier, at: SourceLocation(file: file), problem, advice: advice)
  }

  /// An error from its kind and a diagnostic.
  package init(_ kind: Kind, _ diagnostic: Diagnostic) {
    self.kind = kind
    self.diagnostic = diagnostic
  }

  /// An error from a fault of the operating system.
  package init(
    _ kind: Kind, _ identifier: String, at file: String, _ problem: String, _ fault: SystemFault
  ) {
    self.init(
      kind, identifier, at: file, "\(problem): \(fault.problem).", advice: fault.advice)
  }
}

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
