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
  /// from parameters the mean, from limits without an estimate the middle; triangular: the likely
  /// level; uniform: the middle of the range.
  public var estimate: Double {
    switch self {
    case .exact(let value): value
    case .normal(let estimate, _, _): estimate
    case .lognormal(let estimate, let low, let high):
      estimate ?? (low * high).squareRoot()
    case .beta(let events, let n, let scale): scale * Double(events) / Double(n)
    case .betaShape(let alpha, let beta, let scale): scale * alpha / (alpha + beta)
    case .betaInterval(let estimate, let low, let high, _): estimate ?? low + (high - low) / 2
    case .truncatedNormal(let estimate, _, _, _, _, _): estimate
    case .triangular(_, let likely, _): likely
    case .uniform(let low, let high): low + (high - low) / 2
    }
  }

  /// The distribution itself when its parameters can be used.
  ///
  /// - Throws: `DecisionProblemError.distribution` without a place, with the `fault`.
  public func validated() throws(DecisionProblemError) -> PerformanceDistribution {
    if let fault { throw .distribution(fault, at: nil) }
    return self
  }
}
