// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Testing

/// A matrix of judgements as the oracle files o01 to o03 write it, with fractions as text.
struct PairwiseOracle {
  let rows: [[Double]]

  init(_ texts: [[String]]) throws {
    rows = try texts.map { row in
      try row.map { text in
        let parts = try text.split(separator: "/").map { try #require(Double($0)) }
        return parts.count == 2 ? parts[0] / parts[1] : parts[0]
      }
    }
  }

  init(rows: [[Double]]) { self.rows = rows }

  /// The judgements above the diagonal.
  var comparisons: [PairwiseComparison] {
    rows.indices.flatMap { i in
      rows.indices.filter { $0 > i }.map { j in
        PairwiseComparison(first: "c\(i)", second: "c\(j)", ratio: rows[i][j])
      }
    }
  }

  /// The answers that hold the judgements, asked with the ranges of `SmallProblem`.
  func answers(
    _ rule: PriorityRule = .geometricMean, accepting: Bool = false,
    comparisons: [PairwiseComparison]? = nil
  ) -> WeightElicitation {
    .pairwise(
      PairwiseAnswers(
        ranges: rows.indices.map { ShownRange(criterion: "c\($0)", worst: 0, best: 1) },
        comparisons: comparisons ?? self.comparisons, rule: rule, acceptsInconsistency: accepting))
  }

  /// The weights, with answers that contradict each other accepted.
  func weights(_ rule: PriorityRule) throws -> CriterionWeights {
    try CriterionWeights(
      from: answers(rule, accepting: true), criteria: SmallProblem.criteria(rows.count))
  }

  func consistency() throws -> PairwiseConsistency {
    guard case .pairwise(let found)? = try weights(.geometricMean).consistency else {
      throw Missing()
    }
    return found
  }

  struct Missing: Error {}
}
