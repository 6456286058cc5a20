// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A performance distribution with its parameters computed: what quantiles and probabilities are
/// taken from.
///
/// Levels are in the unit of the criterion. Source: DecisionAnalysis.docc/Distributions.md, "What
/// the limits mean".
public enum Marginal: Sendable, Equatable {
  /// One level, known without doubt.
  case point(Double)
  /// Normal with mean and standard deviation.
  case normal(mean: Double, sd: Double)
  /// The logarithm is normal with this mean and standard deviation.
  case lognormal(logMean: Double, logSD: Double)
  /// Beta distributed, times `scale`.
  case beta(alpha: Double, beta: Double, scale: Double)
  /// Normal, cut off below and above.
  case truncatedNormal(TruncatedNormal)
  /// Triangular from low over likely to high.
  case triangular(low: Double, likely: Double, high: Double)
  /// Uniform from low to high.
  case uniform(low: Double, high: Double)

  /// The level below which a share `p` (inside 0...1) lies.
  public func quantile(_ p: Double) -> Double {
    switch self {
    case .point(let level): return level
    case .normal(let mean, let sd): return mean + sd * Numerics.normalQuantile(p)
    case .lognormal(let logMean, let logSD):
      return Numerics.exp(logMean + logSD * Numerics.normalQuantile(p))
    case .beta(let alpha, let beta, let scale):
      return scale * Numerics.betaQuantile(p, alpha: alpha, beta: beta)
    case .truncatedNormal(let parent): return parent.quantile(p)
    case .triangular(let low, let likely, let high):
      let rising = (likely - low) / (high - low)
      return p <= rising
        ? low + (p * (high - low) * (likely - low)).squareRoot()
        : high - ((1 - p) * (high - low) * (high - likely)).squareRoot()
    case .uniform(let low, let high): return low + p * (high - low)
    }
  }

  /// The share at or below a level, 0...1.
  public func probability(upTo level: Double) -> Double {
    switch self {
    case .point(let point): return level >= point ? 1 : 0
    case .normal(let mean, let sd): return Numerics.normalCDF((level - mean) / sd)
    case .lognormal(let logMean, let logSD):
      return level > 0 ? Numerics.normalCDF((Numerics.log(level) - logMean) / logSD) : 0
    case .beta(let alpha, let beta, let scale):
      if level <= 0 { return 0 }
      return level >= scale ? 1 : Numerics.betaCDF(level / scale, alpha: alpha, beta: beta)
    case .truncatedNormal(let cut): return cut.probability(upTo: level)
    case .triangular(let low, let likely, let high):
      if level <= low { return 0 }
      if level >= high { return 1 }
      return level < likely
        ? (level - low) * (level - low) / ((high - low) * (likely - low))
        : 1 - (high - level) * (high - level) / ((high - low) * (high - likely))
    case .uniform(let low, let high): return min(1, max(0, (level - low) / (high - low)))
    }
  }

  /// The mean level.
  public var mean: Double {
    switch self {
    case .point(let level): level
    case .normal(let mean, _): mean
    case .lognormal(let logMean, let logSD): Numerics.exp(logMean + logSD * logSD / 2)
    case .beta(let alpha, let beta, let scale): scale * alpha / (alpha + beta)
    case .truncatedNormal(let parent): parent.mean
    case .triangular(let low, let likely, let high): (low + likely + high) / 3
    case .uniform(let low, let high): low + (high - low) / 2
    }
  }

  /// The standard deviation of the level.
  public var standardDeviation: Double {
    switch self {
    case .point: return 0
    case .normal(_, let sd): return sd
    case .lognormal(_, let logSD):
      return mean * Numerics.expm1(logSD * logSD).squareRoot()
    case .beta(let alpha, let beta, let scale):
      let sum = alpha + beta
      return scale * (alpha * beta / (sum + 1)).squareRoot() / sum
    case .truncatedNormal(let parent): return parent.sd
    case .triangular(let low, let likely, let high):
      let squares = low * low + likely * likely + high * high
      return max(0, squares - low * likely - low * high - likely * high).squareRoot()
        / 18.0.squareRoot()
    case .uniform(let low, let high): return (high - low) / 12.0.squareRoot()
    }
  }
}

extension PerformanceDistribution {
  /// The distribution with its parameters computed, for one without faults.
  ///
  /// Limits that leave nothing open give a point. Normal: the estimate and (high - low) / 2z;
  /// lognormal: the interval is kept, the median is sqrt(low high); counts: the Jeffreys posterior
  /// Beta(events + 1/2, n - events + 1/2). Source: DecisionAnalysis.docc/Distributions.md,
  /// "Counts".
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
    case .truncatedNormal(let estimate, let low, let high, _, _, _):
      return low == high
        ? .point(estimate) : cut.map { .truncatedNormal($0) } ?? .point(estimate)
    case .triangular(let low, let likely, let high):
      return low == high ? .point(low) : .triangular(low: low, likely: likely, high: high)
    case .uniform(let low, let high):
      return low == high ? .point(low) : .uniform(low: low, high: high)
    }
  }

  /// The cut distribution of a truncated normal; `nil` when there is none, and for others.
  var cut: TruncatedNormal? {
    guard
      case .truncatedNormal(let estimate, let low, let high, let floor, let ceiling, let matches) =
        self
    else { return nil }
    let sd = (high - low) / (2 * Self.normalQuantile)
    return matches
      ? TruncatedNormal(matchingMean: estimate, sd: sd, low: floor, high: ceiling)
      : TruncatedNormal(parentMean: estimate, parentSD: sd, low: floor, high: ceiling)
  }
}
