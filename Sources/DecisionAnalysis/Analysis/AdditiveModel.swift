// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Partial values and weights side by side: what every closed form of the analysis starts from.
///
/// Total value: V_i = sum of w_j v_ij, added in the order of the criteria.
/// Source: Keeney and Raiffa 1976; DecisionAnalysis.docc/Values.md, "Additive value".
public struct AdditiveModel: Sendable, Equatable {
  /// The ids of the alternatives compared.
  public let alternatives: [String]
  /// The ids of the criteria.
  public let criteria: [String]
  /// Weights in the order of the criteria; they sum to 1.
  public let weights: [Double]
  /// The partial values of one alternative after the other.
  let cells: [Double]

  /// Partial values as [alternative][criterion], 0...1 between the anchors.
  public var values: [[Double]] {
    alternatives.indices.map { row in criteria.indices.map { value(row, $0) } }
  }

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
    self.init(
      alternatives: problem.alternatives, criteria: ids,
      cells: problem.values().flatMap { $0 }, weights: try Self.ordered(weights, for: ids))
  }

  init(alternatives: [String], criteria: [String], cells: [Double], weights: [Double]) {
    self.alternatives = alternatives
    self.criteria = criteria
    self.cells = cells
    self.weights = weights
  }

  /// The weights in the order of some criteria (ids).
  static func ordered(
    _ weights: CriterionWeights, for ids: [String]
  ) throws(AnalysisError) -> [Double] {
    if weights.criteria == ids { return weights.values }
    let ordered = ids.compactMap { weights.weight(of: $0) }
    guard ordered.count == ids.count, weights.criteria.count == ids.count else {
      throw .weightsDoNotFit
    }
    return ordered
  }

  /// The sum of products, in order.
  static func sum(of weights: [Double], times values: [Double]) -> Double {
    zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The partial value of an alternative on a criterion (indices).
  @inline(__always)
  func value(_ alternative: Int, _ criterion: Int) -> Double {
    cells[alternative * weights.count + criterion]
  }

  /// The total value of each alternative, 0...1 between the anchors.
  public var totals: [Double] {
    alternatives.indices.map { row in
      var total = 0.0
      for column in weights.indices { total += weights[column] * value(row, column) }
      return total
    }
  }

  /// The index of the alternative with the highest total, leaving out `excluded`.
  ///
  /// Of totals that are equal but for rounding, that of the first id (by its letters) that no equal
  /// one dominates is taken, so that the order of the list decides nothing.
  public func leader(excluding excluded: Int? = nil) -> Int? {
    leader(totals: totals, excluding: excluded)
  }

  /// The leader by given totals; of the criteria only those count that are `kept`, or all.
  func leader(totals: [Double], excluding excluded: Int? = nil, keeping kept: [Bool]? = nil) -> Int?
  {
    var highest = -Double.infinity
    for row in totals.indices where row != excluded { highest = max(highest, totals[row]) }
    var best: Int?
    var isTied = false
    for row in totals.indices where row != excluded && totals[row] >= highest - WeightFlips.smallest
    {
      isTied = best != nil
      if best == nil { best = row }
    }
    guard isTied else { return best }
    let tied = totals.indices.filter {
      $0 != excluded && totals[$0] >= highest - WeightFlips.smallest
    }
    return tied.filter { candidate in
      !tied.contains { dominates($0, candidate, keeping: kept) }
    }.min { alternatives[$0] < alternatives[$1] }
  }

  /// Whether the first alternative is nowhere below the second and somewhere above it (indices), on
  /// the criteria that are `kept`, or all.
  func dominates(_ first: Int, _ second: Int, keeping kept: [Bool]? = nil) -> Bool {
    var isBetter = false
    for column in weights.indices where kept?[column] ?? true {
      let (one, other) = (value(first, column), value(second, column))
      guard one >= other else { return false }
      if one > other { isBetter = true }
    }
    return isBetter
  }

  /// V_a - V_b (indices) over all criteria but one.
  func lead(of first: Int, over second: Int, without criterion: Int) -> Double {
    var sum = 0.0
    for column in weights.indices where column != criterion {
      sum += weights[column] * (value(first, column) - value(second, column))
    }
    return sum
  }
}

/// The total value of each alternative and what each criterion adds to it.
public struct OverallValue: Sendable, Equatable {
  /// The ids of the alternatives.
  public internal(set) var alternatives: [String]
  /// The ids of the criteria.
  public let criteria: [String]
  /// Total values, 0...1 between the anchors.
  public internal(set) var totals: [Double]
  /// Weight times partial value as [alternative][criterion]; a row adds up to its total.
  public internal(set) var contributions: [[Double]]

  /// The totals and contributions of a model.
  public init(of model: AdditiveModel) {
    alternatives = model.alternatives
    criteria = model.criteria
    totals = model.totals
    contributions = model.alternatives.indices.map { row in
      model.weights.indices.map { model.weights[$0] * model.value(row, $0) }
    }
  }

  /// Totals in whole points of 100, halves away from zero.
  public var totalPoints: [Int] {
    totals.map { Int((100 * $0).rounded()) }
  }

  /// Contributions in whole points as [alternative][criterion]; a row adds up to its `totalPoints`.
  public var contributionPoints: [[Int]] {
    zip(contributions, totalPoints).map { row, total in
      LargestRemainderRounding.points(row.map { 100 * $0 }, total: total)
    }
  }
}
