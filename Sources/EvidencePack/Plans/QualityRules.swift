// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What a finished handout must keep to, as the pack states it.
public struct QualityRules: Sendable, Equatable {
  /// How even the space given to the options must be.
  public var balance: BalanceLimits
  /// The sections of the handout whose ease of reading is not measured: they are written for
  /// somebody else than the patient.
  public var unmeasuredSections: [String]
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
