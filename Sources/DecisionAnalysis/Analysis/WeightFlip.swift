// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The weight at which another alternative would come first, everything else keeping its
/// proportions.
///
/// t* = (R_b - R_a) / ((v_ak - v_bk) + (R_b - R_a)), where R is the value on everything else. It
/// equals the raw form of Triantaphyllou and Sanchez 1997. Source: `decision-model.md` 2.6.
public struct WeightFlip: Sendable, Equatable {
  /// Which way the weight has to move.
  public enum Direction: String, Sendable, Equatable, CaseIterable {
    /// The target would have to count for more.
    case up
    /// The target would have to count for less.
    case down
  }

  /// Whose weight moves.
  public let target: WeightTarget
  /// The weight now, 0...1.
  public let currentWeight: Double
  /// The weight at which the two tie, 0...1.
  ///
  /// Beyond it the challenger comes first.
  public let flipWeight: Double
  /// Which way the weight has to move.
  public let direction: Direction
  /// The id of the alternative that would come first.
  public let challenger: String
  /// Whether equal shares stand in for proportions that are not known.
  public let equalSharesAssumed: Bool

  /// Whether the flip lies within a share of the current weight: 0.25 means 0.75 to 1.25 times it.
  public func isWithin(_ share: Double) -> Bool {
    (flipWeight - currentWeight).magnitude <= share * currentWeight
  }
}
