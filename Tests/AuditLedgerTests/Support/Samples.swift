// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import GRDB
import Markup
import TestSupport

/// Made-up events for tests.
enum SampleEvents {
  /// A digest that differs for each number.
  static func digest(_ number: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: 64 - text.count) + text
  }

  /// The number of a document.
  static func document(_ number: Int) -> String {
    let text = String(number, radix: 16)
    return "0000-0000-0000-" + String(repeating: "0", count: 4 - text.count) + text
  }

  /// The event that made the documents of a person.
  static func generated(_ number: Int, profile: String? = nil, time: UTCInstant? = nil)
    -> LedgerEvent
  {
    LedgerEvent(
      .generated, time: time ?? moment(number), profile: profile ?? "p-\(number)",
      document: document(number), fingerprint: "abcd-\(document(number).suffix(4))",
      operatorName: "Dr <A> & \"B\"", reason: "because\u{A0}é", outcome: "written",
      program: ProgramStamp(version: "1", digest: digest(1)),
      inputs: [
        InputStamp(kind: "profile", digest: digest(number)),
        InputStamp(kind: "evidencePack", id: "pack", version: "1.0.0", digest: digest(2)),
      ], artefacts: [FileStamp(name: "record.xml", bytes: 7, digest: digest(number))],
      summary: EventSummary(
        answers: [AnswerStamp(question: "a", verdict: "closeCall", leader: nil)],
        order: ["one", "two"], overrides: ["paper"]))
  }

  /// A time that grows with the number, by seconds from 2026-11-26T00:00:00Z.
  static func moment(_ number: Int) -> UTCInstant {
    UTCInstant(seconds: 1_795_651_200 + number)
  }
}

/// A ledger in an empty folder that goes with the test.
struct LedgerScratch {
  private let scratch: Scratch
  var folder: String { scratch.path }
  var path: String { scratch.path("ledger.sqlite") }

  init() throws { scratch = try Scratch() }

  /// The ledger, opened again.
  func open(_ access: Ledger.Access = .append) throws -> Ledger {
    try Ledger(path, access, now: SampleEvents.moment(0), busySeconds: 30)
  }

  /// The ledger with this many rows, closed again.
  func filled(_ count: Int) throws -> LedgerHead {
    let ledger = try open()
    try ledger.append { transaction in
      for number in 0..<count { try transaction.append(SampleEvents.generated(number)) }
    }
    return try ledger.head()
  }

  /// Changes the file behind the ledger's back.
  func tamper(_ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }
}
