// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import AuditLedger
import DecisionAid
import FileStore
import Markup
import RecordAudit

/// `decision-aid audit record-decision`: what came out of the talk.
struct RecordDecisionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record-decision",
    abstract: "Notes in the ledger what was decided, after the talk.",
    discussion: """
      EXAMPLE
        decision-aid audit record-decision Output/01-swing-us/record.xml --choice notDecided \\
          --readiness unsure --decided-with patient,clinician,family
      """)

  @Argument(help: "The record of the document that was talked about.")
  var record: String

  @Option(help: "The id of an option, notDecided, or decideWithMe.")
  var choice: String

  @Option(help: "How ready the person is to decide.")
  var readiness: Readiness

  @Option(help: "Who took part; several are joined by commas.")
  var decidedWith: DecisionParties

  @OptionGroup var option: LedgerOption
  @OptionGroup var whoAndWhy: WhoAndWhy

  /// What can be chosen beside an option.
  static let openChoices = ["notDecided", "decideWithMe"]
  func run() throws {
    let named = try RecordFile.ofDocument(record)
    guard let document = named.document, let options = named.optionOrder else {
      throw Failure.report(RecordFile.notReadable(record))
    }
    let digest = Hashing.swiftCrypto.hexadecimal(named.bytes)
    let known = options + Self.openChoices
    guard known.contains(choice) else {
      throw ValidationError("--choice takes \(known.joined(separator: ", ")).")
    }
    let ledger = try option.openToAppend()
    let row = try Failure.reporting(at: ledger.path) {
      try ledger.append { transaction in
        guard let made = try transaction.generation(of: document) else {
          throw FileError(
            .inputMissing, "ledger.noRow", at: record,
            "The ledger has no row for the document of this record.",
            advice: "Name the ledger that was kept when it was made, with --ledger.")
        }
        guard
          made.artefacts.contains(where: { $0.name == "record.xml" && $0.digest == digest })
        else {
          throw FileError(
            .ledgerDamaged, "record.changed", at: record,
            "The record is not the one that the ledger names: it was changed.",
            advice: "Find the original, or generate the documents again.")
        }
        return try transaction.append(
          LedgerEvent(
            .decided, time: WallClock.now, profile: made.profile, document: made.document,
            operatorName: whoAndWhy.who, reason: whoAndWhy.why, outcome: "recorded",
            decision: NotedDecision(
              choice: choice, readiness: readiness.rawValue, decidedWith: decidedWith.names)))
      }
    }
    ledger.close()
    try Terminal.print(
      bytes: Array("decision-aid: noted in row \(row) of \(ledger.path).\n".utf8))
  }
}
