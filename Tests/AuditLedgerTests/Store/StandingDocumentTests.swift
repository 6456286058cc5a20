// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import Markup
import Testing

@Suite("The documents that stand in a ledger")
struct StandingDocumentTests {
  /// The row that tells a person about a document.
  private func recalled(_ number: Int, of row: UInt64, profile: String) -> LedgerEvent {
    LedgerEvent(
      .recalled, time: SampleEvents.moment(90), profile: profile,
      document: SampleEvents.document(number), operatorName: "a", outcome: "told",
      inputs: [
        InputStamp(
          kind: "evidencePack", id: "pack", version: "2.0.0", digest: SampleEvents.digest(3))
      ],
      artefacts: [
        FileStamp(name: "notice-x.html", bytes: 3, digest: SampleEvents.digest(number))
      ], rows: [row])
  }

  private func standing(_ ledger: Ledger) throws -> [StandingDocument] {
    var found: [StandingDocument] = []
    try ledger.standingDocuments { found.append($0) }
    return found
  }

  @Test("are the last of each person, by pseudonym; what was erased is left out")
  func areTheLast() throws {
    let scratch = try LedgerScratch()
    let ledger = try scratch.open()
    #expect(try standing(ledger).isEmpty)
    try ledger.append { transaction in
      for (number, profile) in [(1, "b"), (2, "a"), (3, "c"), (4, "b"), (5, "d")] {
        try transaction.append(SampleEvents.generated(number, profile: profile))
      }
      _ = try transaction.erase(profile: "c")
    }
    let found = try standing(ledger)
    #expect(found.map(\.event.profile) == ["a", "b", "d"])
    #expect(found.map(\.row) == [2, 4, 5])
    #expect(found.allSatisfy { $0.notice == nil && $0.noticeRow == nil })
    #expect(found[0].event.evidence?.version == "1.0.0")
    #expect(found[0].event.outcomes == ["closeCall"])
  }

  @Test("carry the last letter about them, and none about an older document")
  func carryTheirLetters() throws {
    let scratch = try LedgerScratch()
    let ledger = try scratch.open()
    let letters = [
      recalled(1, of: 1, profile: "a"), recalled(2, of: 2, profile: "b"),
      recalled(2, of: 2, profile: "b"),
    ]
    try ledger.append { transaction in
      try transaction.append(SampleEvents.generated(1, profile: "a"))
      try transaction.append(SampleEvents.generated(2, profile: "b"))
      for letter in letters { try transaction.append(letter) }
      try transaction.append(SampleEvents.generated(6, profile: "a", time: SampleEvents.moment(91)))
      #expect(try transaction.notice(about: SampleEvents.document(1)) == letters[0])
      #expect(try transaction.notice(about: SampleEvents.document(6)) == nil)
    }
    let found = try standing(ledger)
    #expect(found.map(\.row) == [6, 2])
    #expect(found.map(\.noticeRow) == [nil, 5])
    #expect(found[1].notice == letters[2])
    #expect(try ledger.verify().head.size == 6)
    #expect(try ledger.report(from: nil, to: nil).recalled == 3)
  }

  @Test("a letter reads back from its bytes, and its audit message names it")
  func readsBack() throws {
    let letter = recalled(1, of: 7, profile: "a")
    #expect(EventXML.event(from: EventXML.bytes(of: letter), reader: XMLReader()) == letter)
    let message = String(
      decoding: DICOMAuditMessage.bytes(of: letter, row: 8, ledger: "l"), as: UTF8.self)
    #expect(message.contains("csd-code=\"recalled\""))
    #expect(message.contains("EventActionCode=\"U\""))
    #expect(message.contains("type=\"sha256 notice-x.html\""))
  }
}
