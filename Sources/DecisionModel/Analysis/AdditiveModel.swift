// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Partial values and weights side by side: what every closed form of the analysis starts from.
///
/// Total value: V_i = sum of w_j v_ij, added in the order of the criteria.
/// Source: Keeney and Raiffa 1976; `decision-model.md` 2.1.
public struct AdditiveModel: Sendable, Equatable {
  /// The ids of the alternatives compared.
  public let alternatives: [String]
  /// The ids of the criteria.
  public let criteria: [String]
  /// Partial values as [alternative][criterion], 0...1 between the anchors.
  public let values: [[Double]]
  /// Weights in the order of the criteria; they sum to 1.
  public let weights: [Double]

  /// The model of a valid problem with weights for its criteria, in any order.
  ///
  /// - Throws: `AnalysisError.invalidProblem` with every mistake of the problem; `.weightsDoNotFit`
  ///   when the weights are for other criteria.
  public init(_ problem: DecisionProblem, _ weights: CriterionWeights) throws(AnalysisError) {
    let faults = problem.faults
    guard faults.isEmpty else { throw .invalidProblem(faults) }
    try self.init(withoutFaults: problem, weights)
  }

  /// The same for a problem that was looked at before.
  init(withoutFaults problem: DecisionProblem, _ weights: CriterionWeights) throws(AnalysisError) {
    let ids = problem.criteria.map(\.id)
    let ordered = ids.compactMap { weights.weight(of: $0) }
    guard ordered.count == ids.count, weights.criteria.count == ids.count else {
      throw .weightsDoNotFit
    }
    self.init(
      alternatives: problem.alternatives, criteria: ids, values: problem.values(), weights: ordered)
  }

  init(alternatives: [String], criteria: [String], values: [[Double]], weights: [Double]) {
    self.alternatives = alternatives
    self.criteria = criteria
    self.values = values
    self.weights = weights
  }

  /// The total value of each alternative, 0...1 between the anchors.
  public var totals: [Double] { totals(weights: weights) }

  /// The total values with other weights.
  func totals(weights: [Double]) -> [Double] {
    values.map { row in Self.sum(of: weights, times: row) }
  }

  /// The sum of products, in order.
  static func sum(of weights: [Double], times values: [Double]) -> Double {
    zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The index of the alternative with the highest total, leaving out `excluded`.
  ///
  /// Of equal totals the first that no equal one dominates is taken; there is always one.
  public func leader(excluding excluded: Int? = nil) -> Int? {
    leader(totals: totals, excluding: excluded)
  }

  func leader(totals: [Double], excluding excluded: Int? = nil) -> Int? {
    let rest = totals.indices.filter { $0 != excluded }
    guard let highest = rest.map({ totals[$0] }).max() else { return nil }
    let tied = rest.filter { totals[$0] == highest }
    return tied.first { candidate in
      !tied.contains { Dominance.dominates(values[$0], values[candidate]) }
    }
  }
}
