// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Foundation
import TestSupport
import Testing

struct GivenDrawsTests {
  private struct Oracle: Decodable {
    let expected: Expected
  }
  private struct Expected: Decodable {
    let rank_counts: [[Int]]
    let central_weights: [[Double]]
    let confidence_factor: [Double]
    let pairwise_winning: [[Double]]
    let ranking_entropy_bits: Double
    let choice_entropy_bits: Double
    let mean_values: [String: Double]
    let EVPI_all: Double
    let fixed_weights: [Double]
    let fixed_weight_rank_acceptability: [[Double]]
  }

  /// The draws that the peer had: weights, then values alternative by alternative.
  private static func draws() throws -> GivenDraws {
    let lines = try OracleFile.text("o09-smaa-kernel-draws.csv").split(separator: "\n").dropFirst()
    let rows = try lines.map { line in
      try line.split(separator: ",").map { try #require(Double($0)) }
    }
    return try GivenDraws(
      alternatives: ["A", "B", "C"], criteria: (1...5).map { "c\($0)" },
      values: rows.map { row in
        (0..<3).map { Array(row[(5 + 5 * $0)..<(10 + 5 * $0)]) }
      }, weights: rows.map { Array($0.prefix(5)) })
  }

  @Test("Ranks, wins and all other indices of 2,000 given draws equal those of R smaa (oracle o09)")
  func equalsThePeer() throws {
    let oracle = try OracleFile.read("o09-smaa-kernel", as: Oracle.self).expected
    let draws = try Self.draws()
    let result = try draws.result(sets: [["A", "B", "C"]])
    #expect(draws.values.count == 2000)
    #expect(draws.rankCounts == oracle.rank_counts)
    let wins = oracle.pairwise_winning.map { $0.map { Int(($0 * 2000).rounded()) } }
    #expect(draws.pairwiseCounts == wins)
    let fixed = oracle.fixed_weight_rank_acceptability.map { $0.map { Int(($0 * 2000).rounded()) } }
    #expect(draws.rankCounts(fixing: oracle.fixed_weights) == fixed)
    for (ours, theirs) in zip(result.centralWeights, oracle.central_weights) {
      #expect(distance(try #require(ours), theirs) <= 1e-9)
    }
    let factors = try result.confidenceFactors.map { try #require($0) }
    #expect(distance(factors, oracle.confidence_factor) <= 1e-12)
    let entropy = try #require(result.rankingEntropy)
    #expect((entropy - oracle.ranking_entropy_bits).magnitude <= 1e-6)
    #expect((result.firstRankEntropy - oracle.choice_entropy_bits).magnitude <= 1e-6)
    let means = try draws.alternatives.map { try #require(oracle.mean_values[$0]) }
    #expect(distance(result.meanTotals, means) <= 1e-9)
    #expect((result.valueOfInformation[0].perfect - oracle.EVPI_all).magnitude <= 1e-9)
    #expect(result.method == .givenDraws(2000) && result.numericError == 0)
  }

  @Test("Levels become values by the value functions of the problem")
  func takesLevels() throws {
    let problem = try FractureProblem.make()
    let draw = problem.alternatives.indices.map { row in
      problem.criteria.indices.map { problem.table.estimate(row, $0) }
    }
    let weights = Array(repeating: 1.0 / 9, count: 9)
    let draws = try GivenDraws(problem, levels: [draw, draw], weights: [weights, weights])
    #expect(draws.values == [problem.values(), problem.values()])
  }

  @Test("Equal totals share the better rank, and an alternative that is never first has no weights")
  func countsTies() throws {
    let draws = try GivenDraws(
      alternatives: ["a", "b", "c"], criteria: ["x"], values: [[[1], [1], [0]], [[1], [0], [0]]],
      weights: [[1], [1]])
    #expect(draws.rankCounts == [[2, 0, 0], [1, 1, 0], [0, 1, 1]])
    #expect(draws.pairwiseCounts == [[0, 1, 2], [0, 0, 1], [0, 0, 0]])
    let result = try draws.result()
    #expect(result.centralWeights == [[1], [1], nil])
    #expect(result.confidenceFactors == [1, 0.5, nil])
    #expect(result.rankingEntropy == 1)
  }

  static let misfits: [(values: [[[Double]]], weights: [[Double]])] = [
    ([], []),
    ([[[1], [0]]], []),
    ([[[1], [0]]], [[1, 1]]),
    ([[[1], [0]]], [[.nan]]),
    ([[[1], [.infinity]]], [[1]]),
    ([[[1], []]], [[1]]),
    ([[[1]]], [[1]]),
  ]

  @Test("Draws of another shape, or that are no numbers, are refused", arguments: misfits)
  func refuses(draws: (values: [[[Double]]], weights: [[Double]])) {
    #expect(throws: AnalysisError.drawsDoNotFit) {
      try GivenDraws(
        alternatives: ["a", "b"], criteria: ["x"], values: draws.values, weights: draws.weights)
    }
  }
}
