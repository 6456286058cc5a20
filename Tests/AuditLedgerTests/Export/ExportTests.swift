// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import Crypto
import Foundation
import Markup
import Testing

@Suite("An export of a ledger")
struct ExportTests {
  static func schema() throws -> XMLSchema {
    try XMLSchema(
      try #require(EmbeddedFiles.bytes("schemas/audit-export.xsd")), file: "audit-export.xsd")
  }

  static let record = Array("<record>a &lt; b</record>".utf8)

  /// A ledger with records that can be found.
  static func ledger(_ scratch: LedgerScratch, rows: Int) throws -> Ledger {
    let ledger = try scratch.open()
    try ledger.append { transaction in
      for number in 0..<rows {
        var event = SampleEvents.generated(number, profile: "p-\(number % 3)")
        event.artefacts = [
          FileStamp(
            name: "record.xml", bytes: record.count,
            digest: Hexadecimal.text(SHA256.hash(data: record)))
        ]
        try transaction.append(event)
      }
      try transaction.append(
        LedgerEvent(
          .decided, time: SampleEvents.moment(rows), profile: "p-1",
          document: SampleEvents.document(1),
          outcome: "recorded",
          decision: NotedDecision(
            choice: "notDecided", readiness: "unsure", decidedWith: ["patient"])))
    }
    return ledger
  }

  static func export(
    _ ledger: Ledger, _ selection: Ledger.Selection = .init(), copy: RecordCopy = .whole(record)
  ) throws -> [UInt8] {
    var bytes: [UInt8] = []
    _ = try ledger.export(
      selection,
      ExportSources(
        time: SampleEvents.moment(500),
        checkpoint: { Checkpoint($0, time: SampleEvents.moment(500)).text }, record: { _ in copy })
    ) { bytes += $0 }
    return bytes
  }

  static func verify(_ bytes: [UInt8], piece: Int = 1000) throws -> ExportSurvey {
    var rest = bytes[...]
    var verifier = ExportVerifier(schema: try schema()) {
      defer { rest = rest.dropFirst(piece) }
      return Array(rest.prefix(piece))
    }
    return try verifier.verify()
  }

  @Test("verifies elsewhere, read in pieces of any size", arguments: [7, 100, 100_000])
  func roundTrip(_ piece: Int) throws {
    let scratch = try LedgerScratch()
    let ledger = try ExportTests.ledger(scratch, rows: 20)
    let bytes = try ExportTests.export(ledger)
    let survey = try ExportTests.verify(bytes, piece: piece)
    #expect(survey.entries == 21)
    #expect(survey.head == (try ledger.head()))
    #expect(Checkpoint(parsing: survey.checkpoint)?.head == survey.head)
    #expect(survey.recordsLacking.isEmpty)
    #expect(XMLReader().prove(bytes, file: "export", schema: try ExportTests.schema()).isEmpty)
  }

  @Test("holds the rows that were asked for, each with its path to the head")
  func selection() throws {
    let scratch = try LedgerScratch()
    let ledger = try ExportTests.ledger(scratch, rows: 20)
    let one = try ExportTests.verify(try ExportTests.export(ledger, .init(profile: "p-1")))
    #expect(one.entries == 8)
    #expect(one.head.size == 21)
    let none = try ExportTests.verify(
      try ExportTests.export(ledger, .init(from: CalendarDay("2027-01-01"))))
    #expect(none.entries == 0)
  }

  @Test("says which records were missing or changed", arguments: [RecordCopy.missing, .changed])
  func lacking(_ copy: RecordCopy) throws {
    let scratch = try LedgerScratch()
    let ledger = try ExportTests.ledger(scratch, rows: 3)
    let survey = try ExportTests.verify(try ExportTests.export(ledger, copy: copy))
    #expect(survey.recordsLacking == [1, 2, 3])
  }

  @Test("is refused after any change of one byte, and after every cut")
  func everyByte() throws {
    let scratch = try LedgerScratch()
    let ledger = try ExportTests.ledger(scratch, rows: 3)
    let bytes = try ExportTests.export(ledger)
    let head = try ledger.head()
    let whole = try ExportTests.verify(bytes)
    for place in stride(from: 0, to: bytes.count, by: 7) {
      var changed = bytes
      changed[place] ^= 1
      // Without a signature the head and the time of the export are nobody's word: a head that was
      // kept elsewhere does not fit then. Everything else is refused.
      if let survey = try? ExportTests.verify(changed) {
        let isHead = survey.head != head || survey.checkpoint != whole.checkpoint
        let isTime = place < 250
        #expect(isHead || isTime, "byte \(place)")
      }
      #expect(throws: (any Error).self) { try ExportTests.verify(Array(bytes.prefix(place))) }
    }
    #expect(throws: (any Error).self) { try ExportTests.verify(bytes + [0x0A]) }
  }

  @Test(
    "is refused when rows are taken out of their order, doubled, or come from another ledger")
  func otherRows() throws {
    let (scratch, other) = (try LedgerScratch(), try LedgerScratch())
    let text = String(
      decoding: try ExportTests.export(ExportTests.ledger(scratch, rows: 4)), as: UTF8.self)
    let foreign = String(
      decoding: try ExportTests.export(ExportTests.ledger(other, rows: 4)), as: UTF8.self)
    func entry(_ text: String, _ number: Int) throws -> Substring {
      let start = try #require(
        text.firstRange(of: "\n<entry ").map { _ in
          text.ranges(of: "\n<entry ")[number - 1].lowerBound
        })
      let end = try #require(text[start...].firstRange(of: "</entry>")).upperBound
      return text[start..<end]
    }
    let (two, three) = (try entry(text, 2), try entry(text, 3))
    let changes = [
      text.replacing(two + three, with: three + two), text.replacing(two, with: two + two),
      text.replacing(two, with: try entry(foreign, 2)),
      text.replacing("\n<entry ", with: "\n<!-- x --><entry ", maxReplacements: 1),
      text.replacing("<event ", with: "<event xmlns:x=\"urn:x\" ", maxReplacements: 1),
    ]
    for changed in changes {
      #expect(throws: ExportFault.self) { try ExportTests.verify(Array(changed.utf8)) }
    }
    // A row less is no fault: an export can be a selection.
    #expect(try ExportTests.verify(Array(text.replacing(two, with: "").utf8)).entries == 4)
  }
}
