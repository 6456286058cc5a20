// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import DecisionAid
import Documents
import FileStore
import Markup
import RecordAudit

/// Proves a record and the files beside it, and says so.
struct RecordCheck {
  let path: String
  let trust: Trust
  let documents: String
  /// The pack whose withdrawals hold.
  let evidence: PreparedPack

  func show() throws {
    let record = try RecordFile.ofDocument(path)
    guard let document = record.document else {
      throw Failure.report(RecordFile.notReadable(path))
    }
    let root = try Failure.reporting(at: path) {
      let root = try verified(record)
      try checkSchema(record)
      return root
    }
    let files = try Failure.reporting(at: path) { try compareFiles(of: root) }
    try Terminal.print(
      "decision-aid: \(path): document \(document), \(Counted(files, "file")) beside it as it says."
    )
    try Terminal.print(
      record.isSigned
        ? "The signature is that of the certificate."
        : "The record is not signed: only a ledger that names it vouches for it.")
    warn(of: record)
  }

  /// Says that the evidence of the record was withdrawn, if it was.
  private func warn(of record: RecordFile) {
    guard let made = RecordEvidence(record.root),
      let withdrawal = evidence.pack.withdrawal(
        of: made.pack, version: made.version, outcomes: made.outcomes)
    else { return }
    Failure.show(
      evidence.warning(
        of: withdrawal, version: made.version, documents: "This document is", at: path))
  }

  /// The tree that was verified, or for a record without a signature the one that was read.
  private func verified(_ record: RecordFile) throws(FileError) -> MarkupElement {
    guard record.isSigned else {
      guard trust.certificate == nil else { throw Trust.refusal(.unsigned, at: path) }
      return record.root
    }
    guard let certificate = trust.certificate else { throw Trust.noCertificate(at: path) }
    do throws(SignatureFault) {
      let verified = try XMLSignatureVerifier(certificate: certificate).verify(
        record.bytes, file: path, at: trust.moment)
      if !verified.bytesAreCanonical {
        Failure.show(
          Diagnostic(
            .warning, "record.reEncoded", at: SourceLocation(file: path),
            "The copy was re-encoded: it says the same, its bytes are others.",
            advice: "Its digest is not the one in the ledger; look for the original."))
      }
      return verified.root
    } catch {
      throw Trust.refusal(error, at: path)
    }
  }

  private func checkSchema(_ record: RecordFile) throws(FileError) {
    let problems: [Diagnostic]
    do throws(PipelineFailure) {
      problems = try record.problems()
    } catch {
      throw FileError(
        .inputNotReadable, "schema.unusable", at: path, "The schema of records cannot be used.",
        advice: "Report this fault.")
    }
    if let first = problems.first { throw FileError(.ledgerDamaged, first) }
  }

  private func compareFiles(of root: MarkupElement) throws(FileError) -> Int {
    let stamps = root.first("artefacts")?.elements ?? []
    for stamp in stamps {
      guard let name = stamp.attribute("name"), SafeName.isSafe(name) else { continue }
      let file = "\(documents)/\(name)"
      guard let found = try? FileStamp(of: file) else {
        throw FileError(
          .ledgerDamaged, "artefact.missing", at: file,
          "The record names this file, and it is not there.",
          advice: "Name the folder with --documents; or rederive it: decision-aid audit rederive.")
      }
      guard found.digest == stamp.attribute("sha256") else {
        throw FileError(
          .ledgerDamaged, "artefact.changed", at: file,
          "The record names this file with other bytes: it was changed after it was made.",
          advice: "Keep it as it is; restore the original from a backup and compare both.")
      }
    }
    return stamps.count
  }
}
