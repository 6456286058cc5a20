// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis

/// One person's facts, setting and preferences, as given.
public struct PreferenceProfile: Sendable, Equatable {
  /// The pseudonym: 1 to 64 of `A-Z a-z 0-9 . _ -`, beginning with a letter or digit.
  public var id: String
  /// Who the person is, as far as the person or the clinic said.
  public var person: Person
  /// Who hands the document over.
  public var clinic: Clinic
  /// How the document is to look.
  public var choices: DocumentChoices
  /// Where care takes place and who pays.
  public var setting: CareSetting
  /// The clinical facts by id; a fact that is not here is not known.
  public var facts: [String: FactValue]
  /// What matters to the person.
  public var preferences: StatedPreferences
  /// The person's own questions.
  public var questions: [String]
  /// The person's own remarks.
  public var remarks: [String]
}

/// Who the person is; each part may be missing.
public struct Person: Sendable, Equatable {
  /// The name to print, or nil.
  public var displayName: String?
  /// The age in years, or nil.
  public var age: Int?
  /// `female`, `male` or `other`, or nil.
  public var sex: String?
}

/// The clinic; each part may be missing.
public struct Clinic: Sendable, Equatable {
  /// The name of the clinic.
  public var name: String?
  /// The name of the clinician.
  public var clinician: String?
  /// The telephone number.
  public var phone: String?
}

/// How the document is to look.
public struct DocumentChoices: Sendable, Equatable {
  /// The edition.
  public enum Edition: String, Sendable, Equatable, CaseIterable {
    /// 14 points.
    case standard
    /// 18 points.
    case largePrint
  }

  /// The paper.
  public enum Paper: String, Sendable, Equatable, CaseIterable {
    /// 210 by 297 mm.
    case a4 = "A4"
    /// 8.5 by 11 inches.
    case letter = "Letter"
  }

  /// The language code.
  public var language: String
  /// The edition.
  public var edition: Edition
  /// The paper.
  public var paper: Paper

  /// Choices; by default English, the standard edition and A4 paper.
  public init(language: String = "en", edition: Edition = .standard, paper: Paper = .a4) {
    self.language = language
    self.edition = edition
    self.paper = paper
  }
}

/// Where care takes place and who pays.
public struct CareSetting: Sendable, Equatable {
  /// Who pays.
  public enum Payer: String, Sendable, Equatable, CaseIterable {
    /// The person.
    case patient
    /// An insurer.
    case insurer
    /// A public system.
    case `public`
    /// The person and someone else.
    case shared
    /// Not known.
    case unknown
  }

  /// A price of the clinic: what an alternative costs more than care without a procedure.
  public struct Price: Sendable, Equatable {
    /// The id of the alternative.
    public var alternative: String
    /// The price: exact, or from low to high.
    public var distribution: PerformanceDistribution
    /// The line of the profile.
    public var line: Int
  }

  /// The id of the region.
  public var region: String
  /// Who pays.
  public var payer: Payer
  /// The clinic's own prices; empty: those of the region hold.
  public var prices: [Price]
}

/// The value of a clinical fact.
public enum FactValue: Sendable, Equatable {
  /// Said openly to be not known.
  case unknown
  /// `yes`, `no` or the id of a choice.
  case named(String)
  /// A number as it was written.
  case number(DecimalText)
  /// Bone levels, from top to bottom as written.
  case levels([String])
}

/// What matters to the person, and how it was asked.
public struct StatedPreferences: Sendable, Equatable {
  /// Whether it was asked.
  public enum Status: String, Sendable, Equatable, CaseIterable {
    /// Asked and answered.
    case stated
    /// Not asked yet.
    case notAsked
    /// Asked; the person has no clear preference.
    case noClearPreference
  }

  /// A level that the person will not accept.
  public struct Limit: Sendable, Equatable {
    /// The id of the criterion.
    public var criterion: String
    /// The level, as written.
    public var level: DecimalText
    /// Whether the level is the highest that is accepted; else the lowest.
    public var isHighest: Bool
  }

  /// What the person feels about some alternatives by what they are.
  public struct FeelingAnswer: Sendable, Equatable {
    /// The id of the feeling.
    public var about: String
    /// The answer.
    public var answer: Feeling.Answer
  }

  /// The name of a list that the person made.
  public static let ownPanel = "own"

  /// Whether it was asked.
  public var status: Status
  /// The id of the panel, or `own`.
  public var panel: String
  /// The criteria of the panel, in the order of the pack.
  public var criteria: [String]
  /// The answers, or nil.
  public var elicitation: WeightElicitation?
  /// The weights that follow from the answers, or nil.
  public var weights: CriterionWeights?
  /// The day of asking, `YYYY-MM-DD`, or nil.
  public var asked: String?
  /// The version of the pack whose list the answers were given to, when they were carried over from an
  /// older one; else nil.
  public var carriedFrom: String?
  /// The levels that the person will not accept.
  public var limits: [Limit]
  /// The feelings that were asked, in the order of the pack.
  public var feelings: [FeelingAnswer]
}
