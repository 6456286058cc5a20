// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

extension SimulationResult {
  private typealias Field = ValueTree.Field

  /// What the studies and the weights leave open: shares and totals 0...1, entropy in bits.
  package var fields: [ValueTree.Field] {
    let (name, points): (String, Int?) =
      switch method {
      case .quadrature: ("quadrature", nil)
      case .conditional(let points): ("conditional", points)
      case .oneCell(let points): ("oneCell", points)
      case .givenDraws(let count): ("givenDraws", count)
      }
    let rows = ValueTree.Axis("alternative", alternatives)
    let columns = ValueTree.Axis("criterion", criteria)
    return [
      Field("method", name), Field("points", points), Field("numericError", numericError),
      Field("firstRankEntropy", firstRankEntropy),
      Field(
        "rankAcceptability",
        ValueTree.matrix(
          rows: rows, columns: .init("rank", alternatives.indices.map { "\($0 + 1)" }),
          rankAcceptability)),
      Field(
        "pairwiseWinning",
        ValueTree.matrix(rows: rows, columns: .init("over", alternatives), pairwiseWinning)),
      Field("meanTotals", of: "meanTotal", ValueTree.vector(rows, meanTotals)),
      Field("confidenceFactors", of: "confidenceFactor", ValueTree.vector(rows, confidenceFactors)),
      Field("meanWeights", of: "meanWeight", ValueTree.vector(columns, meanWeights)),
      Field(
        "centralWeights", of: "centralWeight",
        ValueTree.matrix(rows: rows, columns: columns, centralWeights)),
      Field("valueOfInformation", valueOfInformation.map { $0.values(columns) }),
    ]
  }
}

extension ValueOfInformation {
  /// What it would be worth to know more, in values (1 is 100 points).
  fileprivate func values(_ criteria: ValueTree.Axis) -> ValueTree {
    .object([
      .init("alternatives", alternatives), .init("perfect", perfect),
      .init("preferences", preferences), .init("evidence", evidence),
      .init("evidenceByCriterion", ValueTree.vector(criteria, evidenceByCriterion)),
    ])
  }
}
