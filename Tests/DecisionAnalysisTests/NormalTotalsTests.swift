// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

/// Rank probabilities and the value of perfect information of normal totals (oracle o15).
struct NormalTotalsTests {
  private struct Oracle: Decodable {
    let three: [Case]
    let two: [Case]
    struct Case: Decodable {
      let mu: [Double]
      let sd: [Double]
      let p_best: [Double]
      let p_worst: [Double]
      let E_max: Double
      let EVPI: Double
      let pairwise: [[Double]]
    }
  }

  @Test("Normal totals equal R's numerical integration")
  func equalsThePeer() throws {
    let oracle = try OracleFile.read("o15-evpi-and-rank-probabilities", as: Oracle.self)
    for row in oracle.three + oracle.two {
      let totals = NormalTotals(means: row.mu, deviations: row.sd)
      let ranks = totals.rankAcceptability
      let members = Array(row.mu.indices)
      #expect(distance(ranks.map { $0[0] }, row.p_best) <= 1e-9)
      #expect(distance(ranks.map { $0[row.mu.count - 1] }, row.p_worst) <= 1e-9)
      #expect(
        distance(totals.pairwiseWinning.flatMap { $0 }, row.pairwise.flatMap { $0 }) <= 1e-9)
      #expect((totals.expectedHighest(of: members) - row.E_max).magnitude <= 1e-9)
      #expect((totals.perfectInformation(of: members) - row.EVPI).magnitude <= 1e-9)
    }
  }

  /// A problem whose totals at equal weights are those of the oracle: one criterion carries it all.
  private static func problem(_ means: [Double], _ deviations: [Double]) throws -> DecisionProblem {
    let z = 1.959963984540054
    return try SmallProblem.make(
      zip(means, deviations).map { mean, sd in
        [PerformanceCell(.normal(estimate: mean, low: mean - z * sd, high: mean + z * sd))]
      })
  }

  @Test("The simulation of one normal criterion equals R's numerical integration")
  func simulatesThePeersCases() throws {
    let oracle = try OracleFile.read("o15-evpi-and-rank-probabilities", as: Oracle.self)
    for row in oracle.three + oracle.two {
      let problem = try Self.problem(row.mu, row.sd)
      let plan = try SamplePlan(problem)
      // Without uncertainty of the weights by quadrature, otherwise draw by draw.
      for (uncertainty, tolerance) in [
        (WeightUncertainty.none, 1e-9), (.responseError(sigma: 0), 5e-4),
      ] {
        let result = try plan.simulate(
          SamplePlan.Request(
            weights: SmallProblem.weights(problem, [1]), uncertainty: uncertainty,
            sets: [problem.alternatives]))
        #expect(distance(result.rankAcceptability.map { $0[0] }, row.p_best) <= tolerance)
        #expect(
          distance(result.pairwiseWinning.flatMap { $0 }, row.pairwise.flatMap { $0 }) <= tolerance)
        let perfect = result.valueOfInformation[0].perfect
        #expect((perfect - row.EVPI).magnitude <= tolerance)
      }
    }
  }

  @Test("Fixed totals have their ranks for sure, and equal ones share their ranks")
  func ranksFixedTotals() {
    let totals = NormalTotals(means: [0.5, 0.7, 0.5], deviations: [0, 0, 0])
    #expect(totals.rankAcceptability == [[0, 0.5, 0.5], [1, 0, 0], [0, 0.5, 0.5]])
    #expect(totals.pairwiseWinning == [[0, 0, 0], [1, 0, 1], [0, 0, 0]])
    #expect(totals.perfectInformation(of: [0, 1, 2]) == 0)
  }
}
