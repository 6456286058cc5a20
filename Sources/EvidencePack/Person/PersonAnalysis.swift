// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis

/// Everything that the rules and the mathematics say for one person: suitability, the fit where there
/// is one, and what may mislead.
public struct PersonAnalysis: Sendable, Equatable {
  /// The table that is shown: all alternatives on all criteria, in the person's setting, under the
  /// first reading of the evidence.
  public var problem: DecisionProblem
  /// The person's facts, as conditions of the pack are evaluated on them.
  public var evaluation: ConditionEvaluation
  /// The truth of each rule, in the order of the pack.
  public var ruleTruths: [Truth]
  /// What the rules find, one per alternative, in the order of the pack.
  public var suitability: [SuitabilityFinding]
  /// The facts that are not known and leave a rule open that would speak against an alternative,
  /// in the order of the pack.
  public var openFacts: [String]
  /// What the patient is given.
  public var handoutKind: HandoutKind
  /// The other evidence that applies, if any.
  public var otherEvidence: OtherEvidence?
  /// The other evidence of which it is not known whether it applies.
  public var openEvidence: [OtherEvidence]
  /// The ids of the flags that are shown, in the order of the pack.
  public var flags: [String]
  /// Whether other evidence applies, so that no fit is computed.
  public var otherEvidenceApplies: Truth
  /// The limits that are not surely kept, alternatives in the order of the pack.
  public var limits: [LimitFinding]
  /// The alternatives that the person does not want at all, in the order of the pack.
  public var declined: [String]
  /// The pattern of the weights, or nil when there are none.
  public var pattern: PreferencePattern?
  /// The criteria with the largest weight; empty when all are equal; nil when not asked.
  public var topCriteria: [String]?
  /// How unsure the weights are taken to be; nil without weights or where no fit is computed.
  public var uncertainty: WeightUncertainty?
  /// The answers, one per question of the pack.
  public var answers: [QuestionAnswer]
  /// What to keep in mind about the model, and contradictory facts.
  public var findings: GuardFindings

  /// The finding for an alternative.
  public func finding(_ alternative: String) -> SuitabilityFinding? {
    suitability.first { $0.alternative == alternative }
  }

  /// The limits that are broken however the evidence is read.
  public var brokenLimits: [LimitFinding] { limits.filter(\.isBroken) }

  /// The facts that could rule out an option, in the order of the pack.
  public func blockingFacts(_ rules: EligibilityRules) -> [String] {
    let open = Set(suitability.filter { $0.status == .open }.flatMap(\.openRules))
    let facts = rules.rules.filter { rule in
      open.contains(rule.id) && rule.effects.contains { $0.effect.isClosing }
    }.flatMap { evaluation.openFacts(in: $0.condition) }
    return rules.facts.map(\.id).filter(facts.contains)
  }

  /// Whether an alternative takes part in the weighing.
  public func takesPart(_ alternative: String) -> Bool {
    (finding(alternative)?.takesPart ?? false) && !declined.contains(alternative)
      && !limits.contains { $0.alternative == alternative && $0.isBroken }
  }
}

/// The answer to one question of the pack.
public struct QuestionAnswer: Sendable, Equatable {
  /// Why the alternatives were not weighed against each other.
  public enum Reason: Sendable, Equatable {
    /// A rule that cannot wait applies: what to do now comes before any comparison.
    case urgent
    /// Other evidence applies.
    case otherEvidence
    /// The weights were not asked yet.
    case notAsked
    /// The person has no clear preference.
    case noClearPreference
    /// All weights of the question are equal: the length of the list would decide.
    case equalWeights
    /// Nothing of the question has weight.
    case noWeight
    /// The list does not hold criteria that the question needs.
    case listLacks([String])
    /// A fact is open that could rule one of the options compared out.
    case factsOpen
    /// Fewer than two alternatives take part.
    case tooFewAlternatives

    /// The name that records use.
    public var name: String {
      switch self {
      case .urgent: "urgent"
      case .otherEvidence: "otherEvidence"
      case .notAsked: "notAsked"
      case .noClearPreference: "noClearPreference"
      case .equalWeights: "equalWeights"
      case .noWeight: "noWeight"
      case .listLacks: "listLacks"
      case .factsOpen: "factsOpen"
      case .tooFewAlternatives: "tooFewAlternatives"
      }
    }
  }

  /// The outcome.
  public enum Outcome: Sendable, Equatable {
    /// Two alternatives were weighed.
    case compared(QuestionReadings)
    /// Nothing was weighed.
    case notCompared(Reason)
  }

  /// The id of the question.
  public var question: String
  /// The outcome.
  public var outcome: Outcome

  /// The comparison, or nil.
  public var comparison: QuestionReadings? {
    if case .compared(let readings) = outcome { readings } else { nil }
  }
}
