// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What a finished handout must keep to, as the pack states it.
public struct QualityRules: Sendable, Equatable {
  /// How even the space given to the options must be.
  public var balance: BalanceLimits
  /// How hard the text may be to read.
  public var reading: ReadingLimits
  /// The rules about words, one for each language.
  public var languages: [LanguageRules]

  /// The rules of a language, or nil.
  public func language(_ code: String) -> LanguageRules? {
    languages.first { $0.language == code }
  }
}

/// How even the space given to the options must be.
public struct BalanceLimits: Sendable, Equatable {
  /// The largest allowed difference of the numbers of words in the parts of the options, as a share
  /// of their mean, 0 to 1.
  public var words: Double
  /// The largest allowed difference of how many numbers are told of the options in the measured
  /// sections, as a share of their mean; nil: no limit.
  public var numbers: Double?
  /// The sections of the handout that tell the same to everybody and are measured.
  public var sections: [String]
  /// The labelled rows whose points are counted: each option has as many as the others.
  public var points: [String]
}

/// The highest grades of school that a text may need.
public struct ReadingLimits: Sendable, Equatable {
  /// The highest grade of the whole handout by Flesch-Kincaid.
  public var fleschKincaid: Double
  /// The highest grade of the whole handout by SMOG.
  public var smog: Double
  /// The highest grade of a section by Flesch-Kincaid.
  public var section: Double
  /// The sections that are written for somebody else than the patient.
  public var notOf: [String]
}

/// The rules about words of one language.
public struct LanguageRules: Sendable, Equatable {
  /// The language code.
  public var language: String
  /// Words that must not stand in the handout, in small letters, words apart by one space.
  public var refused: [String]
  /// Words for a chance that stand only in a sentence with a number, in small letters.
  public var chances: [String]
  /// The terms of art, each explained where it first stands or before.
  public var terms: [GlossaryTerm]
  /// The syllables of words that the rule counts wrongly, by the word in small letters.
  public var syllables: [String: Int]

  /// The rules of a language; those not named are none.
  public init(
    language: String, refused: [String] = [], chances: [String] = [],
    terms: [GlossaryTerm] = [], syllables: [String: Int] = [:]
  ) {
    self.language = language
    self.refused = refused
    self.chances = chances
    self.terms = terms
    self.syllables = syllables
  }
}

/// A term of art.
public struct GlossaryTerm: Sendable, Equatable {
  /// Its forms in small letters, the first one its name.
  public var forms: [String]
  /// The texts each of which explains it.
  public var explainedBy: [TextID]
}
