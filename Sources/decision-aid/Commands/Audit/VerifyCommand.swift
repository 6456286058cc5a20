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

  func run() throws {
    let trust = Trust(
      certificate: try certificate.map { try LoadedKeys.certificate($0) },
      moment: (at?.start ?? WallClock.now).seconds)
    let heads = try against.map { try HeadFile($0, trust).head }
    guard let file else {
      return try LedgerProof(
        ledger: try option.open(), heads: heads, trust: trust,
        documents: noArtefacts ? nil : documents ?? LedgerPlace.folder(of: option.ledger)
      ).show()
    }
    let beginning = FileReading.beginning(of: file, 64)
    if beginning.starts(with: Array("<auditExport ".utf8)) {
      try ExportProof(path: file, heads: heads, trust: trust).show()
    } else {
      try RecordProof(
        path: file, trust: trust, documents: documents ?? LedgerPlace.folder(of: file)
      ).show()
    }
  }
}

/// What a signature is held against.
struct Trust {
  /// The certificate that the auditor trusts, or nil.
  let certificate: SigningCertificate?
  /// When it must hold, in seconds since 1970.
  let moment: Int
}

/// A head from a file, with its signature verified where there is one and a certificate.
struct HeadFile {
  /// The head.
  let head: LedgerHead

  init(_ path: String, _ trust: Trust) throws {
    do throws(FileError) {
      let bytes = try InputFiles.read(path, limit: 1 << 16)
      guard let text = String(validating: bytes, as: UTF8.self),
        let checkpoint = Checkpoint(parsing: text)
      else {
        throw FileError(
          .inputNotReadable, "head.notReadable", at: path, "This is no head of a ledger.",
          advice: "Give the text that decision-aid audit head printed, line by line.")
      }
      if checkpoint.signature != nil, let certificate = trust.certificate,
        !checkpoint.isSigned(by: certificate)
      {
        throw FileError(
          .signatureRefused, "head.signature", at: path,
          "The signature of the head is not that of the certificate, or the head was changed.",
          advice: "Do not use this head; look for another copy.")
      }
      head = checkpoint.head
    } catch {
      throw Failure.report(error)
    }
  }
}
