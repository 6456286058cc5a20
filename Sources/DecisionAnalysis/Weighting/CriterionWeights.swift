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
