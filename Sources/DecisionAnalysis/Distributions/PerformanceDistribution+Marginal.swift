// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension PerformanceDistribution {
  /// The distribution with its parameters worked out, for one without faults.
  ///
  /// Limits that leave nothing open give a point. Normal: the estimate and (high - low) / 2z;
  /// lognormal: the interval is kept, the median is sqrt(low high); counts: the Jeffreys posterior
  /// Beta(events + 1/2, n - events + 1/2). Source: `decision-model.md` 2.4.
  public var marginal: Marginal {
    let z = Self.normalQuantile
    switch self {
    case .exact(let value): return .point(value)
    case .normal(let estimate, let low, let high):
      return low == high ? .point(estimate) : .normal(mean: estimate, sd: (high - low) / (2 * z))
    case .lognormal(_, let low, let high):
      if low == high { return .point(low) }
      let (logLow, logHigh) = (Numerics.log(low), Numerics.log(high))
      return .lognormal(logMean: (logLow + logHigh) / 2, logSD: (logHigh - logLow) / (2 * z))
    case .beta(let events, let n, let scale):
      return .beta(
        alpha: Double(events) + 0.5, beta: Double(n - events) + 0.5, scale: scale)
    case .betaShape(let alpha, let beta, let scale):
      return .beta(alpha: alpha, beta: beta, scale: scale)
    case .betaInterval(_, let low, let high, let scale):
      if low == high { return .point(low) }
      let fit = BetaFit(low: low / scale, high: high / scale)
      return .beta(alpha: fit.alpha, beta: fit.beta, scale: scale)
    case .truncatedNormal(let estimate, let low, let high, let floor, let ceiling, let matches):
      if low == high { return .point(estimate) }
      let sd = (high - low) / (2 * z)
      let cut =
        matches
        ? TruncatedNormal(matchingMean: estimate, sd: sd, low: floor, high: ceiling)
        : TruncatedNormal(parentMean: estimate, parentSD: sd, low: floor, high: ceiling)
      return cut.map { .truncatedNormal($0) } ?? .point(estimate)
    case .triangular(let low, let likely, let high):
      return low == high ? .point(low) : .triangular(low: low, likely: likely, high: high)
    case .uniform(let low, let high):
      return low == high ? .point(low) : .uniform(low: low, high: high)
    }
  }
}
