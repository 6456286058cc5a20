// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import AuditLedger
import DecisionAid
import FileStore
import Markup

/// `decision-aid audit purge`: ends the time for which rows are kept.
struct PurgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge",
    abstract: "Erases rows from before a day, and the documents of people without later rows.",
    discussion: "The commitments stay, so that the ledger still verifies. The purge is noted.")

  @Option(
    help: "The first day that is kept, YYYY-MM-DD.", transform: CalendarDay.argument)
  var before: CalendarDay

  @OptionGroup var option: LedgerOption
  @OptionGroup var whoAndWhy: WhoAndWhy

  @Option(help: "The folder of the documents. Default: that of the ledger.")
  var documents: String?

  func run() throws {
    let ledger = try option.openToAppend()
    var people: Set<String> = []
    let rows = try Failure.reporting(at: ledger.path) {
      // Whoever has a later row keeps documents.
      try ledger.events(.init()) { _, event in
        guard let profile = event.profile else { return }
        if event.time.day < before { people.insert(profile) }
      }
      try ledger.events(.init(from: before)) { _, event in
        if let profile = event.profile { people.remove(profile) }
      }
      return try ledger.append { transaction in
        let rows = try transaction.erase(before: before)
        if rows.isEmpty { return rows }
        try transaction.append(
          LedgerEvent(
            .purged, time: WallClock.now, operatorName: whoAndWhy.who,
            reason: whoAndWhy.why ?? "before \(before)", outcome: "erased", rows: rows))
        return rows
      }
    }
    try Failure.reporting(at: ledger.path) {
      try ledger.settle()
      ledger.close()
    }
    let folder = documents ?? LedgerPlace.folder(of: ledger.path)
    var removed = 0
    for patient in people.sorted() {
      removed += try Failure.reporting(at: folder) {
        try DocumentSet.written.remove(patient, from: folder)
      }
    }
    try Terminal.print(
      bytes: Array(
        "decision-aid: erased \(Counted(rows.count, "row")) and \(Counted(removed, "file")).\n".utf8
      ))
  }
}
