// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The beta distribution with two given quantiles: 2.5 % below `low` and 2.5 % above `high`.
///
/// Newton's method on the logarithms of both parameters, from the moments m = (low + high) / 2 and
/// sd = (high - low) / 2z; a step that does not come nearer is halved. Skewed limits, such as those
/// of no event, are too far from these moments: where Newton's method ends early, a search in
/// brackets takes its place. Source: DecisionAnalysis.docc/Distributions.md, "Beta from limits".
public struct BetaFit: Sendable, Equatable {
  /// The first parameter.
  public let alpha: Double
  /// The second parameter.
  public let beta: Double
  /// The largest distance of the two shares below the limits from 0.025 and 0.975.
  public let residual: Double
  /// Whether the quantiles are the limits, each to a millionth of itself.
  public let hasTheLimits: Bool

  /// The fit to limits with 0 < low < high < 1.
  public init(low: Double, high: Double) {
    let limits = BetaLimits(low: low, high: high)
    let near = limits.newton(from: limits.moments)
    let found =
      limits.size(at: near) <= BetaLimits.settled
      ? near : limits.bracketed().map { limits.newton(from: $0) } ?? near
    alpha = Numerics.exp(found.a)
    beta = Numerics.exp(found.b)
    residual = limits.size(at: found)
    let quantile = { [alpha, beta] (p: Double) in
      Numerics.betaQuantile(p, alpha: alpha, beta: beta)
    }
    let isMet = { (limit: Double, level: Double) in (level - limit).magnitude <= 1e-6 * limit }
    hasTheLimits =
      residual <= 1e-9 && isMet(low, quantile(0.025)) && isMet(high, quantile(0.975))
  }
}

/// The search for the logarithms of two parameters.
private struct BetaLimits {
  let low: Double
  let high: Double

  /// Shares below the limits that are off by no more are met.
  static let settled = 1e-12
  /// The logarithm of the largest parameter that can be worked with.
  static let largest = Numerics.log(Numerics.largestShape)
  /// The logarithm of the smallest one that is looked for.
  static let smallest = Numerics.log(1e-3)

  func errors(_ a: Double, _ b: Double) -> (low: Double, high: Double) {
    let (alpha, beta) = (Numerics.exp(a), Numerics.exp(b))
    return (
      Numerics.betaCDF(low, alpha: alpha, beta: beta) - 0.025,
      Numerics.betaCDF(high, alpha: alpha, beta: beta) - 0.975
    )
  }

  func size(at point: (a: Double, b: Double)) -> Double { Self.size(errors(point.a, point.b)) }

  private static func size(_ error: (low: Double, high: Double)) -> Double {
    let size = max(error.low.magnitude, error.high.magnitude)
    return size.isNaN ? .infinity : size
  }

  /// Parameters whose distribution has the middle of the limits as its mean.
  var moments: (a: Double, b: Double) {
    let middle = (low + high) / 2
    let sd = (high - low) / (2 * PerformanceDistribution.normalQuantile)
    let total = max(middle * (1 - middle) / (sd * sd) - 1, 1)
    return (Numerics.log(middle * total), Numerics.log((1 - middle) * total))
  }

  func newton(from start: (a: Double, b: Double)) -> (a: Double, b: Double) {
    var (a, b) = start
    var error = errors(a, b)
    for _ in 0..<100 where Self.size(error) > 1e-15 {
      let step = 1e-6
      let (up, right) = (errors(a + step, b), errors(a, b + step))
      let (down, left) = (errors(a - step, b), errors(a, b - step))
      let (la, lb) = ((up.low - down.low) / (2 * step), (right.low - left.low) / (2 * step))
      let (ha, hb) = ((up.high - down.high) / (2 * step), (right.high - left.high) / (2 * step))
      let determinant = la * hb - lb * ha
      guard determinant != 0, determinant.isFinite else { break }
      let da = (error.low * hb - error.high * lb) / determinant
      let db = (error.high * la - error.low * ha) / determinant
      var share = 1.0
      var next = errors(a - da, b - db)
      while !(Self.size(next) < Self.size(error)), share > 1e-6 {
        share /= 2
        next = errors(a - share * da, b - share * db)
      }
      guard Self.size(next) < Self.size(error) else { break }
      (a, b, error) = (a - share * da, b - share * db, next)
    }
    return (a, b)
  }

  /// The parameters by halving brackets, near enough for Newton's method; `nil` when they lie beyond what can be worked with.
  ///
  /// For each a there is one b that puts 2.5 % below `low`, since the share rises with b; and the
  /// larger a is with that b, the narrower the distribution, so that the share below `high` rises.
  func bracketed() -> (a: Double, b: Double)? {
    func partner(_ a: Double) -> (b: Double, isInside: Bool) {
      if errors(a, Self.smallest).low >= 0 { return (Self.smallest, false) }
      if errors(a, Self.largest).low <= 0 { return (Self.largest, false) }
      let b = Self.zero(Self.smallest, Self.largest) { errors(a, $0).low }
      return (b, true)
    }
    /// Below zero while the distribution is too wide.
    func width(_ a: Double) -> Double {
      let (b, isInside) = partner(a)
      // The least b already puts more below the low limit: a is too small. The largest b puts less
      // there: a is too large.
      if !isInside { return b == Self.smallest ? -1 : 1 }
      return errors(a, b).high
    }
    let a = Self.zero(Self.smallest, Self.largest, of: width)
    let (b, isInside) = partner(a)
    return isInside ? (a, b) : nil
  }

  /// Where a rising function crosses zero, to about a millionth.
  private static func zero(_ low: Double, _ high: Double, of function: (Double) -> Double) -> Double
  {
    var (low, high) = (low, high)
    for _ in 0..<26 {
      let middle = (low + high) / 2
      if function(middle) < 0 { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
