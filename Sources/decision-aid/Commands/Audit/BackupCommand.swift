// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import FileStore
import Glibc

/// `decision-aid audit backup`: a whole copy in one state.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copies the ledger to a file, whole, also while documents are being made.",
    discussion: "Copying the file itself can lose its newest rows, which lie in its -wal file.")

  @Option(help: "The file to write; nothing may be there.")
  var output: String

  @OptionGroup var option: LedgerOption

  func run() throws {
    let ledger = try option.open()
    var found = stat()
    guard lstat(output, &found) != 0 else {
      throw Failure.report(
        FileError(
          .outputInTheWay, "backup.inTheWay", at: output, "Something is there already.",
          advice: "Name a file that is not there yet."))
    }
    try Failure.reporting(at: output) {
      try ledger.backup(to: output)
      let head = try LedgerSession.open(output, .read).verify().head
      // The ledger can have grown since; what was copied has to be its beginning.
      _ = try ledger.verify(against: [head])
      try Terminal.print(
        bytes: Array("decision-aid: copied \(Counted(head.size, "row")) to \(output).\n".utf8))
    }
  }
}
