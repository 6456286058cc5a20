// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import DecisionAid
import FileStore

/// Proves a ledger and its documents, and says so.
struct LedgerCheck {
  let ledger: Ledger
  let heads: [LedgerHead]
  let trust: Trust
  /// The folder of the documents, or nil: they are left out.
  let documents: String?
  /// Whether that folder was named, rather than taken from the place of the ledger.
  let isFolderNamed: Bool
  /// The pack whose withdrawals hold.
  let evidence: PreparedPack

  func show() throws {
    var withdrawn = WithdrawnRows(evidence)
    // The last letter about a document: one before it was written over.
    var letters: [String: (row: UInt64, event: LedgerEvent)] = [:]
    let (survey, signed) = try Failure.reporting(at: ledger.path) {
      let kept = try keptHeads()
      let survey = try ledger.verify(against: heads + kept.heads) { row, event in
        withdrawn.look(row.sequence, event)
        if let event, event.kind == .recalled, let document = event.document {
          letters[document] = (row.sequence, event)
        }
      }
      return (survey, kept)
    }
    var lines = [
      "decision-aid: \(ledger.path): \(Counted.verified(survey.head.size, erased: survey.erased))",
      "Ledger \(survey.head.ledger), root \(survey.head.root).",
    ]
    if let documents {
      var check = ArtefactCheck(documents, trust)
      try Failure.reporting(at: ledger.path) {
        try requireDocuments(in: documents)
        try ledger.documentSets { profile, sets in try check.look(profile, sets) }
        for letter in letters.values.sorted(by: { $0.row < $1.row }) {
          try check.look(letter: letter.event, row: letter.row)
        }
      }
      lines.append(
        "\(Counted(check.sets, "document set")), \(Counted(check.whole, "file")): as the ledger says."
          + (letters.isEmpty ? "" : " \(Counted(letters.count, "letter")) of recall among them.")
      )
      if trust.certificate != nil {
        lines.append(
          "Records signed by the certificate: \(check.signed); not signed: \(check.unsigned)."
        )
      }
    }
    for row in survey.clockRegressed.prefix(10) {
      lines.append(
        "Row \(row): the clock had gone back (clock-regressed); the order is that of the rows.")
    }
    if signed.count > 0 {
      lines.append(
        trust.certificate == nil
          ? "\(Counted(signed.count, "signed head")) kept; name a --certificate to verify."
          : "Signed heads that verify: \(signed.count).")
    }
    lines.append(
      heads.isEmpty
        ? "No head from elsewhere was given: it cannot be excluded that the newest rows were taken away."
        : "\(Counted(heads.count, "head")) from elsewhere: the ledger only grew since.")
    for line in lines { try Terminal.print(line) }
    withdrawn.show(at: ledger.path)
  }

  /// Refuses a folder that holds nothing of what the ledger names: then it is another folder, rather
  /// than that every document was taken away.
  private func requireDocuments(in folder: String) throws {
    var (named, isThere) = (0, false)
    try ledger.documentSets { profile, sets in
      named += sets.count
      isThere = isThere || SafeName.isSafe(profile) && InputFiles.isFolder("\(folder)/\(profile)")
    }
    if named == 0 || isThere { return }
    throw FileError(
      isFolderNamed ? .ledgerDamaged : .inputMissing, "artefact.noDocuments", at: folder,
      "None of the documents that the ledger names is in this folder.",
      advice: isFolderNamed
        ? "Name the folder that they were written to; if it is this one, restore them from a backup."
        : "Name the folder that they were written to with --documents; or look at the ledger alone "
          + "with --no-artefacts.")
  }

  /// The signed heads in the ledger: all must fit the rows, and the certificate if there is one.
  private func keptHeads() throws -> (heads: [LedgerHead], count: Int) {
    var heads: [LedgerHead] = []
    for text in try ledger.checkpoints() {
      guard let checkpoint = Checkpoint(parsing: text) else {
        throw LedgerError(
          .damaged, at: ledger.path, "A head that the ledger keeps cannot be read.",
          advice: "Keep it as it is; restore the last backup beside it and compare both.")
      }
      if let certificate = trust.certificate, !checkpoint.isSigned(by: certificate) {
        throw FileError(
          .signatureRefused, "head.signature", at: ledger.path,
          "The head of \(checkpoint.head.size) rows is not signed by this certificate.",
          advice: "Name the certificate that signed it; or suspect that the head was changed.")
      }
      heads.append(checkpoint.head)
    }
    return (heads, heads.count)
  }
}
