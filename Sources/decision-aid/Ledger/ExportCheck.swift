// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import DecisionAid
import FileStore
import Markup

/// Proves an export, and says so.
struct ExportCheck {
  let path: String
  let heads: [LedgerHead]
  let trust: Trust
  /// The pack whose withdrawals hold.
  let evidence: PreparedPack

  func show() throws {
    var withdrawn = WithdrawnRows(evidence)
    let survey = try Failure.reporting(at: path) { try prove(&withdrawn) }
    var lines = [
      "decision-aid: \(path): \(Counted.verified(survey.entries, erased: survey.erased))",
      "Ledger \(survey.head.ledger), \(Counted(survey.head.size, "row")), root \(survey.head.root).",
    ]
    if !survey.recordsLacking.isEmpty {
      let rows = survey.recordsLacking.prefix(10).map(String.init).joined(separator: ", ")
      lines.append(
        "Records not beside the ledger as it names them: \(survey.recordsLacking.count), of rows \(rows)."
      )
    }
    lines.append(
      survey.signature == nil
        ? "The export is not signed: only a head that was kept elsewhere vouches for it."
        : "The signature is that of the certificate.")
    lines.append(
      heads.isEmpty
        ? "No head from elsewhere was given: it cannot be excluded that the newest rows were taken away."
        : "\(Counted(heads.count, "head")) from elsewhere: the export fits.")
    for line in lines { try Terminal.print(line) }
    withdrawn.show(at: path)
  }

  private func prove(_ withdrawn: inout WithdrawnRows) throws -> ExportSurvey {
    let reading = try FileReading(path)
    let schema: XMLSchema
    do throws(XMLError) {
      schema = try XMLSchema(
        EmbeddedFiles.bytes("schemas/audit-export.xsd") ?? [], file: "audit-export.xsd")
    } catch {
      throw FileError(
        .inputNotReadable, "schema.unusable", at: path, "The schema of exports cannot be used.",
        advice: "Report this fault.")
    }
    var verifier = ExportVerifier(schema: schema, heads: heads) { try reading.next() }
    let survey: ExportSurvey
    do {
      survey = try verifier.verify { row, event, copy in
        withdrawn.look(row, event)
        guard case .whole(let record)? = copy, trust.certificate != nil else { return }
        _ = try trust.verifies(record: record, at: "\(path), record of row \(row)")
      }
    } catch let fault as ExportFault {
      throw FileError(
        .ledgerDamaged, "export.changed", at: path,
        (fault.row.map { "Row \($0): " } ?? "") + fault.problem,
        advice: "Ask for a new export; compare it with a head that was kept elsewhere.")
    }
    try checkSignature(survey)
    if let head = survey.headsNotCompared.first {
      throw FileError(
        .inputMissing, "export.selection", at: path,
        "The export leaves out rows, so that the head of \(head.size) rows cannot be held against it.",
        advice: "Ask for an export of all rows, or for a head of \(survey.head.size) rows.")
    }
    return survey
  }

  private func checkSignature(_ survey: ExportSurvey) throws(FileError) {
    guard let signature = survey.signature else {
      guard trust.certificate == nil else { throw Trust.refusal(.unsigned, at: path) }
      return
    }
    guard let certificate = trust.certificate else { throw Trust.noCertificate(at: path) }
    do throws(SignatureFault) {
      try XMLSignatureVerifier(certificate: certificate).verify(
        element: signature.bytes, over: signature.digest, file: path, at: trust.moment)
    } catch {
      throw Trust.refusal(error, at: path)
    }
  }
}
