// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What is known about one performance: a point and how unsure it is.
///
/// Levels are in the unit of the criterion. Limits are 95 % limits of the average effect.
/// Source: `decision-model.md` 2.4.
public enum PerformanceDistribution: Sendable, Equatable {
  /// Known without doubt, or by definition.
  case exact(Double)
  /// A difference or score with an estimate and 95 % limits.
  case normal(estimate: Double, low: Double, high: Double)
  /// A ratio, cost or duration with 95 % limits above zero; without an estimate, the median is
  /// used.
  case lognormal(estimate: Double?, low: Double, high: Double)
  /// A proportion from counts, times `scale` (100 for "of 100 people").
  case beta(events: Int, n: Int, scale: Double)
  /// A smallest, most likely and largest level.
  case triangular(low: Double, likely: Double, high: Double)
  /// Any level of a range, all alike.
  case uniform(low: Double, high: Double)

  /// The point estimate that the deterministic part uses.
  ///
  /// As given; lognormal without an estimate: the median, sqrt(low high); beta: scale events / n;
  /// triangular: the likely level; uniform: the middle of the range.
  public var estimate: Double {
    switch self {
    case .exact(let value): value
    case .normal(let estimate, _, _): estimate
    case .lognormal(let estimate, let low, let high):
      estimate ?? (low * high).squareRoot()
    case .beta(let events, let n, let scale): scale * Double(events) / Double(n)
    case .triangular(_, let likely, _): likely
    case .uniform(let low, let high): low + (high - low) / 2
    }
  }

  /// The distribution itself when its parameters can be used.
  ///
  /// - Throws: `DecisionModelError.distribution` without a place: not finite, limits reversed,
  ///   estimate outside the limits, lognormal low limit not above zero, events outside 0...n, n or
  ///   scale not above zero.
  public func validated() throws(DecisionModelError) -> PerformanceDistribution {
    if let fault { throw .distribution(fault, at: nil) }
    return self
  }

  /// The first thing wrong with the parameters, or `nil`.
  public var fault: DistributionFault? {
    switch self {
    case .exact(let value):
      value.isFinite ? nil : .notFinite
    case .normal(let estimate, let low, let high), .triangular(let low, let estimate, let high):
      Self.fault(low: low, estimate: estimate, high: high)
    case .lognormal(let estimate, let low, let high):
      Self.fault(low: low, estimate: estimate ?? low, high: high)
        ?? (low > 0 ? nil : .lowNotPositive)
    case .uniform(let low, let high):
      Self.fault(low: low, estimate: low, high: high)
    case .beta(let events, let n, let scale):
      if n < 1 {
        .noObservations
      } else if events < 0 || events > n {
        .eventsOutOfRange
      } else if !scale.isFinite {
        .notFinite
      } else {
        scale > 0 ? nil : .scaleNotPositive
      }
    }
  }

  private static func fault(low: Double, estimate: Double, high: Double) -> DistributionFault? {
    guard low.isFinite, estimate.isFinite, high.isFinite else { return .notFinite }
    guard low <= high else { return .limitsReversed }
    return low <= estimate && estimate <= high ? nil : .estimateOutsideLimits
  }
}
