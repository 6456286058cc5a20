// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import AuditLedger
import FileStore

/// `decision-aid audit erase`: takes one person out of the ledger; the tree still verifies.
struct EraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Erases the rows and the documents of one person; the erasure itself is noted.",
    discussion: """
      The commitments of the rows stay, so that the ledger still verifies. What was exported, printed
      or backed up before is not reached.
      """)

  @Option(help: "The pseudonym.")
  var patient: String

  @OptionGroup var option: LedgerOption
  @OptionGroup var whoAndWhy: WhoAndWhy

  @Option(help: "The folder of the documents. Default: that of the ledger.")
  var documents: String?

  func validate() throws {
    guard SafeName.isSafe(patient) else { throw ValidationError("This is no pseudonym.") }
    guard whoAndWhy.why != nil else { throw ValidationError("Say why, with --reason TEXT.") }
  }

  func run() throws {
    let ledger = try option.openToAppend()
    let rows = try Failure.reporting(at: ledger.path) {
      try ledger.append { transaction in
        let rows = try transaction.erase(profile: patient)
        if rows.isEmpty { return rows }
        try transaction.append(
          LedgerEvent(
            .erased, time: WallClock.now, operatorName: whoAndWhy.who, reason: whoAndWhy.why,
            outcome: "erased", rows: rows))
        return rows
      }
    }
    try Failure.reporting(at: ledger.path) {
      try ledger.settle()
      ledger.close()
    }
    let folder = documents ?? LedgerPlace.folder(of: ledger.path)
    let removed = try Failure.reporting(at: folder) {
      try DocumentSet.written.remove(patient, from: folder)
    }
    try Terminal.print(
      bytes: Array(
        "decision-aid: erased \(Counted(rows.count, "row")) and \(Counted(removed, "file")).\n".utf8
      ))
  }
}
