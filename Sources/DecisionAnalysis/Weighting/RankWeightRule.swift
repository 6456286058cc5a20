// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// How a rank order becomes weights.
public enum RankWeightRule: String, Sendable, Equatable, CaseIterable {
  /// Rank-order centroid: w_k = (1/n) sum of 1/i for i = k...n, the mean of all weights that keep
  /// the order (Barron and Barrett 1996, Manage Sci 42:1515).
  case rankOrderCentroid
  /// Rank sum: w_k = 2 (n + 1 - k) / (n (n + 1)).
  case rankSum
  /// Rank reciprocal: w_k = (1/k) / sum of 1/i for i = 1...n.
  case reciprocal

  /// The weights of positions 1...count, the most important first; they sum to 1.
  public func weights(count: Int) -> [Double] {
    guard count > 0 else { return [] }
    let n = Double(count)
    switch self {
    case .rankOrderCentroid:
      return (1...count).map { Self.harmonicSum(from: $0, through: count) / n }
    case .rankSum:
      return (1...count).map { 2 * Double(count + 1 - $0) / (n * (n + 1)) }
    case .reciprocal:
      let total = Self.harmonicSum(from: 1, through: count)
      return (1...count).map { 1 / Double($0) / total }
    }
  }

  /// The sum of 1/i, the smallest terms first.
  private static func harmonicSum(from first: Int, through last: Int) -> Double {
    (first...last).reversed().reduce(0) { $0 + 1 / Double($1) }
  }
}
