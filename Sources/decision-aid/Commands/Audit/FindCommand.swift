// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import AuditLedger
import FileStore

/// `decision-aid audit find`: from a printed page to its row.
struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Finds the rows of a printed page, by its document number or fingerprint.")

  @Argument(help: "What stands at the foot of the page: 1f6f-d479, or c65e-aadf-8453-c0db.")
  var number: String

  @OptionGroup var option: LedgerOption

  func validate() throws {
    guard [2, 4].contains(groups.count), groups.allSatisfy({ $0.count == 4 }) else {
      throw ValidationError("Write two or four groups of four digits, joined by -.")
    }
  }

  private var groups: [String] {
    number.lowercased().split(separator: "-", omittingEmptySubsequences: false).map(String.init)
  }

  func run() throws {
    let ledger = try option.open()
    let text = number.lowercased()
    let selection =
      groups.count == 2
      ? Ledger.Selection(fingerprint: text) : Ledger.Selection(document: text)
    var found = 0
    try Failure.reporting(at: ledger.path) {
      try ledger.events(selection) { row, event in
        found += 1
        try Terminal.print(
          bytes: Array("row \(row)\n".utf8) + EventXML.bytes(of: event) + [0x0A])
      }
    }
    if found > 0 { return }
    throw Failure.report(
      FileError(
        .inputMissing, "ledger.noRow", at: ledger.path, "No row has this number.",
        advice: "Compare it with the page; or name another ledger with --ledger."))
  }
}
