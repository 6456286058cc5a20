// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import Documents
import Markup
import SampleSupport
import Testing

/// No input turns an item that needs people into anything but done, with a dated record.
@Suite struct PeopleRecordTests {
  /// The ledger of a sample profile with a pack whose evidence has an insertion after its authors.
  private func ledger(_ insertion: String, _ name: String) throws -> ChecklistReport {
    var files = PreparedPack.embedded.files
    for index in files.indices where files[index].name == "evidence.xml" {
      let text = String(decoding: files[index].bytes, as: UTF8.self)
      files[index].bytes = Array(
        text.replacing("</about>", with: insertion + "</about>", maxReplacements: 1).utf8)
    }
    var pipeline = try Pipeline(
      pack: try PreparedPack(PackSource(files), hashing: Samples.hashing),
      settings: Settings(date: Samples.day("2026-11-22")), hashing: Samples.hashing)
    let made = try pipeline.generate(try Samples.bytes(name), file: name)
    let record = try #require(made.files.first { $0.name == "record.xml" })
    return try ChecklistSamples.ledger(Samples.tree(record.bytes))
  }

  private func record(_ item: String, _ date: String) -> String {
    "<peopleRecord item=\"\(item)\" date=\"\(date)\" text=\"pack.funding\"/>"
  }

  @Test("A dated record closes its item and no other", arguments: LedgerTests.people)
  func aDatedRecordClosesItsItem(item: String) throws {
    let ledger = try ledger(record(item, "2026-05-01"), "01-swing-us")
    for id in LedgerTests.people where id != item { #expect(ledger.state(id) == .needsPeople) }
    guard case .peopleDone(let date, let text) = ledger.state(item) else {
      Issue.record("\(item) is not done")
      return
    }
    #expect(date.description == "2026-05-01")
    #expect(try text == Said.text("pack.funding"))
    let entry = try #require(ledger.entries.first { $0.item.id == item })
    #expect(entry.pointers == ["/r:decisionRecord/r:peopleRecord[@item='\(item)']"])
    #expect(ledger.summary.hasSuffix("8 items need people, 7 of them are open."))
  }

  @Test(
    "A record of another item, or of a day after the document, closes nothing",
    arguments: [("Q1", "2026-05-01"), ("QL99", "2026-05-01"), ("QL12", "2026-11-23")])
  func otherRecordsCloseNothing(item: String, date: String) throws {
    let ledger = try ledger(record(item, date), "02-rating-eu")
    for id in LedgerTests.people { #expect(ledger.state(id) == .needsPeople) }
    #expect(ledger.state("Q1") == .met)
  }

  @Test(
    "A record without a real day, or twice, is refused with the pack",
    arguments: [
      ["<peopleRecord item=\"QL12\" text=\"pack.funding\"/>"],
      ["<peopleRecord item=\"QL12\" date=\"2026-02-30\" text=\"pack.funding\"/>"],
      ["<peopleRecord item=\"QL12\" date=\"2026-05-01Z\" text=\"pack.funding\"/>"],
      [
        "<peopleRecord item=\"QL12\" date=\"2026-05-01\" text=\"pack.funding\"/>",
        "<peopleRecord item=\"QL12\" date=\"2026-05-02\" text=\"pack.funding\"/>",
      ],
    ])
  func aRecordWithoutADayIsRefused(records: [String]) throws {
    #expect(throws: PipelineFailure.self) { try ledger(records.joined(), "01-swing-us") }
  }

  @Test(
    "Whatever is taken out of a record, nothing else than a dated record closes an item",
    arguments: Samples.names)
  func nothingElseClosesAnItem(name: String) throws {
    let root = try Samples.tree(try Samples.record(name))
    var changed = root
    for id in LedgerTests.people {
      changed.children.insert(.element(PeopleRecordTests.done(id, on: "2999-12-31")), at: 0)
    }
    let closed = try ChecklistSamples.ledger(changed)
    for id in LedgerTests.people { #expect(closed.state(id) == .needsPeople) }
    // A day alone, without words of what was done, is no record.
    var silent = root
    silent.children.insert(
      .element(
        MarkupElement(
          "peopleRecord", [MarkupAttribute("item", "QL12"), MarkupAttribute("date", "2026-01-01")])),
      at: 0)
    #expect(try ChecklistSamples.ledger(silent).state("QL12") == .needsPeople)
  }

  /// What a record says was done with people on a day.
  private static func done(_ item: String, on date: String) -> MarkupElement {
    MarkupElement(
      "peopleRecord", [MarkupAttribute("item", item), MarkupAttribute("date", date)],
      [.text("Done with everybody.")])
  }

  @Test(
    "A record with a day that is none is not read",
    arguments: ["", "0", "2026-13-01", "2026-11-22x", "soon", "9999-12-31"])
  func noDay(date: String) throws {
    var root = try Samples.tree(try Samples.record("01-swing-us"))
    root.children.insert(.element(PeopleRecordTests.done("QL12", on: date)), at: 0)
    #expect(throws: RecordFault.self) { try ChecklistSamples.ledger(root) }
  }
}
