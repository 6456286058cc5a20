// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import AuditLedger
import DecisionAid
import FileStore
import Markup

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
    let named = try RecordFile.read(record)
    let known = named.alternatives + Self.openChoices
    guard known.contains(choice) else {
      throw ValidationError("--choice takes \(known.joined(separator: ", ")).")
    }
    let ledger = try option.openToAppend()
    let row = try Failure.reporting(at: ledger.path) {
      try ledger.append { transaction in
        guard let made = try transaction.generation(of: named.document) else {
          throw FileError(
            .inputMissing, "ledger.noRow", at: record,
            "The ledger has no row for the document of this record.",
            advice: "Name the ledger that was kept when it was made, with --ledger.")
        }
        guard
          made.artefacts.contains(where: { $0.name == "record.xml" && $0.digest == named.digest })
        else {
          throw FileError(
            .ledgerDamaged, "record.changed", at: record,
            "The record is not the one that the ledger names: it was changed.",
            advice: "Find the original, or generate the documents again.")
        }
        return try transaction.append(
          LedgerEvent(
            .decided, time: WallClock.now, profile: made.profile, document: made.document,
            operatorName: whoAndWhy.who, reason: whoAndWhy.reason, outcome: "recorded",
            decision: NotedDecision(
              choice: choice, readiness: readiness.rawValue, decidedWith: decidedWith.names)))
      }
    }
    ledger.close()
    try Terminal.print(
      bytes: Array("decision-aid: noted in row \(row) of \(ledger.path).\n".utf8))
  }
}

/// What commands need to know of a record.
struct RecordFile {
  /// The number of the document.
  let document: String
  /// The alternatives in the order in which they were told, by id.
  let alternatives: [String]
  /// The SHA-256 of the bytes.
  let digest: String
  /// The bytes.
  let bytes: [UInt8]
  /// The root.
  let root: MarkupElement

  /// Reads the record at a path.
  static func read(_ path: String) throws -> RecordFile {
    let bytes = try RecordBytes.read(path)
    do throws(FileError) {
      let root: MarkupElement
      do throws(XMLError) {
        root = try XMLReader().read(
          bytes, file: path, limit: XMLReader.documentLimit, schema: nil
        ).root
      } catch {
        for diagnostic in error.diagnostics(file: path) { Failure.show(diagnostic) }
        throw FileError(
          .inputNotReadable, "record.notReadable", at: path, "The record cannot be read.",
          advice: "Name the file record.xml of a document.")
      }
      guard root.name == "decisionRecord", let document = root.attribute("document"),
        let order = root.first("checks")?.first("optionOrder")?.attribute("alternatives")
      else {
        throw FileError(
          .inputNotReadable, "record.notReadable", at: path, "This is no decision record.",
          advice: "Name the file record.xml of a document.")
      }
      return RecordFile(
        document: document, alternatives: order.split(separator: " ").map(String.init),
        digest: Hashing.swiftCrypto.hexadecimal(bytes), bytes: bytes, root: root)
    } catch {
      throw Failure.report(error)
    }
  }
}
