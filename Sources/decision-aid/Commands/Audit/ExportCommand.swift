// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import AuditLedger
import DecisionAid
import FileStore
import Markup

/// `decision-aid audit export`: one file that proves itself elsewhere.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes rows, their records, proofs and the head to one XML file.",
    discussion: """
      The ledger is verified first. With --keys the file is signed. A row whose record is missing or
      was changed is exported as such.

      EXAMPLE
        decision-aid audit export --from 2026-11-01 --to 2026-11-30 --output november.xml --keys Keys
      """)

  @Option(help: "The file to write; nothing may be there.")
  var output: String

  @OptionGroup var period: PeriodOptions

  @Option(help: "The pseudonym of one person.")
  var patient: String?

  @OptionGroup var keys: KeysOption

  @Option(
    help: ArgumentHelp(
      "A folder for one DICOM audit message (PS3.15 A.5) for every row that is exported.",
      valueName: "folder"))
  var dicomMessages: String?

  @Option(help: "The folder of the documents. Default: that of the ledger.")
  var documents: String?

  @OptionGroup var option: LedgerOption

  func run() throws {
    let ledger = try option.open()
    let identity = try keys.load()
    let folder = documents ?? LedgerPlace.folder(of: ledger.path)
    let time = WallClock.now
    let result = try Failure.reporting(at: output) {
      let file = try SingleFile(output)
      let messages = try dicomMessages.map { try MessageFolder($0, ledger: ledger.id) }
      let sources = ExportSources(
        time: time, checkpoint: { ExportCommand.checkpoint($0, time, identity) },
        record: { KeptRecord.copy(of: $0, in: folder) },
        signature: identity.map { identity in
          { try XMLSignature.signatureElement(digest: $0, by: identity) }
        }, visit: { row, event in try messages?.write(event, row: row) })
      let result = try ledger.export(
        Ledger.Selection(from: period.from, to: period.to, profile: patient), sources
      ) { try file.append($0) }
      try file.finish()
      try messages?.writeExport(of: result.head, time: time)
      return result
    }
    try Terminal.print(
      "decision-aid: exported \(result.rows) of \(Counted(result.head.size, "row")) to \(output)"
        + (identity == nil ? "; the file is not signed." : ", signed."))
  }

  private static func checkpoint(
    _ head: LedgerHead, _ time: UTCInstant, _ identity: SigningIdentity?
  ) -> String {
    let checkpoint = Checkpoint(head, time: time)
    guard let identity, let signed = try? checkpoint.signed(by: identity) else {
      return checkpoint.text
    }
    return signed.text
  }
}
