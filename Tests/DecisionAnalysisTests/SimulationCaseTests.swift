// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

/// Simulations whose answer is known.
struct SimulationCaseTests {
  @Test(
    "Without any uncertainty the shares are those of the fixed totals",
    arguments: [WeightUncertainty.none, .responseError(sigma: 0)], Array<UInt64>(1...10))
  func equalsTheFixedTotals(uncertainty: WeightUncertainty, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let values = (0..<4).map { _ in
      (0..<5).map { _ in Double.random(in: 0...1, using: &generator) }
    }
    let amounts = (0..<5).map { _ in Double.random(in: 1...100, using: &generator) }
    let problem = try SmallProblem.exact(values)
    let totals = try SmallProblem.model(problem, amounts).totals
    let result = try SimulationExamples.result(
      problem, amounts, uncertainty, points: 1024, central: true)
    for (i, row) in result.rankAcceptability.enumerated() {
      let rank = totals.filter { $0 > totals[i] }.count
      #expect(row == row.indices.map { $0 == rank ? 1 : 0 })
      #expect(result.pairwiseWinning[i] == totals.map { totals[i] > $0 ? 1 : 0 })
    }
    // Means are added up in single precision.
    #expect(distance(result.meanTotals, totals) <= 1e-5)
    #expect(result.valueOfInformation[0].perfect <= 1e-6)
    #expect(result.rankingEntropy == 0 && result.firstRankEntropy == 0)
  }

  @Test("Alternatives that are exactly alike share the first two ranks", arguments: [2, 3, 4])
  func sharesTheFirstRank(count: Int) throws {
    let rows = (0..<count).map { $0 < 2 ? [0.7, 0.3, 0.9] : [0.1, 0.2, 0.1] }
    let problem = try SmallProblem.exact(rows)
    for uncertainty in SimulationExamples.uncertainties {
      let result = try SimulationExamples.result(problem, [3, 2, 1], uncertainty, points: 1024)
      #expect(result.firstRank(0) == 0.5 && result.firstRank(1) == 0.5)
      #expect(result.pairwiseWinning[0][1] == 0 && result.pairwiseWinning[1][0] == 0)
      #expect(result.rankAcceptability[0][1] == 0.5)
      #expect(result.firstRankEntropy == 1)
      if count > 2 {
        #expect(result.rankAcceptability[2][2...].reduce(0, +) == 1)
        #expect(result.pairwiseWinning[0][2] == 1 && result.pairwiseWinning[2][0] == 0)
      }
    }
  }

  @Test("A tie on unsure criteria that have no weight is a tie")
  func tiesWithoutWeight() throws {
    let unsure = PerformanceCell(.uniform(low: 0.2, high: 0.8))
    let same = PerformanceCell(.exact(0.5))
    let problem = try SmallProblem.make([[same, unsure], [same, unsure]])
    let result = try SimulationExamples.result(
      problem, [1, 0], .responseError(sigma: 0.3), points: 1024)
    #expect(result.rankAcceptability == [[0.5, 0.5], [0.5, 0.5]])
    #expect(result.pairwiseWinning == [[0, 0], [0, 0]])
  }

  private static let pairs: [(mean: Double, one: Double, other: Double)] = [
    (0.6, 0.08, 0.09), (0.5, 0.05, 0.1), (0.55, 0.02, 0.02), (0.7, 0.07, 0.03),
  ]

  @Test("Two normal options have the closed form, by quadrature and draw by draw", arguments: pairs)
  func equalsTheClosedForm(pair: (mean: Double, one: Double, other: Double)) throws {
    let cells = [
      [SimulationExamples.normal(pair.mean, pair.one), SimulationExamples.normal(0.4, 0.1)],
      [SimulationExamples.normal(0.5, pair.other), SimulationExamples.normal(0.6, 0.05)],
    ]
    let problem = try SmallProblem.make(cells)
    let weights = [0.8, 0.2]
    let lead = 0.8 * (pair.mean - 0.5) + 0.2 * (0.4 - 0.6)
    let squares = 0.64 * (pair.one * pair.one + pair.other * pair.other) + 0.04 * (0.01 + 0.0025)
    let sd = squares.squareRoot()
    let share = Numerics.normalCDF(lead / sd)
    let perfect = sd * Numerics.unitNormalLoss(lead.magnitude / sd)
    for (uncertainty, points, tolerance) in [
      (WeightUncertainty.none, nil, 1e-9), (.responseError(sigma: 0), 4096, 5e-4),
    ] {
      let result = try SimulationExamples.result(problem, weights, uncertainty, points: points)
      #expect((result.firstRank(0) - share).magnitude <= tolerance)
      #expect((result.pairwiseWinning[1][0] - (1 - share)).magnitude <= tolerance)
      let value = result.valueOfInformation[0]
      #expect((value.perfect - perfect).magnitude <= tolerance)
      #expect((value.evidence - perfect).magnitude <= 2 * tolerance)
      #expect(value.preferences <= 1e-6)
    }
  }

