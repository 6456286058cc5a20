// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Works out one question: which of some alternatives fits a set of weights better, and what would
/// change that.
///
/// Whoever asks a problem more than once makes an `AnalysisFrame` and asks that.
///
/// - Parameters:
///   - problem: the whole problem.
///   - weights: weights for exactly its criteria.
///   - comparing: the ids of the alternatives of the question, at least two.
///   - thresholds: the declared limits of the verdict's classes.
///   - simulation: the simulation of at least these alternatives with the same weights.
///   - otherLists: other lists of criteria (ids) that the leader is tried on.
/// - Throws: `AnalysisError` for a problem with mistakes, weights for other criteria, fewer than
///   two alternatives, one that is unknown or named twice, or one that was not simulated.
public func analyse(
  _ problem: DecisionProblem, _ weights: CriterionWeights, comparing: [String],
  thresholds: VerdictThresholds, simulation: SimulationResult, otherLists: [[String]] = []
) throws(AnalysisError) -> QuestionAnalysis {
  try AnalysisFrame(problem).analyse(
    weights, comparing: comparing, thresholds: thresholds, simulation: simulation,
    otherLists: otherLists)
}
