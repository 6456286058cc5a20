// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A person's rank for one criterion, with the range that the question showed.
public struct RankedAnswer: RangedAnswer, Sendable, Equatable {
  /// The id of the criterion.
  public let criterion: String
  /// The worst level shown, in the unit of the criterion.
  public let worst: Double
  /// The best level shown, in the unit of the criterion.
  public let best: Double
  /// The rank: 1 matters most; equal ranks are ties; only the order counts.
  public let rank: Int

  /// An answer with the anchors that it was asked with.
  public init(criterion: String, worst: Double, best: Double, rank: Int) {
    self.criterion = criterion
    self.worst = worst
    self.best = best
    self.rank = rank
  }
}

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

  /// The weight of each rank; equal ranks share the average of the positions that they take.
  func weights(of ranks: [Int]) -> [Double] {
    let positions = weights(count: ranks.count)
    return ranks.map { rank in
      let before = ranks.filter { $0 < rank }.count
      let tied = ranks.filter { $0 == rank }.count
      return positions[before..<(before + tied)].reduce(0, +) / Double(tied)
    }
  }

  /// Whether ranks are equal to each other.
  static func hasTies(_ ranks: [Int]) -> Bool { Set(ranks).count < ranks.count }

  /// The sum of 1/i, the smallest terms first.
  private static func harmonicSum(from first: Int, through last: Int) -> Double {
    (first...last).reversed().reduce(0) { $0 + 1 / Double($1) }
  }
}

/// An order of importance: the weights of the rule, averaged over tied positions.
struct RankOrderAnswers: MethodAnswers {
  static let method = ElicitationMethod.rankOrder
  let answers: [RankedAnswer]
  let rule: RankWeightRule

  var ruleName: String? { rule.rawValue }
  var ranges: [ShownRange] { answers.map(\.range) }

  func answerFaults(for criteria: [Criterion]) -> [WeightingError] {
    answers.filter { !(1...criteria.count).contains($0.rank) }.map { .rankOutOfRange($0.criterion) }
  }

  func weights(for criteria: [Criterion]) throws(WeightingError) -> CriterionWeights {
    let ranks = criteria.map { answers.answer(for: $0.id)?.rank ?? 0 }
    return try CriterionWeights(
      criteria: criteria.map(\.id), proportionalTo: rule.weights(of: ranks),
      method: weightingMethod, notes: RankWeightRule.hasTies(ranks) ? [.tiedRanksAveraged] : [])
  }

  func ranks(for criteria: [Criterion]) -> [Int]? {
    let ranks = criteria.compactMap { answers.answer(for: $0.id)?.rank }
    return ranks.map { rank in 1 + ranks.filter { $0 < rank }.count }
  }
}
