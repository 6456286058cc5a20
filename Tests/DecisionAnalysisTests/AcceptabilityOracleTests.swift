// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

/// Published stochastic analyses, run many times by R smaa and hitandrun and pooled.
struct AcceptabilityOracleTests {
  private struct Thrombolytics: Decodable {
    let expected: Expected
    struct Expected: Decodable {
      let pooled: [String: Pooled]
    }
    struct Pooled: Decodable {
      let mean: [String: Double]
    }
  }

  private static let thrombolytics: [(preferences: String, uncertainty: WeightUncertainty)] = [
    ("none", .uniform),
    ("ordinal", .ordinal(ranks: [1, 3, 2])),
    ("exact", .none),
    (
      "ratiobound",
      .chain(
        order: [0, 2, 1], ratios: [PerformanceInterval(1.25, 2), PerformanceInterval(1.1, 3)])
    ),
  ]

  @Test(
    "Enoxaparin against heparin equals the pooled runs of the peers (oracle o10)",
    arguments: thrombolytics)
  func equalsThrombolytics(row: (preferences: String, uncertainty: WeightUncertainty)) throws {
    let oracle = try OracleFile.read("o10-smaa-thrombolytics", as: Thrombolytics.self)
    let mean = try #require(oracle.expected.pooled[row.preferences]?.mean)
    let names = ["ProxDVT", "DistDVT", "Bleed"]
    let anchors = [(0.25, 0.0), (0.4, 0.15), (0.1, 0.0)]
    let criteria = try names.indices.map {
      try Criterion(
        id: names[$0], direction: .lowerIsBetter, worst: anchors[$0].0, best: anchors[$0].1,
        branch: "b")
    }
    let shapes = [[(20.0, 116.0), (40, 96), (1, 135)], [(8, 121), (32, 97), (5, 124)]]
    let problem = DecisionProblem(
      alternatives: ["H", "E"], criteria: criteria,
      table: PerformanceTable(
        cells: shapes.map { row in
          row.map { PerformanceCell(.betaShape(alpha: $0.0, beta: $0.1, scale: 1)) }
        }))
    let plan = try SamplePlan(problem)
    let result = try plan.simulate(
      SamplePlan.Request(
        weights: CriterionWeights(criteria: names, proportionalTo: [4, 1, 2]),
        uncertainty: row.uncertainty, centralWeights: true))
    #expect((result.firstRank(0) - (try #require(mean["ra"]))).magnitude <= 0.005)
    for (index, id) in problem.alternatives.enumerated() {
      let factor = try #require(result.confidenceFactors[index])
      #expect((factor - (try #require(mean["cf" + id]))).magnitude <= 0.005)
      let central = try #require(result.centralWeights[index])
      let theirs = try names.map { try #require(mean["w\(id).\($0)"]) }
      #expect(distance(central, theirs) <= 0.005)
    }
    #expect(distance(result.meanWeights, try names.map { try #require(mean["wm.\($0)"]) }) <= 0.002)
  }

  private struct Trial: Decodable {
    let input: Input
    let expected: [String: Expected]
    struct Input: Decodable {
      let options: [String]
      let criteria: [String]
      let alpha: [[Double]]
      let beta: [[Double]]
      let anchor_low_high: [[Double]]
    }
    struct Expected: Decodable {
      let ra: [[Double]]
      let cw: [[Double]]
      let cf: [Double]
      let pwi: [[Double]]
      let mean_value: [Double]
      let evpi_all_uncertainty: Double
      let ranking_entropy: Double
    }
  }

  private static let trial: [(preferences: String, uncertainty: WeightUncertainty)] = [
    ("none", .uniform), ("ordinal", .ordinal(ranks: [1, 2, 4, 3])),
  ]

  @Test(
    "The antidepressant trial equals the pooled runs of the peers (oracle o11)", arguments: trial)
  func equalsTheTrial(row: (preferences: String, uncertainty: WeightUncertainty)) throws {
    let oracle = try OracleFile.read("o11-smaa-antidepressant-trial", as: Trial.self)
    let expected = try #require(oracle.expected[row.preferences])
    let input = oracle.input
    let criteria = try input.criteria.indices.map { index in
      let (low, high) = (input.anchor_low_high[0][index], input.anchor_low_high[1][index])
      // The anchors are printed to 11 digits, and must contain the limits.
      return index == 0
        ? try Criterion(
          id: input.criteria[0], direction: .higherIsBetter, worst: low - 1e-10, best: high + 1e-10,
          branch: "b")
        : try Criterion(
          id: input.criteria[index], direction: .lowerIsBetter, worst: high + 1e-10,
          best: low - 1e-10, branch: "b")
    }
    let problem = DecisionProblem(
      alternatives: input.options, criteria: criteria,
      table: PerformanceTable(
        cells: zip(input.alpha, input.beta).map { alpha, beta in
          zip(alpha, beta).map { PerformanceCell(.betaShape(alpha: $0, beta: $1, scale: 1)) }
        }))
    let result = try SamplePlan(problem).simulate(
      SamplePlan.Request(
        weights: .equal(criteria: input.criteria), uncertainty: row.uncertainty,
        sets: [input.options], centralWeights: true))
    #expect(distance(result.rankAcceptability.flatMap { $0 }, expected.ra.flatMap { $0 }) <= 0.005)
    #expect(distance(result.pairwiseWinning.flatMap { $0 }, expected.pwi.flatMap { $0 }) <= 0.005)
    #expect(distance(result.meanTotals, expected.mean_value) <= 0.002)
    let perfect = result.valueOfInformation[0].perfect
    #expect((perfect - expected.evpi_all_uncertainty).magnitude <= 0.002)
    for index in input.options.indices {
      #expect(distance(try #require(result.centralWeights[index]), expected.cw[index]) <= 0.005)
      let factor = try #require(result.confidenceFactors[index])
      #expect((factor - expected.cf[index]).magnitude <= 0.005)
    }
    let entropy = try #require(result.rankingEntropy)
    #expect((entropy - expected.ranking_entropy).magnitude <= 0.02)
  }
}
