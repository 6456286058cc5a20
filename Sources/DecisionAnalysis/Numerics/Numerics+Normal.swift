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

extension Numerics {
  /// The x with Phi(x) = p, to about 1e-15 relative.
  ///
  /// 0 gives minus infinity, 1 infinity, other p outside 0...1 "not a number". Source: M. J. Wichura,
  /// algorithm AS 241 (PPND16), Applied Statistics 37 (1988) 477-484.
  public static func normalQuantile(_ p: Double) -> Double {
    guard p > 0, p < 1 else { return p == 0 ? -.infinity : (p == 1 ? .infinity : .nan) }
    let centred = p - 0.5
    if centred.magnitude <= 0.425 {
      return centred * central(0.180625 - centred * centred)
    }
    let root = (-log(centred < 0 ? p : 1 - p)).squareRoot()
    let distance = root <= 5 ? tail(root - 1.6) : farTail(root - 5)
    return centred < 0 ? -distance : distance
  }

  private static func central(_ r: Double) -> Double {
    polynomial(
      [
        3.3871328727963666080, 1.3314166789178437745e2, 1.9715909503065514427e3,
        1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
        3.3430575583588128105e4, 2.5090809287301226727e3,
      ], at: r)
      / polynomial(
        [
          1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
          2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4,
          5.2264952788528545610e3,
        ], at: r)
  }

  private static func tail(_ r: Double) -> Double {
    polynomial(
      [
        1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550,
        3.64784832476320460504, 1.27045825245236838258, 2.41780725177450611770e-1,
        2.27238449892691845833e-2, 7.74545014278341407640e-4,
      ], at: r)
      / polynomial(
        [
          1, 2.05319162663775882187, 1.67638483018380384940, 6.89767334985100004550e-1,
          1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
          1.05075007164441684324e-9,
        ], at: r)
  }

  private static func farTail(_ r: Double) -> Double {
    polynomial(
      [
        6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580,
        2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
        2.71155556874348757815e-5, 2.01033439929228813265e-7,
      ], at: r)
      / polynomial(
        [
          1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
          7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
          2.04426310338993978564e-15,
        ], at: r)
  }
}

/// The ratio of the normal tail to the normal density (Mills' ratio) as a continued fraction cut
/// after its first step: Q(z) / phi(z) = 1 / (z + c(z)).
///
/// c falls from sqrt(2 / pi) at 0 like 1 / z, and gives the unit normal loss without cancellation:
/// phi(z) - z Q(z) = phi(z) c / (z + c).
enum MillsRatio {
  /// c(z) for z of at least zero, within about 2e-16 relative.
  static func remainder(_ z: Double) -> Double {
    let part = z / (z + 2)
    guard part < 1 else { return 1 / z }
    let scaled = part * 8
    let piece = Int(scaled)
    let polynomial = Numerics.polynomial(pieces[piece], at: scaled - Double(piece) - 0.5)
    return polynomial / (z + 2)
  }

  /// (z + 2) c(z) on eighths of v = z / (z + 2), in powers of 8 v - piece - 1/2.
  ///
  /// Interpolation at Chebyshev points from 60-digit values of the complementary error function
  /// (mpmath 1.3); relative error below 1e-16 before rounding.
  private static let pieces: [8 of [12 of Double]] = [
    [
      1.6028296836352496, 0.010226342155614184, -0.008271756804863585, -0.0009885266421917223,
      -4.6581692305456e-05, 3.919704514844396e-06, 1.1016941474625158e-06, 1.248465812417423e-07,
      6.784787579254097e-09, -4.061939433776428e-10, -1.5181558120794954e-10,
      -2.0338522929178112e-11,
    ],
    [
      1.6037543131025043, -0.00944194666514374, -0.011458315307936486, -0.0011089288190108157,
      -5.703511676022701e-06, 1.3431812535049927e-05, 2.089014516882615e-06, 1.3851128106724478e-07,
      -7.736526040672785e-09, -3.3387327699204524e-09, -4.533874381850007e-10,
      -2.8141056726473555e-11,
    ],
    [
      1.5817550665815012, -0.03562761182291788, -0.014651119410473186, -0.0009515688695527733,
      9.657306112640479e-05, 2.789555052047205e-05, 2.456134664193652e-06, -1.0443689040595405e-07,
      -6.073035634060988e-08, -8.265543169507238e-09, -2.8573956532596517e-10,
      1.0183222797275579e-10,
    ],
    [
      1.5306515176194257, -0.06724534331874092, -0.016614787579339443, -0.00024496267449522914,
      0.00026392796019829827, 3.598850230338904e-05, -6.613959772229578e-07, -8.687834912909048e-07,
      -1.1791009267133074e-07, 7.763165096150415e-10, 2.8405120320121014e-09,
      4.6062037084201517e-10,
    ],
    [
      1.4468446964994082, -0.09998510480603633, -0.015437508474982925, 0.0011208781935144302,
      0.00039613470458429463, 8.197666987079128e-06, -9.174141703702534e-06,
      -1.2983443954728501e-06,
      8.515379165013218e-08, 4.855417966911144e-08, 4.545988427292551e-09, -6.934540860293236e-10,
    ],
    [
      1.3329369587438151, -0.1259349388180556, -0.009776677619788782, 0.00256770971163494,
      0.0002667799931235048, -6.2564074170993e-05, -1.1370754202547716e-05, 1.261054004355532e-06,
      4.915238602019177e-07, 2.4032172039689832e-09, -1.7304326829532636e-08,
      -2.0800871644980975e-09,
    ],
    [
      1.1999876330046944, -0.13708650139068465, -0.0012296120264088154, 0.002851296172177741,
      -0.0001418758814381197, -8.143893336517599e-05, 7.298819754821027e-06, 2.968720849629146e-06,
      -2.9503818938211247e-07, -1.3115821490211108e-07, 9.492910673940099e-09,
      6.2905178881510266e-09,
    ],
    [
      1.0643093578776652, -0.13190534059557604, 0.0058182289315249994, 0.0016938478361641907,
      -0.00036899219668737294, -3.431278611735143e-06, 1.3179417906702787e-05,
      -1.4257493580628717e-06,
      -3.9876161776358135e-07, 1.0724996824020962e-07, 9.16170188687936e-09, -6.193795589011772e-09,
    ],
  ]
}
