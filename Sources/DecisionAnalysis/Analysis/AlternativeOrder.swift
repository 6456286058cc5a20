// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The places of alternatives in the order of a list of ids; those that it lacks stand last.
private func places(of alternatives: [String], in order: [String]) -> [Int] {
  alternatives.indices.sorted { one, other in
    let first = order.firstIndex(of: alternatives[one]) ?? order.count
    let second = order.firstIndex(of: alternatives[other]) ?? order.count
    return first == second ? one < other : first < second
  }
}

extension OverallValue {
  /// The same values with the alternatives in another order.
  public func ordered(by order: [String]) -> OverallValue {
    let places = places(of: alternatives, in: order)
    var value = self
    value.alternatives = places.map { alternatives[$0] }
    value.totals = places.map { totals[$0] }
    value.contributions = places.map { contributions[$0] }
    return value
  }
}

extension QuestionAnalysis {
  /// The same comparison with the values of the alternatives in another order.
  public func ordered(by order: [String]) -> QuestionAnalysis {
    var analysis = self
    analysis.overall = overall.ordered(by: order)
    return analysis
  }
}

extension SimulationResult {
  /// The same shares with the alternatives in another order.
  public func ordered(by order: [String]) -> SimulationResult {
    let places = places(of: alternatives, in: order)
    return SimulationResult(
      alternatives: places.map { alternatives[$0] }, criteria: criteria,
      rankAcceptability: places.map { rankAcceptability[$0] },
      pairwiseWinning: places.map { row in places.map { pairwiseWinning[row][$0] } },
      meanTotals: places.map { meanTotals[$0] }, meanWeights: meanWeights,
      centralWeights: places.map { centralWeights[$0] },
      confidenceFactors: places.map { confidenceFactors[$0] },
      valueOfInformation: valueOfInformation, method: method, numericError: numericError,
      rankingEntropy: rankingEntropy)
  }
}
