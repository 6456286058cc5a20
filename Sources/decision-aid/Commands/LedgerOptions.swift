// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import AuditLedger
import EvidencePack
import FileStore

/// The options of whatever adds to a ledger: who, and why.
struct WhoAndWhy: ParsableArguments {
  @Option(
    name: .customLong("operator"),
    help: ArgumentHelp(
      "Who does this, as your house names people. Default: the login name.", valueName: "name"),
    transform: WhoAndWhy.line)
  var operatorName: String?

  @Option(help: "Why, in one line; it stands in the ledger.", transform: WhoAndWhy.line)
  var reason: String?

  /// Who does this; a blank name is not given.
  var who: String? { TypedText.words(operatorName) ?? WallClock.user }

  /// Why; a blank reason is not given.
  var why: String? { TypedText.words(reason) }

  /// One line of 1 to 300 characters without control characters.
  static func line(_ text: String) throws -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
        && !(0x202A...0x202E).contains($0.value) && !(0x2066...0x2069).contains($0.value)
        && ($0.value & 0xFFFE) != 0xFFFE
    }
    guard (1...300).contains(text.count), isPlain else {
      throw ValidationError("Write 1 to 300 characters on one line, without control characters.")
    }
    return text
  }
}

/// The option of whatever reads a ledger: which one.
struct LedgerOption: ParsableArguments {
  @Option(help: "The ledger.")
  var ledger = "Output/ledger.sqlite"

  /// Opens it to read.
  ///
  /// Nothing is written.
  func open() throws -> Ledger {
    try Failure.reporting { try LedgerSession.open(ledger, .read) }
  }

  /// Opens it to append; it has to be there.
  func openToAppend() throws -> Ledger {
    try Failure.reporting { try LedgerSession.open(ledger, .appendExisting) }
  }
}
