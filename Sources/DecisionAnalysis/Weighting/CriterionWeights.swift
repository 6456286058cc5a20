// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// How much each criterion counts: shares of 1, in the order of the criteria.
public struct CriterionWeights: Sendable, Equatable {
  /// The ids of the criteria.
  public let criteria: [String]
  /// The weight of each criterion, 0...1; they sum to 1.
  public let values: [Double]
  /// Where the weights came from.
  public let method: WeightingMethod
  /// What a reader of the weights must be told.
  public let notes: [WeightingNote]
  /// What the answers say about their own quality; nil when the method says nothing.
  public let consistency: ElicitationConsistency?

  /// Weights in proportion to given numbers.
  ///
  /// - Throws: `WeightingError` when there is no criterion, a criterion stands twice, counts
  ///   differ, a number is negative or not finite, or all are zero.
  public init(
    criteria: [String], proportionalTo amounts: [Double], method: WeightingMethod = .given,
    notes: [WeightingNote] = [], consistency: ElicitationConsistency? = nil
  ) throws(WeightingError) {
    guard !criteria.isEmpty else { throw .noCriteria }
    guard criteria.count == amounts.count else { throw .countDiffers }
    for (index, id) in criteria.enumerated() {
      if criteria[..<index].contains(id) { throw .duplicate(id) }
      if !amounts[index].isFinite { throw .notFinite(id) }
      if amounts[index] < 0 { throw .negative(id) }
    }
    let sum = amounts.reduce(0, +)
    guard sum > 0 else { throw .allZero }
    guard sum.isFinite else { throw .sumNotFinite }
    self.criteria = criteria
    self.values = amounts.map { $0 / sum }
    self.method = method
    self.notes = notes
    self.consistency = consistency
  }

  /// Equal weights that nobody was asked for, marked `notElicited`.
  ///
  /// - Throws: `WeightingError` when there is no criterion or one stands twice.
  public static func equal(criteria: [String]) throws(WeightingError) -> CriterionWeights {
    try CriterionWeights(
      criteria: criteria, proportionalTo: criteria.map { _ in 1 }, method: .notElicited)
  }

  /// The weight of a criterion, or `nil` when it is not on the list.
  public func weight(of criterion: String) -> Double? {
    criteria.firstIndex(of: criterion).map { values[$0] }
  }

  /// The criteria that count for nothing, in the order of the criteria.
  public var withoutWeight: [String] { zip(criteria, values).filter { $0.1 == 0 }.map(\.0) }

  /// The same proportions for some of the criteria, summing to 1 again, in the order given; `nil`
  /// when a criterion is not on the list, stands twice, or all of them have no weight.
  ///
  /// The consistency is that of all answers and is not kept.
  public func restricted(to ids: [String]) -> CriterionWeights? {
    let amounts = ids.compactMap { weight(of: $0) }
    return try? CriterionWeights(
      criteria: ids, proportionalTo: amounts, method: method, notes: notes)
  }
}

/// What a reader of the weights must be told.
public enum WeightingNote: String, Sendable, Equatable, CaseIterable {
  /// Shares of 100 points added up to a little more or less and were divided by their sum.
  case hundredPointsNotExact
  /// Tied ranks share the average weight of their positions, which is an approximation.
  case tiedRanksAveraged
  /// Pairwise judgements contradict each other more than is accepted without a warning.
  case comparisonsContradict
  /// Weights made of counts of picks are an approximation.
  case countsApproximate
  /// A criterion was shown in too few sets: the counts give an order only, and the weights are those
  /// of the order.
  case countsGiveOrderOnly
}

/// What the answers say about their own quality, by method.
public enum ElicitationConsistency: Sendable, Equatable {
  /// Pairwise comparison.
  case pairwise(PairwiseConsistency)
  /// Best-worst method.
  case bestWorst(BestWorstConsistency)
  /// Counts of sets.
  case maxDiff(MaxDiffConsistency)
}

/// How much the criteria of one branch count together.
public struct BranchTotal: Sendable, Equatable {
  /// The id of the branch.
  public let branch: String
  /// The ids of its criteria.
  public let criteria: [String]
  /// The sum of their weights, 0...1.
  public let weight: Double
}

extension CriterionWeights {
  /// The weight of each branch, in the order in which the criteria first name it.
  ///
  /// Printed because longer branches tend to get more weight (splitting bias, Hamalainen and
  /// Alaja 2003). A criterion without a weight counts as none.
  public func branchTotals(of criteria: [Criterion]) -> [BranchTotal] {
    criteria.branches.map { branch in
      let members = criteria.filter { $0.branch == branch }.map(\.id)
      return BranchTotal(
        branch: branch, criteria: members,
        weight: members.reduce(0) { $0 + (weight(of: $1) ?? 0) })
    }
  }
}

extension [Criterion] {
  /// The ids of the branches, in the order in which the criteria first name them.
  var branches: [String] {
    reduce(into: []) { found, criterion in
      if !found.contains(criterion.branch) { found.append(criterion.branch) }
    }
  }
}
