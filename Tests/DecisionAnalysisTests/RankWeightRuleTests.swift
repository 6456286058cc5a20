// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

/// Oracle o05: exact fractions, cross-checked with pyDecision 5.1.8; Barron and Barrett 1996.
struct RankWeightRuleTests {
  private struct Oracle: Decodable {
    let expected: [String: [String: [String]]]

    enum CodingKeys: CodingKey { case expected }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      let raw = try container.decode([String: Row].self, forKey: .expected)
      expected = raw.mapValues {
        [
          "rankOrderCentroid": $0.roc_exact, "rankSum": $0.rank_sum_exact,
          "reciprocal": $0.rank_reciprocal_exact,
        ]
      }
    }

    struct Row: Decodable {
      let roc_exact: [String]
      let rank_sum_exact: [String]
      let rank_reciprocal_exact: [String]
    }
  }

  @Test(arguments: RankWeightRule.allCases, 2...12)
  func equalsTheExactFractions(rule: RankWeightRule, count: Int) throws {
    let oracle = try OracleFile.read("o05-rank-weights", as: Oracle.self)
    let fractions = try #require(oracle.expected[String(count)]?[rule.rawValue])
    let expected = try fractions.map { fraction in
      let parts = try fraction.split(separator: "/").map { try #require(Double($0)) }
      return parts.count == 2 ? parts[0] / parts[1] : parts[0]
    }
    #expect(distance(rule.weights(count: count), expected) <= 1e-14)
  }

  @Test(arguments: RankWeightRule.allCases)
  func givesAllWeightToTheOnlyPosition(rule: RankWeightRule) {
    #expect(rule.weights(count: 1) == [1])
    #expect(rule.weights(count: 0).isEmpty)
  }
}
