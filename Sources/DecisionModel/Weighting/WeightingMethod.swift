// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Where weights came from.
public enum WeightingMethod: Sendable, Equatable {
  /// Swing points.
  case swing
  /// Direct rating of importance.
  case directRating
  /// Shares of 100 points.
  case hundredPoints
  /// A rank order, turned into weights by a rule.
  case rankOrder(RankWeightRule)
  /// Weights worked out elsewhere, for example by a simulation.
  case given
  /// Equal weights that nobody was asked for.
  case notElicited
}
