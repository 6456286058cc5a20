// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What a person answered when asked how much each criterion matters.
///
/// A further way of asking is a further case here, its checks in `WeightElicitation+Check.swift`.
public enum WeightElicitation: Sendable, Equatable {
  /// Points 0...100 for moving from worst to best; the largest is 100 (Edwards and Barron 1994).
  case swing([ElicitedAnswer])
  /// Importance from 0 upwards.
  case directRating([ElicitedAnswer])
  /// Shares of 100 points.
  case hundredPoints([ElicitedAnswer])
  /// An order of importance and the rule that turns it into weights.
  case rankOrder([RankedAnswer], RankWeightRule)

  /// How the person was asked.
  public var method: WeightingMethod {
    switch self {
    case .swing: .swing
    case .directRating: .directRating
    case .hundredPoints: .hundredPoints
    case .rankOrder(_, let rule): .rankOrder(rule)
    }
  }
}
