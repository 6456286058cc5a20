// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What the answers say about their own quality, by method.
public enum ElicitationConsistency: Sendable, Equatable {
  /// Pairwise comparison.
  case pairwise(PairwiseConsistency)
  /// Best-worst method.
  case bestWorst(BestWorstConsistency)
  /// Counts of sets.
  case maxDiff(MaxDiffConsistency)
}
