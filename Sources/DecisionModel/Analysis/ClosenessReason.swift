// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Why two alternatives are called close.
public enum ClosenessReason: Sendable, Equatable {
  /// The difference is below `ClosenessThresholds.sameBelow`.
  case differenceBelowSame
  /// The difference is below `ClosenessThresholds.closeBelow`.
  case differenceBelowClose
  /// A small change of this weight would put the challenger, or a third alternative, first.
  case flipNearby(WeightTarget)
  /// A level that the studies leave open would make the two tie.
  case breakEvenInsideEvidence(CellReference)
  /// Nobody was asked for weights.
  case weightsNotElicited
}
