// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// One break point of a partial value function.
public struct ValuePoint: Sendable, Equatable {
  /// The level, in the unit of the criterion.
  public let level: Double
  /// How good that level is: 0 at the worst anchor, 1 at the best.
  public let value: Double

  /// A break point from a level and its value.
  public init(level: Double, value: Double) {
    self.level = level
    self.value = value
  }
}
