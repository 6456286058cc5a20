// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

extension ResultValue {
  /// What the simulation says.
  static func simulation(_ result: SimulationResult) -> ResultValue {
    let ids = result.alternatives
    let (method, points): (String, Int?) =
      switch result.method {
      case .quadrature: ("quadrature", nil)
      case .conditional(let points): ("conditional", points)
      case .oneCell(let points): ("oneCell", points)
      case .givenDraws(let count): ("givenDraws", count)
      }
    return .object([
      Field("method", .text(method)), Field("points", points.map { .count($0) } ?? .null),
      Field("numericError", .number(result.numericError)),
      Field("firstRankEntropy", .number(result.firstRankEntropy)),
      Field(
        "rankAcceptability",
        .matrix(
          rows: ids, columns: ids.indices.map { "\($0 + 1)" }, result.rankAcceptability)),
      Field(
        "pairwiseWinning", .matrix(rows: ids, columns: ids, result.pairwiseWinning)),
      Field("meanTotals", .vector(names: ids, result.meanTotals)),
      Field("confidenceFactors", .vector(names: ids, result.confidenceFactors)),
      Field("meanWeights", .vector(names: result.criteria, result.meanWeights)),
      Field(
        "centralWeights",
        .matrix(rows: ids, columns: result.criteria, result.centralWeights)),
      Field(
        "valueOfInformation",
        .list(result.valueOfInformation.map { information($0, result.criteria) })),
    ])
  }

  private static func information(
    _ value: ValueOfInformation, _ criteria: [String]
  ) -> ResultValue {
    .object([
      Field("alternatives", .texts(value.alternatives)),
      Field("perfect", .number(value.perfect)),
      Field("preferences", .number(value.preferences)),
      Field("evidence", .number(value.evidence)),
      Field("evidenceByCriterion", .vector(names: criteria, value.evidenceByCriterion)),
    ])
  }
}
