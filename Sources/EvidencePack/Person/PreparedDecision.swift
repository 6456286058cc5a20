// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis

/// What is worked out once for a setting and shared by all persons in it: the problem, its draws, and
/// what its closed forms start from.
public struct PreparedDecision: Sendable {
  /// The problem with all alternatives and all criteria of the pack.
  public let problem: DecisionProblem
  /// What the closed forms start from.
  public let frame: AnalysisFrame
  /// The draws.
  public let plan: SamplePlan

  /// The problem and draws of a pack in a region, with a clinic's own prices where there are some.
  ///
  /// - Throws: `DecisionProblemError` when the pack has no usable numbers for the region.
  public init(
    pack: EvidencePack, region: String, prices: [CareSetting.Price] = []
  ) throws(DecisionProblemError) {
    problem = try ProblemBuilder.problem(of: pack, region: region, prices: prices)
    do throws(AnalysisError) {
      frame = try AnalysisFrame(problem)
      plan = try SamplePlan(
        problem, points: pack.simulation.points, sigma: pack.simulation.sigma,
        listLengths: Set(pack.panels.map(\.criteria.count)).sorted())
    } catch {
      guard case .invalidProblem(let faults) = error, let fault = faults.first else {
        throw .unusablePoints(pack.simulation.points)
      }
      throw fault
    }
  }
}
