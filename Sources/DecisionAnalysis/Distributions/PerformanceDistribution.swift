// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What is known about one performance: a point and how unsure it is.
///
/// Levels are in the unit of the criterion. Limits are 95 % limits of the average effect.
/// Source: DecisionAnalysis.docc/Distributions.md, "What the limits mean".
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
  /// A proportion from the two parameters of a beta distribution, times `scale`.
  case betaShape(alpha: Double, beta: Double, scale: Double)
  /// A proportion with 95 % limits, times `scale`: the beta distribution with these two quantiles.
  case betaInterval(estimate: Double?, low: Double, high: Double, scale: Double)
  /// A bounded score: a normal distribution cut off at `floor` and `ceiling`; the estimate and the
  /// 95 % limits are those of the parent, or, with `matchesMoments`, the estimate and the sd from
  /// the limits are those of what is left.
  case truncatedNormal(
    estimate: Double, low: Double, high: Double, floor: Double, ceiling: Double,
    matchesMoments: Bool)
  /// A smallest, most likely and largest level.
  case triangular(low: Double, likely: Double, high: Double)
  /// Any level of a range, all alike.
  case uniform(low: Double, high: Double)

  /// The point estimate that the deterministic part uses.
  ///
  /// As given; lognormal without an estimate: the median, sqrt(low high); beta: scale events / n,
  /// from parameters the mean, from limits without an estimate the mean of the fit; triangular: the
  /// likely level; uniform: the middle of the range.
  public var estimate: Double {
    switch self {
    case .exact(let value): value
    case .normal(let estimate, _, _): estimate
    case .lognormal(let estimate, let low, let high):
      estimate ?? (low * high).squareRoot()
    case .beta(let events, let n, let scale): scale * Double(events) / Double(n)
    case .betaShape(let alpha, let beta, let scale): scale * alpha / (alpha + beta)
    case .betaInterval(let estimate, _, _, _): estimate ?? marginal.mean
    case .truncatedNormal(let estimate, _, _, _, _, _): estimate
    case .triangular(_, let likely, _): likely
    case .uniform(let low, let high): low + (high - low) / 2
    }
  }
}

extension PerformanceDistribution {
  /// The 97.5 % point of the standard normal distribution.
  static let normalQuantile = 1.959963984540054

  /// The 95 % limits: as given; exact: the value alone; triangular and uniform: the whole range;
  /// beta from counts or parameters, and truncated normal: the quantiles 2.5 % and 97.5 %.
  ///
  /// Counts have the limits of the Jeffreys posterior Beta(events + 1/2, n - events + 1/2), with the
  /// lower limit 0 for no event and the upper limit n for n events (Brown, Cai and DasGupta 2001,
  /// Stat Sci 16:101). Empty for a distribution with faults.
  var limits: PerformanceInterval {
    switch self {
    case .exact(let value): return PerformanceInterval(value, value)
    case .normal(_, let low, let high), .lognormal(_, let low, let high),
      .betaInterval(_, let low, let high, _), .triangular(let low, _, let high),
      .uniform(let low, let high):
      return PerformanceInterval(low, high)
    case .beta(let events, let n, let scale):
      let marginal = marginal
      return PerformanceInterval(
        events == 0 ? 0 : marginal.quantile(0.025), events == n ? scale : marginal.quantile(0.975))
    case .betaShape, .truncatedNormal:
      let marginal = marginal
      return PerformanceInterval(marginal.quantile(0.025), marginal.quantile(0.975))
    }
  }

  /// The 95 % limits; computed each time, so a `PerformanceCell` keeps them.
  ///
  /// For a distribution with faults the range is that of its estimate alone.
  public var interval: PerformanceInterval {
    fault == nil ? limits : PerformanceInterval(estimate, estimate)
  }

  /// Whether nothing about the level is left open.
  public var isExact: Bool {
    switch self {
    case .exact: true
    case .normal(_, let low, let high), .lognormal(_, let low, let high),
      .betaInterval(_, let low, let high, _), .triangular(let low, _, let high),
      .uniform(let low, let high), .truncatedNormal(_, let low, let high, _, _, _):
      low == high
    case .beta, .betaShape: false
    }
  }
}

extension PerformanceDistribution {
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
      } else {
        Self.fault(scale: scale) ?? Self.fault(largest: Double(max(events, n - events)) + 0.5)
      }
    case .betaShape(let alpha, let beta, let scale):
      if !alpha.isFinite || !beta.isFinite {
        .notFinite
      } else {
        alpha > 0 && beta > 0
          ? Self.fault(scale: scale) ?? Self.fault(largest: max(alpha, beta)) : .shapeNotPositive
      }
    case .betaInterval(let estimate, let low, let high, let scale):
      Self.fault(scale: scale) ?? Self.fault(low: low, estimate: estimate ?? low, high: high)
        ?? (low > 0 && high < scale ? nil : .limitsNotInsideScale)
        ?? (low == high || BetaFit(low: low / scale, high: high / scale).hasTheLimits
          ? nil : .limitsNotReached)
    case .truncatedNormal(let estimate, let low, let high, let floor, let ceiling, _):
      Self.fault(low: low, estimate: estimate, high: high)
        ?? Self.fault(low: floor, estimate: estimate, high: ceiling)
        ?? (floor < ceiling ? nil : .limitsReversed)
        // What cannot be drawn must not become a level that is known without doubt.
        ?? (low == high || cut != nil ? nil : .spreadNotReached)
    }
  }

  private static func fault(largest shape: Double) -> DistributionFault? {
    shape <= Numerics.largestShape ? nil : .shapeTooLarge
  }

  private static func fault(scale: Double) -> DistributionFault? {
    if !scale.isFinite { return .notFinite }
    return scale > 0 ? nil : .scaleNotPositive
  }

  private static func fault(low: Double, estimate: Double, high: Double) -> DistributionFault? {
    guard low.isFinite, estimate.isFinite, high.isFinite else { return .notFinite }
    guard low <= high else { return .limitsReversed }
    return low <= estimate && estimate <= high ? nil : .estimateOutsideLimits
  }
}

/// Why the parameters of a performance distribution cannot be used.
public enum DistributionFault: Error, Sendable, Equatable {
  /// A parameter is infinite or not a number.
  case notFinite
  /// The low limit is above the high limit.
  case limitsReversed
  /// The estimate or the likely level lies outside the limits.
  case estimateOutsideLimits
  /// A lognormal distribution needs limits above zero.
  case lowNotPositive
  /// Nobody was observed.
  case noObservations
  /// Events are negative or more than the people observed.
  case eventsOutOfRange
  /// The scale of a proportion is zero or negative.
  case scaleNotPositive
  /// A parameter of a beta distribution is zero or negative.
  case shapeNotPositive
  /// The limits of a proportion are not strictly between zero and its scale.
  case limitsNotInsideScale
  /// No beta distribution that can be worked with has these limits: they are too close together or
  /// too near to the ends of the scale.
  case limitsNotReached
  /// A parameter of a beta distribution, as from counts, is larger than can be worked with.
  case shapeTooLarge
  /// No distribution between floor and ceiling has this mean and this spread.
  case spreadNotReached
}
