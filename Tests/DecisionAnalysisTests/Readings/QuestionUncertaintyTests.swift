// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Testing

/// Shares of a question whose weights are some of a longer list.
struct QuestionUncertaintyTests {
  static let list = FairPopulation.list

  @Test("A question of the whole list has the share of the simulation of that list")
  func wholeList() throws {
    let problem = try FairLevels.problem(
      "US/open", options: FairLevels.options, criteria: FairLevels.questionA)
    let plan = try SamplePlan(problem, points: 4096)
    let weights = try CriterionWeights(
      criteria: FairLevels.questionA, proportionalTo: [30, 20, 10, 60, 20])
    let cases: [WeightUncertainty] = [
      .none, .responseError(sigma: 0.3), .ordinal(ranks: [2, 3, 5, 1, 3]),
      .relativeToTop(
        [(0.3, 0.7), (0.2, 0.5), (0.05, 0.3), (1, 1), (0.2, 0.4)].map {
          PerformanceInterval($0.0, $0.1)
        }),
    ]
    for uncertainty in cases {
      let simulated = try plan.simulate(
        SamplePlan.Request(
          alternatives: ["vertebroplasty", "care"], weights: weights, uncertainty: uncertainty))
      let shares = try PairShares(
        plan, first: "vertebroplasty", second: "care", weights: weights,
        uncertainty: QuestionUncertainty(
          uncertainty, of: FairLevels.questionA, for: FairLevels.questionA))
      let share = try #require(shares.firstAhead())
      let expected = simulated.pairwiseWinning[0][1]
      #expect((share - expected).magnitude < 0.005, "\(uncertainty)")
    }
  }

  @Test("An order, or ranges, of a longer list leave the other criteria out of the question")
  func longerList() throws {
    let question = try FairLevels.procedureOrNone("US/open")
    let ranks = [1, 2, 5, 3, 6, 4, 7]
    let weights = try CriterionWeights(
      criteria: Self.list,
      proportionalTo: ranks.map { rank in
        (rank...7).reduce(0) { $0 + 1 / Double($1) }
      })
    let ranges = ranks.map { rank in
      rank == 1
        ? PerformanceInterval(1, 1) : PerformanceInterval(0.5 / Double(rank), 1 / Double(rank))
    }
    for uncertainty in [WeightUncertainty.ordinal(ranks: ranks), .relativeToTop(ranges)] {
      let analysis = try #require(
        try question.analyse(
          first: "vertebroplasty", second: "care", weights: weights, uncertainty: uncertainty,
          limits: StrengthLimits()))
      // Pain first, days second: both favour the procedure where people knew what they had.
      #expect(analysis.comparison.firstLeads && analysis.evidence.share > 0.9)
    }
    #expect(throws: AnalysisError.self) {
      try question.analyse(
        first: "vertebroplasty", second: "care", weights: weights,
        uncertainty: .ordinal(ranks: [1, 2]), limits: StrengthLimits())
    }
  }
}
