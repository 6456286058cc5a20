// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import TestSupport
import Testing

/// The schemas are those of DICOM part 15, sections A.5.1 of editions 2017c and 2024d.
@Suite(
  "DICOM messages of a ledger",
  .enabled(
    if: Shared.holds("schemas/dicom-audit-2017c.xsd")
      && Shared.holds("schemas/dicom-audit-2024d.xsd"),
    "the schemas of DICOM do not lie in ../shared/schemas"))
struct MessageSchemaTests {
  static let schemas = ["schemas/dicom-audit-2017c.xsd", "schemas/dicom-audit-2024d.xsd"]

  /// Expects every message of a folder to follow both schemas.
  private func expectValid(_ folder: String) throws {
    let files = try Tree(folder).names.map { "\(folder)/\($0)" }
    try #require(!files.isEmpty)
    for schema in Self.schemas {
      let valid = try Run.command(
        ["xmllint", "--nonet", "--noout", "--schema", Shared.path(schema)] + files)
      #expect(valid.status == 0, "\(valid.errors)")
    }
  }

  @Test("every message of an export follows the schemas of both editions")
  func exported() throws {
    let clinic = try Clinic(people: 2)
    try #require(try clinic.generate("--date", "2026-11-20").status == 0)
    try #require(try clinic.generate("--operator", "Dr <Testwell> & \"Co\"").status == 0)
    try #require(
      try Run.program(
        "audit", "record-decision", "\(clinic.output)/\(Clinic.id(0))/record.xml", "--ledger",
        clinic.ledger, "--choice", "care", "--readiness", "ready", "--decided-with",
        "patient,clinician"
      ).status == 0)
    try #require(
      try clinic.audit("erase", "--patient", Clinic.id(1), "--reason", "asked").status == 0)
    let folder = clinic.scratch.path("messages")
    let run = try clinic.audit(
      "export", "--output", clinic.scratch.path("e.xml"), "--dicom-messages", folder)
    #expect(run.status == 0, "\(run.errors)")
    let files = try Tree(folder).names
    // Rows 1, 3, 5 and 6 and the export: those of the erased person have no message.
    #expect(files.count == 5, "\(files)")
    try expectValid(folder)
  }

  @Test("every message about letters of recall follows the schemas of both editions")
  func recalled() throws {
    let recall = try RecallTests.Recall(people: 2)
    try #require(try recall.run().status == 0)
    let folder = recall.clinic.scratch.path("messages")
    try #require(
      try recall.clinic.audit(
        "export", "--output", recall.clinic.scratch.path("e.xml"), "--dicom-messages", folder
      ).status == 0)
    // Two people with documents of the old version and of the new, two letters, and the export.
    #expect(try Tree(folder).names.count == 7)
    try expectValid(folder)
  }
}
