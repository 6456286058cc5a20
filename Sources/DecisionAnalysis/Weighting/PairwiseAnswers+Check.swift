// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension PairwiseAnswers {
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

  /// The fault that judgements without other faults contradict each other.
  func consistencyFaults(of ids: [String]) -> [WeightingError] {
    guard !acceptsInconsistency, let consistency = consistency(of: ids), consistency.isRefused,
      let triad = consistency.worstTriad, triad.count == 3
    else { return [] }
    return [.inconsistent(triad[0], triad[1], triad[2])]
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
