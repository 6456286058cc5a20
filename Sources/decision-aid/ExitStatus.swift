// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import FileStore

/// The exit status of the command (DecisionAid.docc/CommandLine.md, "Exit status").
enum ExitStatus: Int32, Sendable, CaseIterable {
  /// All documents are written.
  case written = 0
  /// Diagnostics refused a profile or a pack; nothing was written for it.
  case refused = 1
  /// The arguments are wrong, or lead to no profile.
  case wrongArguments = 64
  /// An input cannot be read, or is not XML.
  case notReadable = 65
  /// A document did not pass its own check: a fault of the program.
  case selfCheckFailed = 70
  /// The output cannot be written.
  case notWritable = 73
  /// The ledger is damaged, or something that it vouches for was changed.
  case ledgerDamaged = 74
  /// Another program holds the ledger; trying again later can help.
  case ledgerLocked = 75
  /// A newer version of the program is needed.
  case newerVersion = 76
  /// A signature is missing, wrong, or of somebody else.
  case signatureRefused = 77
  /// The evidence pack was withdrawn; no document is made from it.
  case withdrawn = 78

  /// The exit status for a file that could not be read or written.
  init(_ kind: FileError.Kind) {
    self =
      switch kind {
      case .inputMissing: .wrongArguments
      case .inputNotReadable: .notReadable
      case .outputNotWritable, .outputInTheWay, .outputNotDurable: .notWritable
      case .streamClosed, .interrupted: .notWritable
      case .ledgerDamaged: .ledgerDamaged
      case .ledgerLocked: .ledgerLocked
      case .ledgerNewer: .newerVersion
      case .signatureRefused: .signatureRefused
      }
  }
}
