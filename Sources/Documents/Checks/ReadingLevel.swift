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

  /// No counts.
  public init() {}

  /// Adds counts.
  public static func += (left: inout ReadingCounts, right: ReadingCounts) {
    left.words += right.words
    left.sentences += right.sentences
    left.syllables += right.syllables
    left.polysyllables += right.polysyllables
  }

  /// Both grades.
  public var grades: ReadingGrades {
    let sentences = Double(max(sentences, 1))
    let words = Double(max(words, 1))
    return ReadingGrades(
      fleschKincaid: 0.39 * Double(self.words) / sentences + 11.8 * Double(syllables) / words
        - 15.59,
      smog: 1.043 * (30 * Double(polysyllables) / sentences).squareRoot() + 3.1291)
  }
}

/// The grade of school that a text needs, by two formulas.
public struct ReadingGrades: Sendable, Equatable {
  /// Flesch-Kincaid grade (Kincaid et al. 1975): 0.39 words per sentence + 11.8 syllables per word
  /// - 15.59.
  public var fleschKincaid: Double
  /// SMOG (McLaughlin 1969): 1.043 times the root of the words of three and more syllables per 30
  /// sentences, + 3.1291.
  ///
  /// It was made for 30 sentences and more: on fewer it is the same formula and says little.
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
  /// The grades of the text as it stands.
  public var raw: ReadingGrades
  /// The grades when a term of art counts in full once, and as a word of one syllable after that.
  public var adjusted: ReadingGrades
}

/// The reading level of a handout.
public struct ReadingReport: Sendable, Equatable {
  /// The whole.
  public var whole: ReadingEntry
  /// The sections that have text to measure, in order.
  public var sections: [ReadingEntry]

  /// The section with the highest Flesch-Kincaid grade; the first of equals.
  public var hardest: ReadingEntry {
    sections.reduce(sections.first ?? whole) {
      $1.raw.fleschKincaid > $0.raw.fleschKincaid ? $1 : $0
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
      section: section, title: title, counts: counts, raw: counts.grades,
      adjusted: adjusted.grades)
  }
}

/// The handout stays within its budget of reading ease, terms of art counted once
/// (`field-standards.md` 2.7).
enum ReadingRule {
  /// SMOG is defined on a text of thirty sentences: of fewer, such as one page, it says little.
  private static let sentencesOfSmog = 30

  /// What is wrong in a handout.
  static func faults(_ report: ReadingReport, _ limits: ReadingLimits) -> [CheckFault] {
    let whole = report.whole.adjusted
    let isLong = report.whole.counts.sentences >= sentencesOfSmog
    let wholes =
      ([("Flesch-Kincaid", whole.fleschKincaid, limits.fleschKincaid)]
      + (isLong ? [("SMOG", whole.smog, limits.smog)] : [])).filter { $0.1 > $0.2 }.map {
        name, grade, limit in
        fault(
          "",
          "The whole handout needs at most grade \(text(limit)) by \(name); it needs \(text(grade))."
        )
      }
    return wholes
      + report.sections.filter { $0.adjusted.fleschKincaid > limits.section }.map { entry in
        fault(
          entry.section,
          "A section needs at most grade \(text(limits.section)) by Flesch-Kincaid; "
            + "\(entry.section) needs \(text(entry.adjusted.fleschKincaid)).")
      }
  }

  private static func fault(_ section: String, _ problem: String) -> CheckFault {
    CheckFault(
      "readingLevel", section: section, problem,
      advice: "Use shorter sentences and shorter words.")
  }

  private static func text(_ grade: Double) -> String {
    DecimalText(grade, decimals: 1).text
  }
}

/// What the checks measured of a handout: reading ease and balance.
public struct DocumentQuality: Sendable, Equatable {
  /// How hard it is to read; nil in a language that has no rule for syllables.
  public var reading: ReadingReport?
  /// How even the space given to the alternatives is; nil where they are not compared.
  public var balance: BalanceReport?
}
