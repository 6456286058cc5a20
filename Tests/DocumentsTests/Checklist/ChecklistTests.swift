// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Documents
import SampleSupport
import Testing

/// The checklist as data, the states, and the same ledger from memory and from the record.
@Suite struct LedgerTests {
  static let people = ["QL12", "QL13", "QL14", "QL15", "QL16", "QL17", "QL22", "QL23"]
  static let tests = ["C7", "C8", "C9", "C10", "QL24", "QL25", "QL26", "QL27", "QL28"]

  @Test("The checklist holds all items once, in the order and groups of the instrument")
  func theChecklistHoldsAllItems() throws {
    let checklist = try Checklist.embedded()
    let expected =
      (1...6).map { "Q\($0)" } + (1...10).map { "C\($0)" } + (1...28).map { "QL\($0)" }
    #expect(checklist.id == "ipdas-4.0")
    #expect(checklist.items.map(\.id) == expected)
    for item in checklist.items {
      let start = item.id.prefix { $0.isLetter }
      let group: [Substring: Checklist.Group] = [
        "Q": .qualifying, "C": .certifying, "QL": .quality,
      ]
      #expect(item.group == group[start], "\(item.id)")
      switch item.means {
      case .people: #expect(Self.people.contains(item.id))
      case .notApplicable(let reason):
        #expect(Self.tests.contains(item.id) && reason == "treatment decision, no test")
      case .document: #expect(!(Self.people + Self.tests).contains(item.id))
      case .data(_, let name):
        #expect(!(Self.people + Self.tests).contains(item.id) && !name.isEmpty)
      }
    }
  }

  @Test("Memory and record give the same ledger", arguments: Samples.names)
  func memoryAndRecordAgree(name: String) throws {
    let document = try Samples.document(name)
    let pack = try #require(Samples.pack).pack
    let memory = ChecklistSubject(document: document, pack: pack)
    let root = try Samples.tree(try Samples.record(name))
    let record = try RecordReader(file: name).read(root).checklistSubject
    #expect(memory.alternatives == record.alternatives)
    #expect(memory.date == record.date && memory.people == record.people)
    #expect(memory.numbers == record.numbers)
    let checklist = try Checklist.embedded()
    let (one, other) = (
      ChecklistReport(checklist, subject: memory), ChecklistReport(checklist, subject: record)
    )
    #expect(one.result == other.result)
    // The row with the reading level is the only one that a handout may still lack.
    let lacking = one.names.filter { $0.value == "not-met" }.map(\.key)
    #expect(Set(lacking).isSubset(of: ["QL21"]), "\(lacking)")
    for id in Self.people { #expect(one.state(id) == .needsPeople) }
    for id in Self.tests { #expect(one.names[id] == "not-applicable") }
    for entry in one.entries where entry.state == .met {
      #expect(!entry.pointers.isEmpty, "\(entry.item.id)")
    }
  }

  @Test("The counts keep what people do apart, and nothing is called certified")
  func theCountsAreKeptApart() throws {
    let ledger = try ChecklistSamples.ledger(try ChecklistSamples.fullTree("01-swing-us"))
    #expect(ledger.summary == "27 of 27 checkable items shown; 8 items need people and are open.")
    let text = ledger.lines.joined(separator: "\n")
    #expect(text.hasPrefix("Checked against IPDAS 4.0.\n"))
    #expect(!text.lowercased().contains("certified") && !text.contains("%"))
    for entry in ledger.entries { #expect(text.contains("  \(entry.item.id) ")) }
  }

  @Test(
    "What is missing is an error in qualifying and certifying items and a warning in others",
    arguments: [
      ("condition", "Q1", "error"), ("sources", "C2", "error"),
      ("decision-steps", "QL10", "warning"),
    ])
  func whatIsMissingIsReported(part: String, item: String, severity: String) throws {
    let root = try ChecklistSamples.fullTree("01-swing-us")
    let ledger = try ChecklistSamples.ledger(root)
    #expect(ledger.diagnostics(file: "x").isEmpty)
    let pointer = try #require(
      ledger.entries.first { $0.item.id == item }?.pointers.first { $0.contains("'\(part)'") })
    let path = try #require(try RecordPointer.nodes(pointer, in: root).first)
    let found = try ChecklistSamples.ledger(root.replacing(at: path) { _ in nil })
      .diagnostics(file: "handout.html")
    #expect(found.count == 1)
    #expect(found.first?.severity.rawValue == severity)
    #expect(found.first?.identifier == "checklist.\(item)")
    #expect(found.first?.problem.contains(part) == true)
  }
}
