// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

/// Oracles o07 (drugis mcda-elicitation-web), o08 (pymcdm, scikit-criteria, pyDecision) and o18
/// (R MCDA 0.1.0, MARE).
struct AdditiveModelTests {
  private struct Scores: Decodable {
    let directions: [String]
    let performances: [[Double]]
    let anchors_low: [Double]
    let anchors_high: [Double]
    let weights_raw: [[Double]]
    let scores: [[Double]]
  }

  @Test(arguments: GetReal.weightSets)
  func equalsThePeersTotalsAndContributions(set: String) throws {
    let example = try GetReal()
    let expected = try #require(example.expected[set])
    let overall = OverallValue(of: try example.model(set))
    for (row, name) in example.problem.alternatives.enumerated() {
      let total = try #require(expected.total[name])
      let parts = try #require(expected.weighted_contributions_in_criterion_order[name])
      #expect((overall.totals[row] - total).magnitude <= 1e-9)
      #expect(distance(overall.contributions[row], parts) <= 1e-9)
    }
  }

  @Test func equalsThreePeersOnTwoHundredWeightSets() throws {
    let oracle = try OracleFile.read("o08-additive-3x8x200", as: Scores.self)
    let criteria = try oracle.directions.enumerated().map { index, direction in
      let ends = (oracle.anchors_low[index], oracle.anchors_high[index])
      return try Criterion(
        id: "c\(index)", direction: direction == "higher" ? .higherIsBetter : .lowerIsBetter,
        worst: direction == "higher" ? ends.0 : ends.1,
        best: direction == "higher" ? ends.1 : ends.0, branch: "b")
    }
    let problem = DecisionProblem(
      alternatives: ["a", "b", "c"], criteria: criteria,
      table: PerformanceTable(
        cells: oracle.performances.map { row in row.map { PerformanceCell(.exact($0)) } }))
    #expect(oracle.weights_raw.count == 200 && oracle.scores.count == 200)
    for (raw, scores) in zip(oracle.weights_raw, oracle.scores) {
      let model = try SmallProblem.model(problem, raw)
      #expect(distance(model.totals, scores) <= 1e-9)
    }
  }

  private struct MinLikelyMax: Decodable {
    let low: [[Double]]
    let likely: [[Double]]
    let high: [[Double]]
    let weights: [String: Double]
    let result: [[Double]]
  }

  @Test func equalsThePeerAtTheLowestLikelyAndHighestLevels() throws {
    let oracle = try OracleFile.read("o18-min-likely-max", as: MinLikelyMax.self)
    let names = ["Yield", "Toxicity", "Cost", "Separation", "Odour"]
    // The peer divides each row by its largest level, which is a line from 0 to that level.
    let criteria = try names.indices.map { row in
      try Criterion(
        id: names[row], direction: .higherIsBetter, worst: 0,
        best: try #require(oracle.high[row].max()), branch: "b")
    }
    let cells = (0..<3).map { option in
      names.indices.map { row in
        PerformanceCell(
          .triangular(
            low: oracle.low[row][option], likely: oracle.likely[row][option],
            high: oracle.high[row][option]))
      }
    }
    let problem = DecisionProblem(
      alternatives: ["1", "2", "3"], criteria: criteria, table: PerformanceTable(cells: cells))
    let weights = try CriterionWeights(
      criteria: names, proportionalTo: try names.map { try #require(oracle.weights[$0]) })
    let model = try AdditiveModel(problem, weights)
    #expect(distance(model.totals, oracle.result[1]) <= 1e-6)
    for (row, ends) in [(0, \PerformanceInterval.low), (2, \PerformanceInterval.high)] {
      let totals = (0..<3).map { option in
        names.indices.reduce(0.0) { sum, column in
          let level = problem.table.interval(option, column)[keyPath: ends]
          return sum + model.weights[column] * criteria[column].valueFunction.value(at: level)
        }
      }
      #expect(distance(totals, oracle.result[row]) <= 1e-6)
    }
  }

  @Test func takesWeightsInAnyOrder() throws {
    let problem = try SmallProblem.exact([[0.2, 0.8], [0.6, 0.4]])
    let weights = try CriterionWeights(criteria: ["c1", "c0"], proportionalTo: [1, 3])
    #expect(try AdditiveModel(problem, weights).weights == [0.75, 0.25])
  }

  @Test(arguments: [["c0"], ["c0", "c1", "c2"], ["c0", "x"]])
  func refusesWeightsForOtherCriteria(ids: [String]) throws {
    let problem = try SmallProblem.exact([[0.2, 0.8], [0.6, 0.4]])
    let weights = try CriterionWeights.equal(criteria: ids)
    #expect(throws: AnalysisError.weightsDoNotFit) { try AdditiveModel(problem, weights) }
  }

  @Test func namesNoDominatedLeaderOfATie() throws {
    let model = try SmallProblem.model([[0.5, 0.1], [0.5, 0.9]], [1, 0])
    #expect(model.totals[0] == model.totals[1])
    #expect(model.leader() == 1)
    #expect(model.leader(excluding: 1) == 0)
  }
}
