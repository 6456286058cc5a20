// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What a reader of a model must keep in mind: guards against its known pitfalls.
///
/// None of them refuses anything; what cannot be weighed at all is a fault of the problem, the
/// weights or the pack. Every limit is a declared default. Source: `decision-model.md` 2.10.
public enum ModelWarnings {
  /// The warnings about a problem and the weights on it, in the order of `ModelWarning.Kind`.
  ///
  /// - Parameters:
  ///   - problem: the criteria that are weighed; without faults.
  ///   - weights: the weights, or nil when nothing is weighed.
  ///   - elicitation: the answers that the weights were made of, or nil.
  public static func of(
    problem: DecisionProblem, weights: CriterionWeights?,
    elicitation: WeightElicitation? = nil
  ) -> [ModelWarning] {
    ordered(
      (weights.map { ofWeights($0, elicitation, criteria: problem.criteria) } ?? [])
        + ofOverlap(in: problem) + ofRanges(in: problem) + ofDistributions(in: problem)
        + ofDraws(in: problem))
  }

  /// The same warnings by kind, those of one kind in the order in which they were found.
  package static func ordered(_ warnings: [ModelWarning]) -> [ModelWarning] {
    ModelWarning.Kind.allCases.flatMap { kind in warnings.filter { $0.kind == kind } }
  }
}
