// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A person's judgements on pairs of criteria, and how they become weights.
///
/// Only criteria are compared, never alternatives: their performances are known as numbers.
public struct PairwiseAnswers: Sendable, Equatable {
  /// The range that was shown for each criterion.
  public let ranges: [ShownRange]
  /// The judgements: each pair once, or once in each direction.
  public let comparisons: [PairwiseComparison]
  /// How the judgements become weights.
  public let rule: PriorityRule
  /// Whether answers that contradict each other strongly are used all the same.
  public let acceptsInconsistency: Bool

  /// Judgements on criteria that were shown with their ranges.
  public init(
    ranges: [ShownRange], comparisons: [PairwiseComparison], rule: PriorityRule = .geometricMean,
    acceptsInconsistency: Bool = false
  ) {
    self.ranges = ranges
    self.comparisons = comparisons
    self.rule = rule
    self.acceptsInconsistency = acceptsInconsistency
  }
}

/// A person's judgement on two criteria.
public struct PairwiseComparison: Sendable, Equatable {
  /// The id of a criterion.
  public let first: String
  /// The id of another criterion.
  public let second: String
  /// How many times as much the first matters as the second; above 0, below 1 when it matters less.
  public let ratio: Double

  /// A judgement on two criteria.
  public init(first: String, second: String, ratio: Double) {
    self.first = first
    self.second = second
    self.ratio = ratio
  }
}

/// How a matrix of pairwise judgements becomes weights.
public enum PriorityRule: String, Sendable, Equatable, CaseIterable {
  /// The geometric mean of each row, normalised (Crawford and Williams 1985).
  case geometricMean
  /// The principal eigenvector (Saaty 1980).
  case eigenvector
}

extension PairwiseAnswers: MethodAnswers {
  static let method = ElicitationMethod.pairwise

  var ruleName: String? { rule.rawValue }

  /// How far the product of the two directions of a judgement may be from 1: written decimals.
  static let reciprocalTolerance = 1e-6

  /// What is wrong with the judgements, in their order, then the pairs without one; empty when the
  /// matrix is complete.
  func comparisonFaults(of ids: [String]) -> [WeightingError] {
    var faults: [WeightingError] = []
    for (place, comparison) in comparisons.enumerated() {
      let (first, second) = (comparison.first, comparison.second)
      let unknown = [first, second].filter { !ids.contains($0) }
      if !unknown.isEmpty {
        faults += unknown.map { .notOnList($0) }
      } else if first == second {
        faults.append(.comparedWithItself(first))
      } else if !isPositive(comparison.ratio) {
        faults.append(.ratioNotPositive(first, second))
      } else {
        faults += repetition(of: comparison, in: comparisons[..<place])
      }
    }
    for (place, first) in ids.enumerated() {
      for second in ids[(place + 1)...]
      where !comparisons.contains(where: { $0.joins(first, second) }) {
        faults.append(.missingComparison(first, second))
      }
    }
    return faults
  }

  func answerFaults(for criteria: [Criterion]) -> [WeightingError] {
    comparisonFaults(of: criteria.map(\.id))
  }

  /// Judgements without other faults may contradict each other.
  func totalFaults(for criteria: [Criterion]) -> [WeightingError] {
    guard !acceptsInconsistency, let consistency = consistency(of: criteria.map(\.id)),
      consistency.isRefused,
      let triad = consistency.worstTriad, triad.count == 3
    else { return [] }
    return [.inconsistent(triad[0], triad[1], triad[2])]
  }

  func weights(for criteria: [Criterion]) throws(WeightingError) -> CriterionWeights {
    let ids = criteria.map(\.id)
    let matrix = PairwiseMatrix(comparisons, of: ids)
    let consistency = PairwiseConsistency(of: matrix, criteria: ids)
    return try CriterionWeights(
      criteria: ids, proportionalTo: matrix.weights(rule), method: weightingMethod,
      notes: consistency.isPastLimit ? [.comparisonsContradict] : [],
      consistency: .pairwise(consistency))
  }

  private func repetition(
    of comparison: PairwiseComparison, in earlier: ArraySlice<PairwiseComparison>
  ) -> [WeightingError] {
    let (first, second) = (comparison.first, comparison.second)
    if earlier.contains(where: { $0.first == first && $0.second == second }) {
      return [.duplicateComparison(first, second)]
    }
    let isReciprocal = earlier.filter { $0.joins(first, second) }.allSatisfy {
      ($0.ratio * comparison.ratio - 1).magnitude <= PairwiseAnswers.reciprocalTolerance
    }
    return isReciprocal ? [] : [.notReciprocal(first, second)]
  }

  /// Whether a ratio and its inverse are positive numbers.
  private func isPositive(_ ratio: Double) -> Bool {
    ratio.isFinite && ratio > 0 && (1 / ratio).isFinite
  }
}

extension PairwiseComparison {
  /// Whether the judgement is on these two criteria, in either direction.
  func joins(_ one: String, _ other: String) -> Bool {
    (first == one && second == other) || (first == other && second == one)
  }
}
