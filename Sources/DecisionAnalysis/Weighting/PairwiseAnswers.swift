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

  /// Answers from their parts.
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

  /// A judgement from its parts.
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
