// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A range of levels, usually the 95 % limits of an average effect.
///
/// It says how unsure the average is, not how much people differ.
public struct PerformanceInterval: Sendable, Equatable {
  /// The lower limit, in the unit of the criterion.
  public let low: Double
  /// The upper limit, not below `low`.
  public let high: Double

  /// The range between two levels given in any order.
  public init(_ first: Double, _ second: Double) {
    low = min(first, second)
    high = max(first, second)
  }

  /// Whether a level lies in the range, its limits included.
  public func contains(_ level: Double) -> Bool {
    low <= level && level <= high
  }
}
