// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis

/// What the tests of the simulation have in common.
enum SimulationExamples {
  static let uncertainties: [WeightUncertainty] = [
    .none, .responseError(sigma: 0.3), .responseError(sigma: 0.8), .dirichlet(concentration: 20),
    .uniform,
  ]

  static func request(
    _ problem: DecisionProblem, _ amounts: [Double], _ uncertainty: WeightUncertainty,
    central: Bool = false
  ) throws -> SamplePlan.Request {
    SamplePlan.Request(
      weights: try SmallProblem.weights(problem, amounts), uncertainty: uncertainty,
      sets: [problem.alternatives], centralWeights: central)
  }

  static func result(
    _ problem: DecisionProblem, _ amounts: [Double], _ uncertainty: WeightUncertainty,
    points: Int? = nil, central: Bool = false
  ) throws -> SimulationResult {
    try SamplePlan(problem, points: points).simulate(
      request(problem, amounts, uncertainty, central: central))
  }

  static func normal(_ mean: Double, _ sd: Double) -> PerformanceCell {
    let z = 1.959963984540054
    return PerformanceCell(.normal(estimate: mean, low: mean - z * sd, high: mean + z * sd))
  }

  /// All numbers of a result in a fixed order.
  static func numbers(_ result: SimulationResult) -> [Double] {
    let values = result.valueOfInformation.flatMap {
      [$0.perfect, $0.preferences, $0.evidence] + $0.evidenceByCriterion
    }
    return result.rankAcceptability.flatMap { $0 } + result.pairwiseWinning.flatMap { $0 }
      + result.meanTotals + result.meanWeights + result.centralWeights.flatMap { $0 ?? [] }
      + result.confidenceFactors.map { $0 ?? -1 } + values + [result.rankingEntropy ?? -1]
  }
}

extension DecisionProblem {
  /// The same problem with another cell.
  func replacing(_ row: Int, _ column: Int, with cell: PerformanceCell) -> DecisionProblem {
    var cells = table.cells
    cells[row][column] = cell
    return DecisionProblem(
      alternatives: alternatives, criteria: criteria,
      table: PerformanceTable(cells: cells, references: table.references))
  }
}
