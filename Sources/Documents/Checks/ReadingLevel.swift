// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

/// The counts that formulas of reading ease work on.
public struct ReadingCounts: Sendable, Equatable {
  /// The words; a number is one.
  public var words = 0
  /// The sentences of more than two words; shorter ones add their words to the others, so that
  /// labels do not make a text look easier.
  public var sentences = 0
  /// The syllables; a number has one.
  public var syllables = 0
  /// The words of three and more syllables.
  public var polysyllables = 0
  /// The words of one syllable.
  public var monosyllables = 0
  /// The letters and digits.
  public var letters = 0
  /// The words of more than six letters.
  public var longWords = 0

  /// No counts.
  public init() {}

  /// Adds counts.
  public static func += (left: inout ReadingCounts, right: ReadingCounts) {
    left.words += right.words
    left.sentences += right.sentences
    left.syllables += right.syllables
    left.polysyllables += right.polysyllables
    left.monosyllables += right.monosyllables
    left.letters += right.letters
    left.longWords += right.longWords
  }

  /// Both grades of English.
  public var grades: ReadingGrades {
    ReadingGrades(
      fleschKincaid: ReadingMeasure.fleschKincaid.value(self),
      smog: ReadingMeasure.smog.value(self))
  }
}

/// The grade of school that an English text needs, by two formulas.
public struct ReadingGrades: Sendable, Equatable {
  /// Flesch-Kincaid.
  public var fleschKincaid: Double
  /// SMOG: on fewer than thirty sentences it is the same formula and says little.
  public var smog: Double
}

/// The reading level of a section or of the whole handout.
public struct ReadingEntry: Sendable, Equatable {
  /// The id of the section; empty: the whole.
  public var section: String
  /// The title of the section; empty: the whole.
  public var title: String
  /// What was counted.
  public var counts: ReadingCounts
  /// The same when a term of art counts in full once, and as a word of one syllable after that.
  public var adjustedCounts: ReadingCounts
  /// The grades of the text as it stands.
  public var raw: ReadingGrades { counts.grades }
  /// The grades with terms of art counted once.
  public var adjusted: ReadingGrades { adjustedCounts.grades }
}

/// The reading level of a handout.
public struct ReadingReport: Sendable, Equatable {
  /// The whole.
  public var whole: ReadingEntry
  /// The sections that have text to measure, in order.
  public var sections: [ReadingEntry]
  /// The measures of the language, the one that documents print first.
  public var measures: [ReadingMeasure]

  /// The section that is hardest by the first measure; the first of equals.
  public var hardest: ReadingEntry {
    let measure = measures.first ?? .wordsPerSentence
    return sections.reduce(sections.first ?? whole) {
      measure.isHarder(measure.value($1.counts), than: measure.value($0.counts)) ? $1 : $0
    }
  }
}

/// What is counted of blocks for their reading level.
struct ReadingTally: Sendable, Equatable {
  /// The uses of one term of art.
  struct Term: Sendable, Equatable {
    var uses = 0
    var extraSyllables = 0
    var polysyllables = 0
    /// The same of the first use alone.
    var first = TextFacts.Use(term: 0, extraSyllables: 0, polysyllables: 0)
  }

  private(set) var counts = ReadingCounts()
  private var terms: [Int: Term] = [:]

  /// Adds a text.
  mutating func add(_ facts: TextFacts) {
    counts += facts.counts
    for use in facts.uses {
      add(
        Term(
          uses: 1, extraSyllables: use.extraSyllables, polysyllables: use.polysyllables, first: use),
        of: use.term)
    }
  }

  /// Adds what stands after.
  mutating func add(_ other: ReadingTally) {
    counts += other.counts
    for (id, term) in other.terms { add(term, of: id) }
  }

  private mutating func add(_ term: Term, of id: Int) {
    guard var sum = terms[id] else {
      terms[id] = term
      return
    }
    sum.uses += term.uses
    sum.extraSyllables += term.extraSyllables
    sum.polysyllables += term.polysyllables
    terms[id] = sum
  }

  /// The level of what was counted.
  func entry(section: String, title: String) -> ReadingEntry {
    var adjusted = counts
    for term in terms.values {
      adjusted.syllables -= term.extraSyllables - term.first.extraSyllables
      adjusted.polysyllables -= term.polysyllables - term.first.polysyllables
    }
    return ReadingEntry(
      section: section, title: title, counts: counts, adjustedCounts: adjusted)
  }
}

/// The handout stays within its budget of reading ease, terms of art counted once, by the measures
/// that the catalogue of its language names (EvidencePack.docc/Handout.md, "Reading level").
enum ReadingRule {
  /// What is wrong in a handout.
  static func faults(_ report: ReadingReport, _ limits: [ReadingLimit]) -> [CheckFault] {
    let wholes = limits.filter { report.whole.counts.sentences >= $0.measure.leastSentences }
      .compactMap { fault(report.whole, "The whole handout", $0.measure, $0.whole) }
    let parts = limits.flatMap { limit in
      report.sections.compactMap { entry in
        limit.section.flatMap { fault(entry, "The section \(entry.section)", limit.measure, $0) }
      }
    }
    return wholes + parts
  }

  private static func fault(
    _ entry: ReadingEntry, _ subject: String, _ measure: ReadingMeasure, _ limit: Double
  ) -> CheckFault? {
    let value = measure.value(entry.adjustedCounts)
    guard measure.isHarder(value, than: limit) else { return nil }
    return CheckFault(
      "readingLevel", section: entry.section,
      "\(subject) needs \(measure.bound(limit)); it has \(text(value)).",
      advice: "Use shorter sentences and shorter words.")
  }

  private static func text(_ value: Double) -> String { DecimalText(value, decimals: 1).text }
}

/// What the checks measured of a handout: reading ease and balance.
public struct DocumentQuality: Sendable, Equatable {
  /// How hard it is to read; nil before it was measured.
  public var reading: ReadingReport?
  /// How even the space given to the alternatives is; nil where they are not compared.
  public var balance: BalanceReport?
}
