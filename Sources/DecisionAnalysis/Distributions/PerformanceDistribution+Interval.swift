// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

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

  /// The 95 % limits; worked out each time, so a `PerformanceCell` keeps them.
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
