// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Where weights came from.
public enum WeightingMethod: Sendable, Equatable {
  /// Swing points.
  case swing
  /// Lowest and highest swing points; the weights are made of the middles.
  case intervalSwing
  /// Direct rating of importance.
  case directRating
  /// Shares of 100 points.
  case hundredPoints
  /// Shares of 100 points over branches, then within each.
  case branchFirst
  /// A rank order, turned into weights by a rule.
  case rankOrder(RankWeightRule)
  /// Pairwise comparison, turned into weights by a rule.
  case pairwise(PriorityRule)
  /// The linear best-worst method.
  case bestWorst
  /// Counts of picks from sets.
  case maxDiff
  /// Trades of one criterion for another.
  case matching
  /// Weights worked out elsewhere, for example by a simulation.
  case given
  /// Equal weights that nobody was asked for.
  case notElicited
}
