// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

/// A small battery; `Tests/Benchmarks/accuracy.py` is the large one.
struct AccuracyTests {
  private static let draws = 100_000
  /// Half a point, and four standard errors of the reference.
  private static let tolerance = SimulationPoints.numericError + 4 * 0.5 / 316.2

  @Test("Every share is within half a point of plain Monte Carlo", arguments: Array<UInt64>(1...12))
  func equalsPlainMonteCarlo(seed: UInt64) throws {
    let battery = try BatteryProblem(seed: seed)
    let ours = try SamplePlan(battery.problem).simulate(
      SamplePlan.Request(weights: battery.weights, uncertainty: battery.uncertainty))
    let reference = PlainMonteCarlo(
      battery.problem, battery.weights.values, battery.uncertainty, draws: Self.draws, seed: seed)
    for row in reference.ranks.indices {
      let ranks = distance(ours.rankAcceptability[row], reference.ranks[row])
      #expect(ranks <= Self.tolerance)
      #expect(distance(ours.pairwiseWinning[row], reference.winning[row]) <= Self.tolerance)
    }
  }
}
