// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The gamma distribution with scale 1, prepared for one shape above zero.
struct GammaTails {
  let shape: Double
  /// ln g at x = shape, on the scale ln x.
  private let peak: Double

  init(shape: Double) {
    self.shape = shape
    peak = 0.5 * Numerics.log(shape) - Numerics.lnRootTwoPi - Numerics.stirlingError(shape)
  }

  /// The distribution at x > 0.
  ///
  /// The density is g = x^shape e^-x / Gamma(shape), written with its deviance from the peak (C.
  /// Loader 2000), so that large shapes lose no digits.
  func view(at x: Double) -> TailView {
    let offset = (x - shape) / shape
    let deviance =
      offset > -0.4 ? Numerics.log1pMinusX(offset) : Numerics.log(x / shape) - offset
    let isLower = x < shape + 1
    return TailView(
      isLower: isLower, ratio: isLower ? series(x) : 1 / fraction(x),
      logDensity: peak + shape * deviance, slope: shape - x)
  }

  /// Lower tail / g = (1 + x / (a + 1) + x^2 / ((a + 1)(a + 2)) + ...) / a, NIST DLMF 8.11.4.
  private func series(_ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    var count = 0.0
    repeat {
      count += 1
      term *= x / (shape + count)
      sum += term
    } while term > sum * 1e-17 && count < LentzFraction.longest
    return sum / shape
  }

  /// g / upper tail = x + 1 - a - 1 (1 - a) / (x + 3 - a - 2 (2 - a) / ...), NIST DLMF 8.9.2.
  private func fraction(_ x: Double) -> Double {
    var fraction = LentzFraction(first: x + 1 - shape)
    var count = 0.0
    repeat {
      count += 1
      fraction.append(
        numerator: count * (shape - count), denominator: x + (2 * count + 1) - shape)
    } while !fraction.isSettled
    return fraction.value
  }

  /// A first guess of the quantile for 0 < p < 1.
  func guess(_ p: Double) -> Double {
    if shape <= 1 {
      // W. H. Press and others, Numerical Recipes (2007), section 6.2.1.
      let edge = 1 - shape * (0.253 + shape * 0.12)
      guard p >= edge else { return Numerics.exp(Numerics.log(p / edge) / shape) }
      return 1 - Numerics.log((1 - p) / (1 - edge))
    }
    // Wilson and Hilferty 1931; far below the peak the first term of the series.
    let ninth = 1 / (9 * shape)
    let root = 1 - ninth + Numerics.normalQuantile(p) * ninth.squareRoot()
    if root > 0.5 { return shape * root * root * root }
    return Numerics.exp((Numerics.log(p) + Numerics.logGamma(shape + 1)) / shape)
  }
}

extension Numerics {
  /// ln of the gamma function for x above zero, to about 1e-15 relative, also beside its zeros at 1
  /// and 2.
  ///
  /// Zero and below give "not a number" (zero: infinity). Source: NIST DLMF 5.7.3 below 10, 5.11.1
  /// from there on.
  public static func logGamma(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? .infinity : .nan }
    if x >= 10 {
      guard x < .infinity else { return x }
      return (x - 0.5) * (log(x) - 1) + (lnRootTwoPi - 0.5 + stirlingSeries(x))
    }
    if x < 0.5 { return gammaSeries(x) - log1p(x) - log(x) }
    if x < 1.5 { return gammaSeries(x - 1) - log(x) }
    var rest = x
    var product = 1.0
    while rest > 2.5 {
      rest -= 1
      product *= rest
    }
    return gammaSeries(rest - 2) + log(product)
  }

  /// ln Gamma(x) - ((x - 1/2) ln x - x + ln sqrt(2 pi)): the error of Stirling's formula, x above zero.
  static func stirlingError(_ x: Double) -> Double {
    guard x < 10 else { return stirlingSeries(x) }
    return logGamma(x) - ((x - 0.5) * log(x) - x + lnRootTwoPi)
  }

  /// The asymptotic series of `stirlingError` for x of at least 10, DLMF 5.11.1.
  private static func stirlingSeries(_ x: Double) -> Double {
    let s = 1 / (x * x)
    return polynomial(
      [
        1.0 / 12, -1.0 / 360, 1.0 / 1_260, -1.0 / 1_680, 1.0 / 1_188, -691.0 / 360_360, 1.0 / 156,
        -3_617.0 / 122_400, 43_867.0 / 244_188,
      ], at: s) / x
  }

  /// ln Gamma(2 + z) for |z| <= 1/2: (1 - Euler's constant) z + sum of (-1)^k (zeta(k) - 1) z^k / k.
  private static func gammaSeries(_ z: Double) -> Double {
    z * polynomial(zetaCoefficients, at: z)
  }

  /// The coefficients (-1)^k (zeta(k) - 1) / k for k from 2 to 27, after 1 - Euler's constant.
  private static let zetaCoefficients: [27 of Double] = [
    0.42278433509846713, 0.3224670334241132, -0.0673523010531981, 0.020580808427784546,
    -0.007385551028673986, 0.0028905103307415234, -0.001192753911703261, 0.0005096695247430425,
    -0.00022315475845357939, 9.945751278180853e-05, -4.492623673813314e-05, 2.050721277567069e-05,
    -9.439488275268397e-06, 4.374866789907488e-06, -2.039215753801366e-06, 9.55141213040742e-07,
    -4.492469198764566e-07, 2.1207184805554665e-07, -1.0043224823968099e-07, 4.7698101693639804e-08,
    -2.2711094608943164e-08, 1.0838659214896955e-08, -5.183475041970047e-09, 2.4836745438024785e-09,
    -1.1921401405860912e-09, 5.731367241678862e-10, -2.7595228851242334e-10,
  ]
}
