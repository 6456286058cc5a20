// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Documents
import EvidencePack
import SampleSupport
import Testing

@testable import DecisionAid

/// The counts and formulas of the reading level.
struct ReadingLevelTests {
  /// Words with the syllables that dictionaries give them.
  static let words: [(word: String, syllables: Int)] = [
    ("a", 1), ("bone", 1), ("table", 2), ("called", 1), ("filled", 1), ("needed", 2), ("doctor", 2),
    ("cement", 2), ("placement", 2), ("medicine", 3), ("procedure", 3), ("treated", 2),
    ("leaks", 1), ("times", 1), ("places", 2), ("patches", 2), ("needles", 2), ("ankles", 2),
    ("lying", 2), ("being", 2), ("usual", 3), ("lion", 2), ("station", 2), ("safely", 2),
    ("useful", 2), ("prism", 2), ("question", 2), ("radio", 3), ("0", 1), ("1", 1), ("xray", 1),
  ]

  @Test("Syllables are counted as dictionaries count them", arguments: words)
  func syllables(word: String, syllables: Int) {
    #expect(SyllableRule().syllables(of: word) == syllables)
  }

  @Test("A word of the list of exceptions has the syllables of the list")
  func exceptions() {
    #expect(SyllableRule().syllables(of: "people") == 3)
    #expect(SyllableRule(exceptions: ["people": 2]).syllables(of: "people") == 2)
  }

  @Test("Both formulas give what is worked out by hand")
  func formulas() {
    var counts = ReadingCounts()
    (counts.words, counts.sentences, counts.syllables, counts.polysyllables) = (100, 10, 150, 12)
    // 0.39 * 10 + 11.8 * 1.5 - 15.59; 1.043 * sqrt(30 * 1.2) + 3.1291.
    #expect(abs(counts.grades.fleschKincaid - 6.01) < 1e-9)
    #expect(abs(counts.grades.smog - 9.3871) < 1e-9)
  }

  @Test(
    "The printed grades are those of the text in which they stand", arguments: Samples.withHandout)
  func fixedPoint(_ name: String) throws {
    let document = try Samples.document(name)
    let report = try #require(document.quality?.reading)
    let pack = try #require(Samples.pack)
    var checks = DocumentChecks(pack: pack.pack, wording: try #require(pack.wording("en")))
    let again = checks.examine(document)
    #expect(again.document == document && again.document.quality?.reading == report)
    let rows = document.handout.sections.flatMap(\.blocks).flatMap { block -> [LabelledText] in
      if case .labelled(let rows) = block { rows } else { [] }
    }
    let row = try #require(rows.first { $0.id == "reading-level" })
    let grade = DecimalText(report.whole.raw.fleschKincaid, decimals: 1).text
    let hardest = DecimalText(report.hardest.raw.fleschKincaid, decimals: 1).text
    let told = row.text.plain
    #expect(try told.says("phrase.reading-level-is"))
    for value in [grade, hardest, report.hardest.title] { #expect(told.contains("\(value)")) }
  }

  @Test("Terms of art count in full once, so the adjusted grades are never higher")
  func adjusted() throws {
    let report = try #require(try Samples.document("01-swing-us").quality?.reading)
    for entry in report.sections + [report.whole] {
      #expect(entry.adjusted.fleschKincaid <= entry.raw.fleschKincaid)
      #expect(entry.adjusted.smog <= entry.raw.smog)
    }
    #expect(report.whole.adjusted.smog < report.whole.raw.smog)
    // The whole is the sum of its sections.
    let words = report.sections.reduce(0) { $0 + $1.counts.words }
    let syllables = report.sections.reduce(0) { $0 + $1.counts.syllables }
    #expect(words == report.whole.counts.words && syllables == report.whole.counts.syllables)
  }
}
