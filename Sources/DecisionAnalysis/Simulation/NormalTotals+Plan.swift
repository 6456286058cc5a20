// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension NormalTotals {
  /// The totals of some alternatives at fixed weights; `nil` unless each unsure cell that counts is
  /// normal and stands alone.
  init?(_ plan: SamplePlan, alternatives rows: [Int], criteria columns: [Int], _ weights: [Double])
  {
    var means: [Double] = []
    var deviations: [Double] = []
    for row in rows {
      var mean = 0.0
      var variance = 0.0
      for (column, weight) in zip(columns, weights) where weight > 0 {
        guard let value = Self.value(plan.problem, row, column) else { return nil }
        mean += weight * value.mean
        variance += weight * weight * value.sd * value.sd
      }
      means.append(mean)
      deviations.append(variance.squareRoot())
    }
    self.init(means: means, deviations: deviations)
  }

  private static func value(
    _ problem: DecisionProblem, _ row: Int, _ column: Int
  ) -> (mean: Double, sd: Double)? {
    let table = problem.table
    let cell = table.cell(row, column)
    let function = problem.criteria[column].valueFunction
    let isStoodOn = (0..<table.rowCount).contains {
      table.cell($0, column).baseline?.alternative == row
    }
    if cell.distribution.isExact, cell.baseline == nil {
      return (function.value(at: cell.distribution.estimate), 0)
    }
    guard case .normal(let mean, let sd) = cell.distribution.marginal, cell.baseline == nil,
      !isStoodOn, function.points.count == 2, function.outside == .extrapolate
    else { return nil }
    let slope =
      (function.points[1].value - function.points[0].value)
      / (function.points[1].level - function.points[0].level)
    return (function.value(at: mean), (slope * sd).magnitude)
  }

  /// The totals as the result of a simulation without draws; only the entropy of more than two
  /// alternatives is counted over draws, and left out unless it is asked for.
  func result(
    _ ids: [String], _ weights: CriterionWeights, _ plan: SamplePlan, rows: [Int], columns: [Int],
    sets: [[String]], places: [[Int]], entropy: Bool
  ) -> SimulationResult {
    let ranks = rankAcceptability
    let byCriterion = columns.enumerated().map { index, column in
      let weight = weights.values[index]
      return NormalTotals(
        means: means,
        deviations: rows.map { weight * (Self.value(plan.problem, $0, column)?.sd ?? 0) })
    }
    return SimulationResult(
      alternatives: ids, criteria: weights.criteria, rankAcceptability: ranks,
      pairwiseWinning: pairwiseWinning, meanTotals: means, meanWeights: weights.values,
      centralWeights: ranks.map { $0[0] > 0 ? weights.values : nil },
      confidenceFactors: ranks.map { $0[0] > 0 ? $0[0] : nil },
      valueOfInformation: zip(sets, places).map { set, members in
        let perfect = perfectInformation(of: members)
        return ValueOfInformation(
          alternatives: set, perfect: perfect, preferences: 0, evidence: perfect,
          evidenceByCriterion: byCriterion.map { $0.perfectInformation(of: members) })
      }, method: .quadrature, numericError: 1e-9,
      rankingEntropy: entropy
        ? RankingEntropy.bits(ofTwo: pairwiseWinning) ?? drawn(weights, plan, rows, columns) : nil)
  }

  private func drawn(
    _ weights: CriterionWeights, _ plan: SamplePlan, _ rows: [Int], _ columns: [Int]
  ) -> Double? {
    RankKernel(
      plan, alternatives: rows, criteria: columns, typical: weights.values,
      weights: WeightDraws(fixed: weights.values), sets: [], wantsCentralWeights: false
    ).rankingEntropy()
  }
}
