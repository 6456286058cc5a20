// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The beta distribution, prepared for two parameters above zero.
struct BetaTails {
  let alpha: Double
  let beta: Double
  private let total: Double
  /// ln g at the mean, on the scale ln(x / (1 - x)).
  private let peak: Double

  init(alpha: Double, beta: Double) {
    self.alpha = alpha
    self.beta = beta
    total = alpha + beta
    let corrections =
      Numerics.stirlingError(alpha) + Numerics.stirlingError(beta)
      - Numerics.stirlingError(total)
    peak = 0.5 * Numerics.log(alpha / total * beta) - Numerics.lnRootTwoPi - corrections
  }

  /// The distribution at x = odds / (1 + odds), odds > 0.
  func view(odds: Double) -> TailView { view(x: odds / (1 + odds), y: 1 / (1 + odds)) }

  /// The distribution at x with y = 1 - x, both above zero.
  ///
  /// The density is g = x^alpha y^beta / B(alpha, beta), written with its deviances from the mean
  /// (C. Loader 2000), so that large parameters lose no digits.
  func view(x: Double, y: Double) -> TailView {
    let offset = beta * x - alpha * y
    let logDensity =
      peak + alpha * deviance(x, share: alpha, offset: offset)
      + beta * deviance(y, share: beta, offset: -offset)
    let isLower = x * (total + 2) < alpha + 1
    let fraction =
      isLower
      ? Self.fraction(x, y, alpha, beta, -offset) : Self.fraction(y, x, beta, alpha, offset)
    return TailView(
      isLower: isLower, ratio: 1 / fraction, logDensity: logDensity, slope: -offset)
  }

  /// ln(1 + t) - t for 1 + t = x / (share / total).
  private func deviance(_ x: Double, share: Double, offset: Double) -> Double {
    let t = offset / share
    return t > -0.4 ? Numerics.log1pMinusX(t) : Numerics.log(x * (total / share)) - t
  }

  /// g / lower tail as the even part of the continued fraction NIST DLMF 8.17.22; `lead` is
  /// a y - b x.
  ///
  /// Source: A. R. Didonato and A. H. Morris, ACM Trans. Math. Softw. 18 (1992) 360-373, BFRAC.
  private static func fraction(
    _ x: Double, _ y: Double, _ a: Double, _ b: Double, _ lead: Double
  ) -> Double {
    var fraction = LentzFraction(first: a * (lead + 1) / (a + 1))
    var count = 0.0
    var below = 1 / (a + 1)
    repeat {
      count += 1
      let above = 1 / (a + 2 * count + 1)
      let common = count * (b - count) * x * below
      let numerator = common * (a + count - 1) * (a + b + count - 1) * x * below
      let inner = (a + count) * (lead + 1 + count * (1 + y)) * above
      fraction.append(numerator: numerator, denominator: count + common + inner)
      below = above
    } while !fraction.isSettled
    return fraction.value
  }

  /// A first guess of the quantile for 0 < p < 1, as odds.
  func guess(_ p: Double) -> Double {
    if alpha > 1 && beta > 1 {
      // Abramowitz and Stegun 26.5.22.
      let z = Numerics.normalQuantile(p)
      let (first, second) = (1 / (2 * alpha - 1), 1 / (2 * beta - 1))
      let mean = 2 / (first + second)
      let third = (z * z - 3) / 6
      let slant = (second - first) * (third + 5.0 / 6 - 2 / (3 * mean))
      let w = z * (mean + third).squareRoot() / mean + slant
      return alpha / beta * Numerics.exp(2 * w)
    }
    // Both ends as powers, joined at the mean: Numerical Recipes (2007), section 6.4.
    let logLeft = alpha * Numerics.log(alpha / total) - Numerics.log(alpha)
    let logRight = beta * Numerics.log(beta / total) - Numerics.log(beta)
    let logSum = logLeft + Numerics.log1p(Numerics.exp(logRight - logLeft))
    if Numerics.log(p) < logLeft - logSum {
      let x = Numerics.exp((Numerics.log(alpha * p) + logSum) / alpha)
      return x / (1 - min(x, 0.999))
    }
    let y = Numerics.exp((Numerics.log(beta * (1 - p)) + logSum) / beta)
    return (1 - min(y, 0.999)) / y
  }
}
