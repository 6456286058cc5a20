// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Another row of the same criterion that a performance stands on.
///
/// What two alternatives share then moves both and does not count as a difference between them
/// (shared baseline, `decision-model.md` 2.4).
public struct Baseline: Sendable, Equatable {
  /// How the cell's own quantity joins the baseline's level.
  public enum Operation: String, Sendable, Equatable, CaseIterable {
    /// Level = baseline + own quantity.
    case sum
    /// Level = baseline times own quantity.
    case ratio
  }

  /// The row stood on: an index into the alternatives, then the reference rows.
  public let alternative: Int
  /// How the own quantity joins the baseline's level.
  public let operation: Operation

  /// A baseline at a row of the table.
  public init(alternative: Int, operation: Operation) {
    self.alternative = alternative
    self.operation = operation
  }

  /// The level that an own quantity gives on a baseline level.
  func level(baseline: Double, own: Double) -> Double {
    operation == .sum ? baseline + own : baseline * own
  }
}

/// The performance of one alternative on one criterion.
public struct PerformanceCell: Sendable, Equatable {
  /// The level itself, or, with a baseline, the difference or ratio to the baseline.
  public let distribution: PerformanceDistribution
  /// The row stood on, or `nil` when the distribution is the level itself.
  public let baseline: Baseline?
  /// The 95 % limits of the distribution, kept because quantiles take time.
  public let interval: PerformanceInterval

  /// A cell that is a level, or a difference or ratio to a baseline.
  public init(_ distribution: PerformanceDistribution, baseline: Baseline? = nil) {
    self.distribution = distribution
    self.baseline = baseline
    interval = distribution.interval
  }

  /// The same cell on another baseline.
  func moved(to baseline: Baseline) -> PerformanceCell {
    PerformanceCell(distribution: distribution, baseline: baseline, interval: interval)
  }

  private init(
    distribution: PerformanceDistribution, baseline: Baseline, interval: PerformanceInterval
  ) {
    self.distribution = distribution
    self.baseline = baseline
    self.interval = interval
  }
}
