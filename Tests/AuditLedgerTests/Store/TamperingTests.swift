// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import AuditLedger
import Foundation
import Testing

@Suite("Tampering with a ledger (fault table, rows 22, 23 and 26)")
struct TamperingTests {
  /// What is done behind the ledger's back, and what verification says of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let sql: String
    let says: String

    init(_ name: String, _ sql: String, says: String) {
      (testDescription, self.sql, self.says) = (name, sql, says)
    }
  }

  static let cases = [
    Case(
      "a changed event",
      "UPDATE entry SET payload = CAST(replace(CAST(payload AS TEXT), 'because', 'BECAUSE') AS BLOB) WHERE seq = 13",
      says: "Row 13 does not fit its commitment"),
    Case(
      "a changed salt", "UPDATE entry SET salt = randomblob(16) WHERE seq = 4",
      says: "Row 4 does not fit its commitment"),
    Case(
      "a changed commitment", "UPDATE entry SET commitment = randomblob(32) WHERE seq = 9",
      says: "Row 9 does not fit its commitment"),
    Case(
      "a changed root", "UPDATE entry SET root = randomblob(32) WHERE seq = 9",
      says: "Row 9 does not fit its place"),
    Case(
      "another pseudonym in the index", "UPDATE entry SET profile = 'z' WHERE seq = 2",
      says: "Row 2 does not fit its index"),
    Case("a row that was taken out", "DELETE FROM entry WHERE seq = 17", says: "Row 17 is missing"),
    Case("the first row taken out", "DELETE FROM entry WHERE seq = 1", says: "Row 1 is missing"),
    Case(
      "two rows that changed places",
      """
      UPDATE entry SET seq = 1000 WHERE seq = 5; UPDATE entry SET seq = 5 WHERE seq = 6;
      UPDATE entry SET seq = 6 WHERE seq = 1000
      """, says: "Row 5 does not fit its place"),
    Case(
      "a row that was put in",
      """
      UPDATE entry SET seq = -seq - 1 WHERE 0; INSERT INTO entry SELECT 41, randomblob(32), randomblob(32),
      salt, payload, kind, time, profile, document FROM entry WHERE seq = 3
      """, says: "Row 41 does not fit its commitment"),
    Case(
      "a copy of a row at the end",
      """
      INSERT INTO entry SELECT 41, randomblob(32), randomblob(32), NULL, NULL, NULL, NULL, NULL, NULL
      """, says: "Row 41 does not fit its place"),
    Case(
      "an event that was erased by half", "UPDATE entry SET salt = NULL WHERE seq = 12",
      says: "Row 12 is erased by half"),
    Case(
      "the newest rows taken away", "DELETE FROM entry WHERE seq > 30",
      says: "other rows than the 30"),
    Case(
      "a frontier of another tree", "UPDATE ledger SET size = 39",
      says: "The frontier of the tree is not that of 39 rows"),
    Case("no line of its own", "DELETE FROM ledger", says: "lost its own line"),
  ]

  @Test("is found, and the first bad row is named", arguments: cases)
  func isFound(_ tampering: Case) throws {
    let scratch = try LedgerScratch()
    _ = try scratch.filled(40)
    try scratch.tamper(tampering.sql)
    let error = #expect(throws: LedgerError.self) { try scratch.open(.read).verify() }
    #expect(error?.kind == .damaged)
    #expect(
      error?.diagnostic.problem.contains(tampering.says) == true,
      "\(error?.diagnostic.problem ?? "")")
  }

  @Test("an older copy of the ledger is caught by a head from elsewhere, and by nothing else")
  func rolledBack() throws {
    let scratch = try LedgerScratch()
    let old = try scratch.filled(25)
    try scratch.open(.read).backup(to: scratch.folder + "/old.sqlite")
    let ledger = try scratch.open()
    try ledger.append { transaction in
      for number in 30..<40 { try transaction.append(SampleEvents.generated(number)) }
    }
    let head = try ledger.head()
    let restored = try Ledger(scratch.folder + "/old.sqlite", .read, now: SampleEvents.moment(0))
    // Without a head it verifies: that is what the manual says.
    #expect(try restored.verify().head == old)
    let error = #expect(throws: LedgerError.self) { try restored.verify(against: [head]) }
    #expect(error?.diagnostic.problem.contains("Rows 26 to 35") == true)
  }

  @Test("another ledger in its place is caught by a head from elsewhere")
  func replaced() throws {
    let (one, other) = (try LedgerScratch(), try LedgerScratch())
    let head = try one.filled(10)
    _ = try other.filled(10)
    let error = #expect(throws: LedgerError.self) {
      try other.open(.read).verify(against: [head])
    }
    #expect(error?.diagnostic.problem.contains("another ledger") == true)
  }

  @Test("a whole ledger that was written anew is caught by a head from elsewhere")
  func rewritten() throws {
    let scratch = try LedgerScratch()
    let head = try scratch.filled(10)
    let other = try LedgerScratch()
    let id = try scratch.open(.read).id
    _ = try other.open()
    try other.tamper("UPDATE ledger SET id = '\(id)'")
    _ = try other.filled(10)
    #expect(try other.open(.read).verify().head.size == 10)
    let error = #expect(throws: LedgerError.self) {
      try other.open(.read).verify(against: [head])
    }
    #expect(error?.diagnostic.problem.contains("not those that the head was made of") == true)
  }

  @Test(
    "no byte of the file can be changed so that a head that was kept elsewhere still fits other rows",
    .takesLong
  )
  func anyByte() throws {
    let scratch = try LedgerScratch()
    let head = try scratch.filled(12)
    try scratch.open().settle()
    let original = try Data(contentsOf: URL(filePath: scratch.path))
    let expected = (0..<12).map { SampleEvents.generated($0) }
    var found = 0
    for place in stride(from: 0, to: original.count, by: 97) {
      var changed = original
      changed[place] ^= 0x20
      try changed.write(to: URL(filePath: scratch.path))
      for suffix in ["-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: scratch.path + suffix)
      }
      var events: [LedgerEvent] = []
      do {
        _ = try scratch.open(.read).verify(against: [head]) { _, event in
          if let event { events.append(event) }
        }
        // The byte was free space or part of an index: the rows are what they were.
        #expect(events == expected, "byte \(place)")
      } catch is LedgerError {
        found += 1
      }
    }
    #expect(found > 50)
  }

  @Test("a ledger from a newer version is refused, and says which version it has")
  func newer() throws {
    let scratch = try LedgerScratch()
    _ = try scratch.filled(2)
    try scratch.tamper("PRAGMA user_version = 7")
    for access in [Ledger.Access.read, .append] {
      let error = #expect(throws: LedgerError.self) { try scratch.open(access) }
      #expect(error?.kind == .newerVersion)
      #expect(error?.diagnostic.problem.contains("version 7") == true)
    }
  }

  @Test(
    "a file that is no ledger is refused and left as it is",
    arguments: [
      "",
      "no database at all, but long enough to be one: 0123456789 0123456789 0123456789 0123456789",
    ])
  func foreign(_ content: String) throws {
    let scratch = try LedgerScratch()
    try Data(content.utf8).write(to: URL(filePath: scratch.path))
    let error = #expect(throws: LedgerError.self) { try scratch.open(.read) }
    #expect(error?.kind == .notALedger)
    #expect(try Data(contentsOf: URL(filePath: scratch.path)) == Data(content.utf8))
  }

  @Test("a database of another program is refused by readers and writers")
  func otherDatabase() throws {
    let scratch = try LedgerScratch()
    try scratch.tamper("CREATE TABLE a (b)")
    for access in [Ledger.Access.read, .append, .appendExisting] {
      let error = #expect(throws: LedgerError.self) { try scratch.open(access) }
      #expect(error?.kind == .notALedger)
    }
  }

  @Test("a copy without its -wal file is shorter than the head, and says so")
  func withoutLog() throws {
    let scratch = try LedgerScratch()
    let ledger = try scratch.open()
    try ledger.append { _ = try $0.append(SampleEvents.generated(1)) }
    try ledger.settle()
    try ledger.append { transaction in
      for number in 2..<9 { try transaction.append(SampleEvents.generated(number)) }
    }
    let head = try ledger.head()
    let copy = scratch.folder + "/copy.sqlite"
    try FileManager.default.copyItem(atPath: scratch.path, toPath: copy)
    let error = #expect(throws: LedgerError.self) {
      try Ledger(copy, .read, now: SampleEvents.moment(0)).verify(against: [head])
    }
    #expect(error?.diagnostic.problem.contains("Rows 2 to 8") == true)
    #expect(try ledger.verify(against: [head]).head == head)
  }
}
