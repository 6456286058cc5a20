// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis

/// What the guards say to one person's documents.
public struct GuardFindings: Sendable, Equatable {
  /// What to keep in mind about the model, for the criteria of the person's list.
  public var warnings: [ModelWarning]
  /// The ids of the contradictions of the pack that the person's facts hold, in its order.
  public var contradictions: [String]

  /// The findings for a person.
  ///
  /// - Parameters:
  ///   - pack: the pack.
  ///   - profile: the person; checked against the pack before.
  ///   - evaluation: the person's facts.
  ///   - prepared: what was prepared for the person's setting.
  ///   - hasFit: whether the model is used: where other evidence applies there is nothing to keep in
  ///     mind about it.
  /// - Throws: `DecisionProblemError` when the person's list is not one of the pack's criteria.
  init(
    pack: EvidencePack, profile: PreferenceProfile, evaluation: ConditionEvaluation,
    prepared: PreparedDecision, hasFit: Bool
  ) throws(DecisionProblemError) {
    contradictions = evaluation.contradictions
    warnings = hasFit ? try GuardFindings.warnings(pack, profile, prepared) : []
  }

  private static func warnings(
    _ pack: EvidencePack, _ profile: PreferenceProfile, _ prepared: PreparedDecision
  ) throws(DecisionProblemError) -> [ModelWarning] {
    let preferences = profile.preferences
    let ids = preferences.criteria
    var found = prepared.warnings.filter { warning in
      // What holds of criteria together is looked for again in the list.
      warning.kind != .sharedMeasure && warning.kind != .sameOrder
        && !warning.criteria.isEmpty && warning.criteria.allSatisfy(ids.contains)
    }
    let list = try prepared.problem.restricted(toCriteria: ids)
    found += ModelWarnings.ofOverlap(in: list)
    if let weights = preferences.weights {
      found += ModelWarnings.ofWeights(weights, preferences.elicitation, criteria: list.criteria)
    }
    if let money = ProblemBuilder.priceCriterion(of: pack)?.id, ids.count > 1,
      ids.contains(money), profile.setting.payer == .unknown
    {
      found.append(.payerNotStated(criterion: money))
    }
    return ModelWarnings.ordered(found)
  }
}
