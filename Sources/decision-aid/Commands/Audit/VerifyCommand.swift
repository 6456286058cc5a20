// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import AuditLedger
import Documents
import FileStore
import Markup

/// `decision-aid audit verify`: whether anything was changed.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Proves a ledger with its documents, an export, or a record; names the first fault.",
    discussion: """
      Without FILE the ledger is verified: every row, every document on disk, and every signed head
      that it keeps. That the newest rows were taken away can only be seen against a head that was
      kept elsewhere: --against head.txt.

      Documents from evidence that the pack of today withdraws are named in a warning: nothing was
      changed, so the status stays.

      EXIT STATUS
        0 all holds, 65 not readable, 74 something was changed, 76 a newer version is needed,
        77 a signature is missing, wrong, or of somebody else.
      """)

  @Argument(help: "An export or a record; without it, the ledger.")
  var file: String?

  @OptionGroup var option: LedgerOption

  @Option(
    help: ArgumentHelp(
      "A head that was kept elsewhere: a file with the text that audit head prints.",
      valueName: "file"))
  var against: [String] = []

  @Option(help: "The certificate that you trust, or a folder with it. Needed for signatures.")
  var certificate: String?

  @Option(
    help: ArgumentHelp(
      "The time at which the certificate must hold, when it has expired since: YYYY-MM-DD.",
      valueName: "day"),
    transform: CalendarDay.argument)
  var at: CalendarDay?

  @Option(help: "The folder of the documents. Default: that of the ledger or the file.")
  var documents: String?

  @Flag(help: "Look at the ledger alone, not at the documents.")
  var noArtefacts = false

  @OptionGroup var pack: PackOption

  func run() throws {
    let evidence = try pack.load()
    let trust = Trust(
      certificate: try certificate.map { try SigningKeys.certificate($0) },
      moment: (at?.start ?? WallClock.now).seconds)
    let heads = try against.map { try HeadFile($0, trust).head }
    guard let file else {
      return try LedgerCheck(
        ledger: try option.open(), heads: heads, trust: trust,
        documents: noArtefacts ? nil : documents ?? LedgerPlace.folder(of: option.ledger),
        isFolderNamed: documents != nil, evidence: evidence
      ).show()
    }
    let beginning = FileReading.beginning(of: file, 64)
    if beginning.starts(with: Array("<auditExport ".utf8)) {
      try ExportCheck(path: file, heads: heads, trust: trust, evidence: evidence).show()
    } else {
      try RecordCheck(
        path: file, trust: trust, documents: documents ?? LedgerPlace.folder(of: file),
        evidence: evidence
      ).show()
    }
  }
}
