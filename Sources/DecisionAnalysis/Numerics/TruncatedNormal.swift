// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A normal quantity of which only values between two limits are possible.
///
/// Source: `decision-model.md` 2.4; N. L. Johnson and others, Continuous Univariate Distributions 1
/// (1994) 13.10.1.
public struct TruncatedNormal: Sendable, Equatable {
  /// The mean of the normal quantity before it is cut.
  public let parentMean: Double
  /// The standard deviation of the normal quantity before it is cut.
  public let parentSD: Double
  /// The lower limit; may be minus infinity.
  public let low: Double
  /// The upper limit; may be infinity.
  public let high: Double
  /// The mean between the limits, to about 1e-14 of the standard deviation.
  public let mean: Double
  /// The standard deviation between the limits, to about 1e-14 relative.
  public let sd: Double
  /// Where the lower limit stands in standard deviations from the parent's mean.
  private let start: Double
  /// Where the upper limit stands in standard deviations from the parent's mean.
  private let end: Double
  /// The distance of the limits in standard deviations of the parent.
  private let width: Double

  /// The cut distribution; `nil` unless mean and standard deviation are finite, the latter above
  /// zero, and `low` < `high`.
  public init?(parentMean: Double, parentSD: Double, low: Double, high: Double) {
    guard parentMean.isFinite, parentSD > 0, parentSD < .infinity, low < high else { return nil }
    guard low < .infinity, high > -.infinity else { return nil }
    self.parentMean = parentMean
    self.parentSD = parentSD
    self.low = low
    self.high = high
    start = (low - parentMean) / parentSD
    end = (high - parentMean) / parentSD
    width = (high - low) / parentSD
    // All is measured from the most likely value, so that nothing cancels.
    let piece =
      start > 0
      ? NormalPiece(mode: start, from: 0, to: width)
      : end < 0
        ? NormalPiece(mode: end, from: -width, to: 0)
        : NormalPiece(mode: 0, from: start, to: end)
    let moments = piece.moments
    let peak = min(max(parentMean, low), high)
    mean = min(max(peak + parentSD * moments.mean, low), high)
    sd = parentSD * moments.sd
  }

  /// The value with probability p below it, between the limits.
  ///
  /// The error is about 1e-15 parent standard deviations. p = 0 gives `low`, p = 1 `high`; other p
  /// outside 0...1 "not a number".
  public func quantile(_ p: Double) -> Double {
    guard p > 0, p < 1 else { return p == 0 ? low : (p == 1 ? high : .nan) }
    let value: Double
    if start > 0 {
      value = low + parentSD * Self.excess(p, 1 - p, beyond: start, width: width)
    } else if end < 0 {
      value = high - parentSD * Self.excess(1 - p, p, beyond: -end, width: width)
    } else {
      let (below, above) = (Numerics.normalCDF(start), Numerics.normalCDF(-end))
      let share = 1 - below - above
      let lower = below + p * share
      let upper = above + (1 - p) * share
      let point =
        lower <= upper ? Numerics.normalQuantile(lower) : -Numerics.normalQuantile(upper)
      value = parentMean + parentSD * point
    }
    return min(max(value, low), high)
  }

  /// How far beyond `start` > 0 a standard normal lies with probability p, given that it lies between
  /// `start` and `start + width`; q = 1 - p.
  ///
  /// Newton's method on the logarithm of the upper tail, which is concave: the steps come from the
  /// right and never pass the root.
  private static func excess(
    _ p: Double, _ q: Double, beyond start: Double, width: Double
  ) -> Double {
    let firstMills = start + MillsRatio.remainder(start)
    guard firstMills < .infinity else { return 0 }
    /// ln of the tail beyond start + s, divided by the tail beyond start.
    func logTail(_ s: Double) -> Double {
      let mills = start + s + MillsRatio.remainder(start + s)
      return -0.5 * s * (s + 2 * start) - Numerics.log(mills / firstMills)
    }
    let logLeft = width < .infinity ? logTail(width) : -.infinity
    let left = q + p * Numerics.exp(logLeft)
    let target =
      left < 0.5 ? Numerics.log(left) : Numerics.log1p(p * Numerics.expm1(logLeft))
    var s = -target / firstMills
    for _ in 0..<60 {
      let steepness = start + s + MillsRatio.remainder(start + s)
      let next = s + (logTail(s) - target) / steepness
      if !(next < s) { break }
      s = next
    }
    return s
  }
}
