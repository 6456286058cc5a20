// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The beta distribution with two given quantiles: 2.5 % below `low` and 2.5 % above `high`.
///
/// Newton's method on the logarithms of both parameters, from the moments m = (low + high) / 2 and
/// sd = (high - low) / 2z; a step that does not come nearer is halved. Source: `decision-model.md`
/// 2.4.
public struct BetaFit: Sendable, Equatable {
  /// The first parameter.
  public let alpha: Double
  /// The second parameter.
  public let beta: Double
  /// The largest distance of the two shares below the limits from 0.025 and 0.975.
  public let residual: Double

  /// The fit to limits with 0 < low < high < 1.
  public init(low: Double, high: Double) {
    let middle = (low + high) / 2
    let sd = (high - low) / (2 * PerformanceDistribution.normalQuantile)
    let total = max(middle * (1 - middle) / (sd * sd) - 1, 1)
    var (a, b) = (Numerics.log(middle * total), Numerics.log((1 - middle) * total))
    func errors(_ a: Double, _ b: Double) -> (low: Double, high: Double) {
      let (alpha, beta) = (Numerics.exp(a), Numerics.exp(b))
      return (
        Numerics.betaCDF(low, alpha: alpha, beta: beta) - 0.025,
        Numerics.betaCDF(high, alpha: alpha, beta: beta) - 0.975
      )
    }
    func size(_ error: (low: Double, high: Double)) -> Double {
      max(error.low.magnitude, error.high.magnitude)
    }
    var error = errors(a, b)
    for _ in 0..<100 where size(error) > 1e-15 {
      let step = 1e-6
      let (up, right) = (errors(a + step, b), errors(a, b + step))
      let (down, left) = (errors(a - step, b), errors(a, b - step))
      let (la, lb) = ((up.low - down.low) / (2 * step), (right.low - left.low) / (2 * step))
      let (ha, hb) = ((up.high - down.high) / (2 * step), (right.high - left.high) / (2 * step))
      let determinant = la * hb - lb * ha
      guard determinant != 0 else { break }
      let da = (error.low * hb - error.high * lb) / determinant
      let db = (error.high * la - error.low * ha) / determinant
      var share = 1.0
      var next = errors(a - da, b - db)
      while !(size(next) < size(error)), share > 1e-6 {
        share /= 2
        next = errors(a - share * da, b - share * db)
      }
      guard size(next) < size(error) else { break }
      (a, b, error) = (a - share * da, b - share * db, next)
    }
    alpha = Numerics.exp(a)
    beta = Numerics.exp(b)
    residual = size(error)
  }
}
