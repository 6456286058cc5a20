// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// How a language writes numbers, days, money, lists and quotes, how its plurals go, and how its
/// ease of reading is measured: everything of a language beside its texts.
public struct LanguageConventions: Sendable, Equatable {
  /// How numbers are written.
  public var numbers: NumberText
  /// The categories of plurals.
  public var plurals: PluralRules
  /// How a day is written.
  public var dates: DatePattern
  /// How an amount of money is written, by the code of its currency.
  public var currencies: [String: AmountPattern]
  /// How a list is written.
  public var lists: ListPatterns
  /// The marks around words that somebody said.
  public var quotes: Quotes
  /// The marks that end a sentence.
  public var sentenceEnds: [Unicode.Scalar]
  /// The limits of reading ease, the one that documents print first.
  public var reading: [ReadingLimit]
  /// The words that answer a question of fact.
  public var answers: AnswerWords

  /// The limit whose measure documents print.
  public var firstReadingLimit: ReadingLimit { reading[0] }

  /// Marks around quoted words.
  public struct Quotes: Sendable, Equatable {
    /// The mark before them.
    public var open: String
    /// The mark after them.
    public var close: String
  }

  /// Words that answer a question of fact.
  public struct AnswerWords: Sendable, Equatable {
    /// Yes.
    public var yes: String
    /// No.
    public var no: String
    /// The answer is not known.
    public var unknown: String
  }
}

/// Words with a place for an amount of money.
public struct AmountPattern: Sendable, Equatable {
  /// What stands before the amount.
  public var before: String
  /// What stands after it.
  public var after: String

  /// A pattern such as `${amount}`; nil when it has no place for the amount, or two.
  public init?(_ pattern: String) {
    let parts = pattern.split(separator: "{amount}", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    before = String(parts[0])
    after = String(parts[1])
  }
}

/// How a list is written, in the four patterns of Unicode CLDR (Unicode Technical Standard 35, part
/// 2, "List Patterns").
public struct ListPatterns: Sendable, Equatable {
  /// Words around two places.
  public struct Pattern: Sendable, Equatable {
    /// What stands before the first.
    public var before: String
    /// What stands between both.
    public var between: String
    /// What stands after the second.
    public var after: String

    init(before: String, between: String, after: String) {
      self.before = before
      self.between = between
      self.after = after
    }

    /// A pattern such as `{0} and {1}`; nil when it lacks a place or has it twice.
    public init?(_ pattern: String) {
      let first = pattern.split(separator: "{0}", omittingEmptySubsequences: false)
      guard first.count == 2 else { return nil }
      let second = first[1].split(separator: "{1}", omittingEmptySubsequences: false)
      guard second.count == 2 else { return nil }
      before = String(first[0])
      between = String(second[0])
      after = String(second[1])
    }
  }

  /// Two entries.
  public var pair: Pattern
  /// The first of three and more, and those after it.
  public var start: Pattern
  /// An entry between, and those after it.
  public var middle: Pattern
  /// The last two of three and more.
  public var end: Pattern

  /// Entries as one list, of anything that can be joined.
  ///
  /// - Parameter join: two entries in a pattern.
  package func joined<Entry>(
    _ entries: [Entry], _ join: (Pattern, Entry, Entry) -> Entry
  ) -> Entry? {
    guard let last = entries.last, entries.count > 1 else { return entries.last }
    if entries.count == 2 { return join(pair, entries[0], last) }
    let tail = join(end, entries[entries.count - 2], last)
    let rest = entries[1..<(entries.count - 2)].reversed().reduce(tail) { join(middle, $1, $0) }
    return join(start, entries[0], rest)
  }

  /// Words as one list.
  public func joined(_ words: [String]) -> String {
    joined(words) { $0.before + $1 + $0.between + $2 + $0.after } ?? ""
  }

  /// Commas alone, where a pattern cannot be used.
  static let plain: ListPatterns = {
    let comma = Pattern(before: "", between: ", ", after: "")
    return ListPatterns(pair: comma, start: comma, middle: comma, end: comma)
  }()
}

/// A measure of how hard a text is to read.
///
/// A formula holds for the language that it was made for; the two lengths hold for any.
public enum ReadingMeasure: String, Sendable, CaseIterable {
  /// The grade of school by Flesch-Kincaid (Kincaid et al. 1975), for English.
  case fleschKincaid
  /// The grade of school by SMOG (McLaughlin 1969), for English; of thirty sentences and more.
  case smog
  /// The ease by Szigriszt-Pazos (1993, the INFLESZ scale), for Spanish; more is easier.
  case szigrisztPazos
  /// The grade of school by the first Wiener Sachtextformel (Bamberger and Vanecek 1984), for German.
  case wienerSachtext
  /// The ease by Gulpease (Lucisano and Piemontese 1988), for Italian; more is easier.
  case gulpease
  /// Words in a sentence, for languages without a formula.
  case wordsPerSentence
  /// Letters in a word, for languages without a formula.
  case lettersPerWord

  /// The language that the measure was made for; nil: any.
  public var language: String? {
    switch self {
    case .fleschKincaid, .smog: "en"
    case .szigrisztPazos: "es"
    case .wienerSachtext: "de"
    case .gulpease: "it"
    case .wordsPerSentence, .lettersPerWord: nil
    }
  }

  /// Whether a larger number is easier to read.
  public var isEase: Bool { self == .szigrisztPazos || self == .gulpease }
}

/// How hard a text may be by one measure: at most these, or at least where more is easier.
public struct ReadingLimit: Sendable, Equatable {
  /// The measure.
  public var measure: ReadingMeasure
  /// The limit of the whole handout.
  public var whole: Double
  /// The limit of a section, or nil: none.
  public var section: Double?

  /// A limit of the whole handout and, if there is one, of each section.
  public init(measure: ReadingMeasure, whole: Double, section: Double? = nil) {
    self.measure = measure
    self.whole = whole
    self.section = section
  }
}