  @Test("What two options share does not count as a difference between them")
  func sharesTheBaseline() throws {
    let base = SimulationExamples.normal(0.4, 0.1)
    let (gain, spread) = (0.06, 0.05)
    let z = 1.959963984540054
    let sum = PerformanceCell(
      .normal(estimate: gain, low: gain - z * spread, high: gain + z * spread),
      baseline: Baseline(alternative: 0, operation: .sum))
    let shared = try SmallProblem.make([[base], [sum]])
    // The same spread of each total, but apart.
    let apart = try SmallProblem.make([
      [base], [SimulationExamples.normal(0.4 + gain, (0.01 + spread * spread).squareRoot())],
    ])
    let together = try SimulationExamples.result(shared, [1], .none)
    let alone = try SimulationExamples.result(apart, [1], .none)
    let known = Numerics.normalCDF(gain / spread)
    #expect((together.pairwiseWinning[1][0] - known).magnitude <= 2e-3)
    let wider = Numerics.normalCDF(gain / (0.02 + spread * spread).squareRoot())
    #expect((alone.pairwiseWinning[1][0] - wider).magnitude <= 1e-9)
    #expect(together.valueOfInformation[0].perfect < alone.valueOfInformation[0].perfect / 2)
    #expect(distance(together.meanTotals, alone.meanTotals) <= 1e-4)
  }

  @Test("A ratio above one on a shared baseline is above it for sure")
  func multipliesTheBaseline() throws {
    let ratio = PerformanceCell(
      .uniform(low: 1.1, high: 1.5), baseline: Baseline(alternative: 0, operation: .ratio))
    let problem = try SmallProblem.make([
      [PerformanceCell(.uniform(low: 0.2, high: 0.6))], [ratio],
    ])
    let result = try SimulationExamples.result(problem, [1], .none)
    #expect(result.pairwiseWinning == [[0, 0], [1, 0]])
    #expect((result.meanTotals[1] - 0.4 * 1.3).magnitude <= 1e-3)
  }

  @Test("Two uniform levels have the share and the expected best of the triangle")
  func equalsTheTriangle() throws {
    let problem = try SmallProblem.make([
      [PerformanceCell(.uniform(low: 0, high: 1))],
      [PerformanceCell(.uniform(low: 0.25, high: 1))],
    ])
    let result = try SimulationExamples.result(problem, [1], .none)
    // P(first above) = integral of (1 - v) over v in 0.25...1, by 1 / 0.75.
    #expect((result.pairwiseWinning[0][1] - 0.375).magnitude <= 1e-3)
    // E max = 0.25 * 0.625 + 0.75 * (0.25 + 0.75 * 2 / 3).
    #expect((result.valueOfInformation[0].perfect - (0.71875 - 0.625)).magnitude <= 1e-3)
  }

  @Test("An unusable question is refused")
  func refuses() throws {
    let problem = try SmallProblem.exact([[0.1, 0.2], [0.3, 0.1]])
    let plan = try SamplePlan(problem, points: 1024)
    let request = try SimulationExamples.request(problem, [1, 1], .none)
    func error(_ change: (inout SamplePlan.Request) throws -> Void) throws -> AnalysisError? {
      var changed = request
      try change(&changed)
      return #expect(throws: AnalysisError.self) { try plan.simulate(changed) }
    }
    #expect(try error { $0.alternatives = ["a0"] } == .tooFewAlternatives)
    #expect(try error { $0.alternatives = ["a0", "x"] } == .unknownAlternative("x"))
    #expect(try error { $0.alternatives = ["a0", "a0"] } == .duplicateAlternative("a0"))
    #expect(try error { $0.sets = [["a0", "x"]] } == .unknownAlternative("x"))
    #expect(try error { $0.sets = [[]] } != nil)
    #expect(try error { $0.weights = try .equal(criteria: ["x"]) } == .weightsDoNotFit)
    #expect(throws: AnalysisError.unusablePoints(1000)) { try SamplePlan(problem, points: 1000) }
    #expect(throws: AnalysisError.self) {
      try SamplePlan(SmallProblem.exact([[0.1], [2]]), points: 1024)
    }
  }
}
