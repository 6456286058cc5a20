// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A clinical fact that rules ask for.
public struct ClinicalFact: Sendable, Equatable {
  /// What a fact can hold.
  public enum Kind: Sendable, Equatable {
    /// `yes` or `no`.
    case yesNo
    /// One of the named values.
    case choice([Choice])
    /// A number within a range, with at most so many decimals.
    case number(ClosedRange<Double>, decimals: Int)
    /// Bone levels such as T12, separated by spaces.
    case levels
  }

  /// A value of a choice.
  public struct Choice: Sendable, Equatable {
    /// The value.
    public var id: String
    /// The text of its name.
    public var name: TextID
  }

  /// The id.
  public var id: String
  /// What it can hold.
  public var kind: Kind
  /// The text of its clinical name.
  public var name: TextID
  /// The text of the question to ask when it is not known.
  public var ask: TextID
  /// The text that reads the fact back to the patient, or nil: it is not printed; parameter value.
  public var told: TextID?
  /// The text that says who finds it out and how, when it could rule an option out.
  public var settle: TextID?
  /// Whether it stands at the top of the clinician's copy.
  public var isFirst = false
  /// What the fact counts as while it is not known and a condition is true, or nil.
  public var settled: Settled?

  /// A value that stands in for one that is not known.
  public struct Settled: Sendable, Equatable {
    /// The condition.
    public var condition: Condition
    /// The value.
    public var value: String
  }
}

/// What a rule says of an alternative.
public enum RuleEffect: String, Sendable, Equatable, CaseIterable {
  /// It must not be done.
  case contraindicated
  /// There is no reason to do it now.
  case notIndicated
  /// It needs care or another look first.
  case caution
  /// It speaks for it.
  case favours
  /// It says nothing.
  case neutral
  /// It must be part of it.
  case required
  /// Studies do not say.
  case unknown
}

extension RuleEffect {
  /// Whether an option is not offered while the rule applies.
  public var isClosing: Bool { self == .contraindicated || self == .notIndicated }
}

/// A rule: when it applies, and what it then says of each alternative.
public struct EligibilityRule: Sendable, Equatable {
  /// The kind of rule.
  public enum Group: String, Sendable, Equatable, CaseIterable {
    /// Stop and refer.
    case stopAndRefer
    /// Absolute or nearly so.
    case absolute
    /// Relative.
    case relative
    /// Timing and severity.
    case timing
    /// Which of the two procedures.
    case whichProcedure
    /// The path for cancer.
    case cancer
    /// For everyone.
    case always
  }

  /// The id.
  public var id: String
  /// The kind of rule.
  public var group: Group
  /// When it applies.
  public var condition: Condition
  /// The effect by the id of the alternative.
  public var effects: [Effect]
  /// How strong it is, in the pack's terms; `text(ofStrength:)` names it.
  public var level: String
  /// What it rests on, in the pack's terms.
  public var basis: [String]
  /// The ids of the sources.
  public var sources: [String]
  /// The ids of sources that disagree.
  public var conflicts: [String]
  /// The text for the patient.
  public var reason: TextID
  /// The text for the clinician.
  public var clinician: TextID
  /// The same in one short line.
  public var brief: TextID
  /// What the patient reads of an option that the rule closes; nil: it closes none, or cannot wait.
  public var closes: ClosingTexts?
  /// What the urgent sheet says while the rule applies; nil: the rule can wait for a visit.
  public var urgent: UrgentTexts?

  /// An effect on one alternative.
  public struct Effect: Sendable, Equatable {
    /// The id of the alternative.
    public var alternative: String
    /// The effect.
    public var effect: RuleEffect
  }

  /// Why an option is closed, and until when.
  public struct ClosingTexts: Sendable, Equatable {
    /// The reason, as it stands after "because".
    public var because: TextID
    /// What would open the option again.
    public var opens: TextID
  }

  /// What to do now, for a rule that cannot wait.
  public struct UrgentTexts: Sendable, Equatable {
    /// What may be happening.
    public var happening: TextID
    /// Who needs to see the person, and how soon.
    public var need: TextID
    /// What to do now; parameter number, the one of emergencies.
    public var act: TextID
    /// What to say on the telephone, after the broken bones were named.
    public var say: TextID
    /// Why the choice can wait.
    public var wait: TextID
    /// The sign, and what is asked for, in the words of an emergency team.
    public var team: TextID
  }

  /// The effect on an alternative; neutral when the rule does not name it.
  public func effect(on alternative: String) -> RuleEffect {
    effects.first { $0.alternative == alternative }?.effect ?? .neutral
  }
}

/// A note that something about this person may matter; it never changes a number.
public struct PersonalFlag: Sendable, Equatable {
  /// The id.
  public var id: String
  /// When it is shown.
  public var condition: Condition
  /// The text for the patient.
  public var patient: TextID
  /// The text for the clinician.
  public var clinician: TextID
  /// The same in one short line.
  public var brief: TextID
  /// The ids of the sources.
  public var sources: [String]
}

extension EligibilityRule {
  /// The text that names a term for how strong a rule is, or what it rests on.
  public static func text(ofStrength id: String) -> TextID {
    "strength." + id.replacing("_", with: "-")
  }
}

/// The facts, conditions, rules and flags of a pack.
public struct EligibilityRules: Sendable, Equatable {
  /// The clinical facts, in the order of the pack.
  public var facts: [ClinicalFact]
  /// The conditions that are defined once, by id.
  public var conditions: [String: Condition]
  /// When other evidence applies, and what a person is then given; the first that holds counts.
  public var otherEvidence: [OtherEvidence]
  /// The rules, in the order of the pack.
  public var rules: [EligibilityRule]
  /// The flags, in the order of the pack.
  public var flags: [PersonalFlag]
  /// The facts that cannot be true together, in the order of the pack.
  public var contradictions: [FactContradiction] = []

  /// A fact by its id.
  public func fact(_ id: String) -> ClinicalFact? { facts.first { $0.id == id } }

  /// When other evidence applies, of whatever kind.
  public var otherEvidenceWhen: Condition { .any(otherEvidence.map(\.condition)) }
}

/// A case to which other evidence applies, so that nothing is compared.
public struct OtherEvidence: Sendable, Equatable {
  /// When it applies.
  public var condition: Condition
  /// The text that says so to the patient.
  public var reason: TextID
  /// What a fit says while it is not known whether it applies.
  public var proviso: TextID
  /// The id of what the patient is given.
  public var handout: String
}
