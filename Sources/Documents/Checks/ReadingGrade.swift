// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

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
