// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What a reader of the weights must be told.
public enum WeightingNote: String, Sendable, Equatable, CaseIterable {
  /// Shares of 100 points added up to a little more or less and were divided by their sum.
  case hundredPointsNotExact
  /// Tied ranks share the average weight of their positions, which is an approximation.
  case tiedRanksAveraged
  /// Pairwise judgements contradict each other more than is accepted without a warning.
  case comparisonsContradict
  /// Weights made of counts of picks are an approximation.
  case countsApproximate
  /// A criterion was shown in too few sets: the counts give an order only, and the weights are those
  /// of the order.
  case countsGiveOrderOnly
}
