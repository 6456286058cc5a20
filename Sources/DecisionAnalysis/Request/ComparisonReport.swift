// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The answer to one question: which of these alternatives.
public struct ComparisonReport: Sendable, Equatable {
  /// The id of the question.
  public let id: String
  /// The ids of the alternatives that are compared; those that miss a level that they must reach
  /// are left out.
  public let alternatives: [String]
  /// What the closed forms say; `nil` when fewer than two alternatives are left.
  public let analysis: QuestionAnalysis?
  /// What the simulation says; `nil` with the analysis.
  public let simulation: SimulationResult?
  /// How clearly the leader stands above the rest; `nil` with the analysis.
  public let verdict: Verdict?

  /// The answer for the alternatives that are left.
  init(
    _ id: String, comparing alternatives: [String], _ request: AnalysisRequest,
    _ frame: AnalysisFrame, _ plan: SamplePlan
  ) throws(AnalysisError) {
    self.id = id
    self.alternatives = alternatives
    guard alternatives.count > 1 else {
      analysis = nil
      simulation = nil
      verdict = nil
      return
    }
    let settings = request.settings
    let weights = request.weighting.weights
    let simulation = try plan.simulate(
      SamplePlan.Request(
        alternatives: alternatives, weights: weights, uncertainty: request.uncertainty,
        sets: [alternatives], centralWeights: true))
    let analysis = try frame.analyse(
      weights, comparing: alternatives, thresholds: settings.thresholds,
      simulation: simulation, otherLists: settings.lists.map(\.members))
    verdict = analysis.verdict
    self.analysis = analysis
    self.simulation = simulation
  }
}
