// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import Foundation
import Markup
import Testing

@Suite("A ledger")
struct LedgerTests {
  @Test("keeps what is appended, and verifies when it is opened again")
  func appends() throws {
    let scratch = try LedgerScratch()
    let head = try scratch.filled(70)
    let ledger = try scratch.open(.read)
    var events: [LedgerEvent] = []
    let survey = try ledger.verify(against: [head]) { _, event in
      if let event { events.append(event) }
    }
    #expect(survey.head == head)
    #expect(survey.head.size == 70)
    #expect(events == (0..<70).map { SampleEvents.generated($0) })
  }

  @Test("writes its log through to the disk: write-ahead log, synchronous FULL, read back")
  func settings() throws {
    let scratch = try LedgerScratch()
    let settings = try scratch.open().settings()
    #expect(settings.journal == "wal")
    #expect(settings.synchronous == 2)
    let other = try LedgerScratch()
    let rollback = try Ledger(other.path, .append, now: SampleEvents.moment(0), usesLog: false)
      .settings()
    #expect(rollback.journal == "delete")
    #expect(rollback.synchronous == 2)
  }

  @Test("takes a group whole or not at all")
  func rollsBack() throws {
    struct Stop: Error {}
    let scratch = try LedgerScratch()
    let ledger = try scratch.open()
    try ledger.append { _ = try $0.append(SampleEvents.generated(1)) }
    let before = try ledger.head()
    #expect(throws: Stop.self) {
      try ledger.append { transaction in
        try transaction.append(SampleEvents.generated(2))
        throw Stop()
      }
    }
    #expect(try ledger.head() == before)
    #expect(try ledger.verify().head == before)
  }

  @Test("marks a row whose clock had gone back, and keeps the order of the rows")
  func clock() throws {
    let scratch = try LedgerScratch()
    let ledger = try scratch.open()
    try ledger.append { transaction in
      for time in [
        "2026-11-26T10:00:00.000Z", "2025-11-26T10:00:00.000Z", "2026-11-26T11:00:00.000Z",
      ] {
        let time = try #require(UTCInstant(time))
        try transaction.append(SampleEvents.generated(1, time: time))
      }
    }
    #expect(try ledger.verify().clockRegressed == [2])
  }

  @Test("erases an event and still verifies; nothing of it is left in the files")
  func erases() throws {
    let scratch = try LedgerScratch()
    let head = try scratch.filled(20)
    let ledger = try scratch.open()
    let rows = try ledger.append { transaction in
      let rows = try transaction.erase(profile: "p-7")
      try transaction.append(
        LedgerEvent(.erased, time: SampleEvents.moment(99), outcome: "erased", rows: rows))
      return rows
    }
    #expect(rows == [8])
    try ledger.settle()
    let survey = try ledger.verify(against: [head])
    #expect(survey.erased == 1)
    #expect(survey.head.size == 21)
    for name in try FileManager.default.contentsOfDirectory(atPath: scratch.folder) {
      let bytes = try Data(contentsOf: URL(filePath: "\(scratch.folder)/\(name)"))
      #expect(bytes.range(of: Data("p-7\"".utf8)) == nil, "\(name)")
    }
  }

  @Test("erases what lies before a day, and selects by days, by time in UTC")
  func erasesBeforeADay() throws {
    let scratch = try LedgerScratch()
    let ledger = try scratch.open()
    let midnight = SampleEvents.moment(0)
    try ledger.append { transaction in
      for milliseconds in [-86_400_000, -1, 0, 86_399_999, 86_400_000] {
        let time = UTCInstant(milliseconds: midnight.milliseconds + milliseconds)
        try transaction.append(SampleEvents.generated(1, time: time))
      }
    }
    var rows: [UInt64] = []
    try ledger.events(.init(from: midnight.day, to: midnight.day)) { row, _ in rows.append(row) }
    #expect(rows == [3, 4])
    #expect(try ledger.append { try $0.erase(before: midnight.day) } == [1, 2])
  }

  @Test("takes no row from a clock that no row could be read back from, and stays as it was")
  func impossibleClock() throws {
    let scratch = try LedgerScratch()
    let ledger = try scratch.open()
    let late = UTCInstant(milliseconds: CalendarDay(daysSince1970: 2_932_897).start.milliseconds)
    let error = #expect(throws: LedgerError.self) {
      try ledger.append { _ = try $0.append(SampleEvents.generated(1, time: late)) }
    }
    #expect(error?.kind == .notWritable)
    #expect(error?.diagnostic.problem.contains("10000-01-01") == true)
    #expect(try ledger.verify().head.size == 0)
  }

  @Test("finds the last set of a person and the row of a document")
  func finds() throws {
    let scratch = try LedgerScratch()
    let ledger = try scratch.open()
    try ledger.append { transaction in
      #expect(try transaction.last(.generated, of: "x") == nil)
      try transaction.append(SampleEvents.generated(1, profile: "x"))
      try transaction.append(SampleEvents.generated(2, profile: "x"))
      try transaction.append(SampleEvents.generated(3, profile: "y"))
      #expect(try transaction.last(.generated, of: "x")?.document == SampleEvents.document(2))
      #expect(try transaction.generation(of: SampleEvents.document(1))?.profile == "x")
    }
    var rows: [UInt64] = []
    try ledger.events(.init(profile: "x")) { row, _ in rows.append(row) }
    #expect(rows == [1, 2])
    var sets: [String: [UInt64]] = [:]
    try ledger.documentSets { profile, found in sets[profile] = found.map(\.row) }
    #expect(sets == ["x": [1, 2], "y": [3]])
  }

  /// The documents that are made for a person, one after the other, and the rows whose files are there
  /// in the end.
  static let histories: [(made: [Int], rows: [UInt64])] = [
    ([1], [1]), ([1, 1], [2]), ([1, 2, 1], [1, 2, 3]), ([1, 2, 1, 1], [1, 2, 4]),
    ([1, 2, 1, 3], [2, 3, 4]), ([1, 2, 1, 2, 1], [3, 4, 5]), ([1, 2, 2, 3], [1, 3, 4]),
  ]

  @Test("names the sets whose files were not written over", arguments: histories.indices)
  func keptSets(_ place: Int) throws {
    let history = Self.histories[place]
    let scratch = try LedgerScratch()
    let ledger = try scratch.open()
    try ledger.append { transaction in
      for number in history.made {
        try transaction.append(SampleEvents.generated(number, profile: "x"))
      }
    }
    var rows: [UInt64] = []
    try ledger.documentSets { _, found in rows += found.map(\.row) }
    #expect(rows == history.rows)
  }

  @Test("copies itself whole")
  func backup() throws {
    let scratch = try LedgerScratch()
    let head = try scratch.filled(30)
    try scratch.open(.read).backup(to: scratch.folder + "/copy.sqlite")
    let copy = try Ledger(scratch.folder + "/copy.sqlite", .read, now: SampleEvents.moment(0))
    #expect(try copy.verify(against: [head]).head == head)
  }

  @Test("lets two writers take turns on one unbroken tree")
  func twoWriters() async throws {
    let scratch = try LedgerScratch()
    _ = try scratch.open()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<2 {
        group.addTask {
          let ledger = try scratch.open(.appendExisting)
          for number in 0..<100 {
            try ledger.append { _ = try $0.append(SampleEvents.generated(writer * 1000 + number)) }
          }
        }
      }
      try await group.waitForAll()
    }
    var documents: Set<String> = []
    let survey = try scratch.open(.read).verify { _, event in
      documents.insert(event?.document ?? "")
    }
    #expect(survey.head.size == 200)
    #expect(documents.count == 200)
  }

  @Test("reads its events back as it wrote them, and no other bytes")
  func eventBytes() throws {
    let event = SampleEvents.generated(5)
    let bytes = EventXML.bytes(of: event)
    #expect(EventXML.event(from: bytes, reader: XMLReader()) == event)
    let text = String(decoding: bytes, as: UTF8.self)
    for (old, new) in [
      ("outcome=", "extra=\"1\" outcome="), ("</event>", " </event>"),
      ("kind=\"generated\"", "kind=\"x\""),
      ("<event ", "<event  "),
    ] {
      let changed = Array(text.replacing(old, with: new).utf8)
      #expect(EventXML.event(from: changed, reader: XMLReader()) == nil, "\(new)")
    }
  }
}
