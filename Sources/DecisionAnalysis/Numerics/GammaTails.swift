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
