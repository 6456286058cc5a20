// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

/// Rows that stand on another by odds ratios, one by one or estimated together.
struct OddsRatioTests {
  private struct Oracle: Decodable {
    let cases: [Network]
  }

  private struct Network: Decodable {
    let events: Int
    let n: Int
    let mean: [Double]
    let covariance: [[Double]]
    let first: [Double]
    let pairs: [[Double]]
    let risks: [Double]
  }

  /// The alternatives of a network on one criterion, and on another one that is the same for all.
  private static func problem(_ network: Network) throws -> DecisionProblem {
    let count = network.mean.count
    let joint = try #require(
      JointEffects(criterion: 0, rows: Array(0..<count), covariance: network.covariance))
    let baseline = Baseline(alternative: count, operation: .oddsRatio, scale: 100)
    let same = PerformanceCell(.exact(0.5))
    return DecisionProblem(
      alternatives: (0..<count).map { "a\($0)" },
      criteria: [
        try Criterion(id: "c0", direction: .lowerIsBetter, worst: 100, best: 0, branch: "b"),
        try Criterion(id: "c1", direction: .higherIsBetter, worst: 0, best: 1, branch: "b"),
      ],
      table: PerformanceTable(
        cells: (0..<count).map {
          [joint.cell($0, logMean: network.mean[$0], baseline: baseline), same]
        },
        references: [
          ReferenceRow(
            id: "placebo",
            cells: [
              PerformanceCell(.beta(events: network.events, n: network.n, scale: 100)), same,
            ])
        ], joint: [joint]))
  }

  @Test("A network has the shares of its joint distribution and the mean levels of scipy")
  func equalsTheJointDistribution() throws {
    for network in try OracleFile.read("n03-odds-network", as: Oracle.self).cases {
      let problem = try Self.problem(network)
      try problem.validate()
      let weights = try SmallProblem.weights(problem, [2, 1])
      let result = try SamplePlan(problem).simulate(
        SamplePlan.Request(weights: weights, uncertainty: .none))
      #expect(distance(result.rankAcceptability.map { $0[0] }, network.first) < 0.005)
      for (row, pair) in zip(result.pairwiseWinning, network.pairs) {
        #expect(distance(row, pair) < 0.005)
      }
      let totals = network.risks.map { 2.0 / 3 * (1 - $0) + 1.0 / 6 }
      #expect(distance(result.meanTotals, totals) < 2e-5)
    }
  }

  @Test(
    "Some of the alternatives of a network keep their shares",
    arguments: [["a0", "a1"], ["a1", "a0"]])
  func keepsTheCovariance(ids: [String]) throws {
    let network = try #require(
      try OracleFile.read("n03-odds-network", as: Oracle.self).cases.first)
    let problem = try Self.problem(network).restricted(toAlternatives: ids)
      .restricted(toCriteria: ["c1", "c0"])
    #expect(problem.table.joint.count == 1 && problem.table.joint[0].criterion == 1)
    let result = try SamplePlan(problem).simulate(
      SamplePlan.Request(weights: SmallProblem.weights(problem, [1, 2]), uncertainty: .none))
    let share = try #require(result.winning("a0", over: "a1"))
    #expect((share - network.pairs[0][1]).magnitude < 0.005)
  }

  @Test("The level has the odds of the baseline times the ratio")
  func multipliesOdds() throws {
    let baseline = Baseline(alternative: 1, operation: .oddsRatio, scale: 100)
    let problem = DecisionProblem(
      alternatives: ["a", "b"],
      criteria: [
        try Criterion(id: "c", direction: .lowerIsBetter, worst: 100, best: 0, branch: "b")
      ],
      table: PerformanceTable(cells: [
        [PerformanceCell(.lognormal(estimate: 2, low: 1, high: 4), baseline: baseline)],
        [PerformanceCell(.exact(25))],
      ]))
    try problem.validate()
    // Odds of 1/3, times 2, 1 and 4: 40, 25 and 57.1 of 100.
    #expect((problem.table.estimate(0, 0) - 40).magnitude < 1e-12)
    #expect((problem.table.interval(0, 0).low - 25).magnitude < 1e-12)
    #expect((problem.table.interval(0, 0).high - 400 / 7.0).magnitude < 1e-12)
  }

  @Test(
    "A level at which two tie makes them tie, where one follows by an odds ratio", arguments: seeds)
  func breaksEven(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    func problem(_ base: Double, _ ratio: Double, _ other: Double) throws -> DecisionProblem {
      DecisionProblem(
        alternatives: ["base", "risen"],
        criteria: [
          try Criterion(id: "c0", direction: .lowerIsBetter, worst: 1, best: 0, branch: "b"),
          try Criterion(id: "c1", direction: .higherIsBetter, worst: 0, best: 1, branch: "b"),
        ],
        table: PerformanceTable(cells: [
          [PerformanceCell(.exact(base)), PerformanceCell(.exact(0.5))],
          [
            PerformanceCell(
              .exact(ratio), baseline: Baseline(alternative: 0, operation: .oddsRatio)),
            PerformanceCell(.exact(other)),
          ],
        ]))
    }
    let ratio = Numerics.exp(Double.random(in: -2...2, using: &generator))
    let other = Double.random(in: 0.3...0.7, using: &generator)
    let amounts = [1, Double.random(in: 0.2...2, using: &generator)]
    let now = try problem(Double.random(in: 0.05...0.95, using: &generator), ratio, other)
    let model = try SmallProblem.model(now, amounts)
    let found = BreakEven(now, model, alternative: 0, rival: 1, criterion: 0).level
    guard let found else { return }
    let totals = try SmallProblem.model(problem(found, ratio, other), amounts).totals
    #expect((totals[0] - totals[1]).magnitude < 1e-9)
  }

  static let unusable: [[[Double]]] = [
    [[1, 2], [2, 1]], [[1, 0.5], [0.4, 1]], [[0, 0], [0, 1]], [[-1]], [[1, 1], [1, 1]],
    [[.nan]], [[1, 0]], [],
  ]

  @Test("A covariance that is none is refused", arguments: unusable)
  func refuses(covariance: [[Double]]) {
    #expect(
      JointEffects(
        criterion: 0, rows: Array(covariance.indices), covariance: covariance) == nil)
  }
}
