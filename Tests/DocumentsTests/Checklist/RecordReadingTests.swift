// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Documents
import SampleSupport
import Testing

/// A record read back holds what was composed.
@Suite struct RecordReadingTests {
  @Test("Both documents, the identity and the numbers come back", arguments: Samples.names)
  func everythingComesBack(name: String) throws {
    let document = try Samples.document(name)
    let record = try RecordReader(file: name).read(
      try Samples.tree(try Samples.record(name)))
    #expect(record.identity == document.identity)
    same(record.handout, document.handout.recorded)
    same(record.clinicianCopy, document.clinicianCopy.recorded)
    let pack = try #require(Samples.pack).pack
    #expect(record.numbers.alternatives == pack.options.map(\.id))
    #expect(record.numbers.criteria == pack.shownCriteria.map(\.id))
    let printed = record.numbers.numbers.prefix(document.numbers.levels.count)
    for (number, level) in zip(printed, document.numbers.levels.map(\.figure)) {
      #expect(number.id == level.id && number.value == level.value && number.of == level.of)
      #expect(number.low == level.low && number.high == level.high)
      #expect(number.certainty == level.certainty && number.sources == level.sources)
    }
    #expect(
      record.numbers.numbers.dropFirst(document.numbers.levels.count).map(\.id)
        == document.numbers.figures.map(\.id))
  }

  /// Expects two bodies to be the same, and names the first block that differs.
  private func same(_ one: DocumentBody, _ other: DocumentBody) {
    #expect(one.title == other.title)
    #expect(one.sections.map(\.id) == other.sections.map(\.id))
    for (left, right) in zip(one.sections, other.sections) {
      #expect(left.title == right.title)
      #expect(left.blocks.count == right.blocks.count)
      for (first, second) in zip(left.blocks, right.blocks) {
        #expect(first == second, "\(left.id)")
      }
    }
  }

  @Test(
    "What is not of a record is refused with its line",
    arguments: [
      ("<paragraph", "<paragraf", "</paragraph>", "</paragraf>"),
      ("<decisionRecord", "<other", "</decisionRecord>", "</other>"),
      ("form=\"steps\"", "form=\"stairs\"", "", ""),
      ("<panel id=", "<panel name=", "", ""),
      ("<numbers", "<figures", "</numbers>", "</figures>"),
      ("direction=\"ltr\"", "direction=\"up\"", "", ""),
      ("<n from=", "<n of=", "", ""),
      ("from=\"analysis.points\"", "from=\"analysis.nonsense\"", "", ""),
      ("from=\"document.date\"", "from=\"document.\"", "", ""),
    ])
  func whatIsNotOfARecordIsRefused(
    old: String, new: String, oldEnd: String, newEnd: String
  ) throws {
    var text = String(decoding: try Samples.record("01-swing-us"), as: UTF8.self)
    try #require(text.contains(old))
    text = text.replacing(old, with: new)
    if !oldEnd.isEmpty { text = text.replacing(oldEnd, with: newEnd) }
    let root = try Samples.tree(Array(text.utf8))
    do throws(RecordFault) {
      _ = try RecordReader(file: "record.xml").read(root)
      Issue.record("It was read.")
    } catch {
      #expect(error.diagnostic.location.file == "record.xml")
      #expect(error.diagnostic.location.line > 0)
      #expect(!error.diagnostic.advice.isEmpty)
    }
  }
}
