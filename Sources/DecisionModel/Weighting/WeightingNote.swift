// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What a reader of the weights must be told.
public enum WeightingNote: String, Sendable, Equatable, CaseIterable {
  /// The shares of 100 points added up to a little more or less and were divided by their sum.
  case hundredPointsNotExact
  /// Tied ranks share the average weight of their positions, which is an approximation.
  case tiedRanksAveraged
}
