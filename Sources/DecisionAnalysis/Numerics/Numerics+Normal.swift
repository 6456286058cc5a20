// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension Numerics {
  /// The standard normal density phi(x) = e^(-x^2 / 2) / sqrt(2 pi), to about 5e-16 relative.
  public static func normalDensity(_ x: Double) -> Double {
    guard x.magnitude < 40 else { return x.isNaN ? x : 0 }
    // The square of a part of 26 bits is exact; the rounding of x^2 would cost 100 units at x = 20.
    let part = nearestWhole(x * 1_048_576) / 1_048_576
    let rest = -0.5 * (x - part) * (x + part)
    let correction = rest * (1 + rest * (1.0 / 2 + rest * (1.0 / 6)))
    let main = exp(-0.5 * part * part) * inverseRootTwoPi
    return main + main * correction
  }

  /// The standard normal distribution function Phi(x), to about 1e-15 relative in the lower tail.
  ///
  /// Zero below -38.5. The upper tail 1 - Phi(x) is `normalCDF(-x)`, without cancellation.
  public static func normalCDF(_ x: Double) -> Double {
    guard x.magnitude < 40 else { return x.isNaN ? x : (x < 0 ? 0 : 1) }
    let distance = x.magnitude
    let tail = normalDensity(distance) / (distance + MillsRatio.remainder(distance))
    if x == 0 { return 0.5 }
    return x < 0 ? tail : 1 - tail
  }

  /// The unit normal loss phi(z) - z Phi(-z): the mean of max(X - z, 0) for a standard normal X.
  ///
  /// To about 1e-15 relative for every z (Raiffa and Schlaifer 1961).
  public static func unitNormalLoss(_ z: Double) -> Double {
    guard z.magnitude < 40 else { return z.isNaN ? z : (z < 0 ? -z : 0) }
    let distance = z.magnitude
    let remainder = MillsRatio.remainder(distance)
    let loss = normalDensity(distance) * (remainder / (distance + remainder))
    return z < 0 ? loss - z : loss
  }
}
