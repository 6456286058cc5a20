// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension Numerics {
  /// ln x, within one unit in the last place.
  ///
  /// Zero gives minus infinity, a number below zero "not a number". Source: x = 2^k m with m between
  /// sqrt(1/2) and sqrt(2); ln m = 2 artanh(s) with s = (m - 1) / (m + 1), summed as in fdlibm's
  /// `e_log.c` so that m - 1 enters exactly.
  public static func log(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? -.infinity : .nan }
    guard x < .infinity else { return x }
    let isSubnormal = x < .leastNormalMagnitude
    let bits = (isSubnormal ? x * 18_014_398_509_481_984 : x).bitPattern
    var exponent = Int(bits >> 52) - (isSubnormal ? 1_077 : 1_023)
    var mantissa = Double(bitPattern: bits & 0x000F_FFFF_FFFF_FFFF | 0x3FF0_0000_0000_0000)
    if mantissa > 1.4142135623730951 {
      mantissa *= 0.5
      exponent += 1
    }
    let f = mantissa - 1
    let s = f / (2 + f)
    let halfSquare = 0.5 * f * f
    let count = Double(exponent)
    let inner = s * (halfSquare + artanhRest(s * s)) + count * ln2Low
    return count * ln2High - ((halfSquare - inner) - f)
  }

  /// ln(1 + x), within about one unit in the last place, also for x near zero.
  ///
  /// At -1 minus infinity, below "not a number".
  public static func log1p(_ x: Double) -> Double {
    let sum = 1 + x
    guard sum > 0, sum < .infinity else { return sum == 0 ? -.infinity : log(sum) }
    // What the sum has lost, relative to it, is added in first order.
    let lost = x.magnitude < 1 ? x - (sum - 1) : 1 - (sum - x)
    return log(sum) + lost / sum
  }

  /// ln(1 + x) - x without cancellation for x above -1; the source of deviances.
  ///
  /// With s = x / (2 + x): ln(1 + x) = 2 artanh(s) and 2 s - x = -s x.
  static func log1pMinusX(_ x: Double) -> Double {
    guard x > -0.4, x < 0.6 else { return log1p(x) - x }
    let s = x / (2 + x)
    return s * (longArtanhRest(s * s) - x)
  }

  /// 2 artanh(s) / s - 2 for s^2 = z <= 0.0295.
  private static func artanhRest(_ z: Double) -> Double {
    z
      * polynomial(
        [
          2.0 / 3, 2.0 / 5, 2.0 / 7, 2.0 / 9, 2.0 / 11, 2.0 / 13, 2.0 / 15, 2.0 / 17, 2.0 / 19,
          2.0 / 21,
        ], at: z)
  }

  /// 2 artanh(s) / s - 2 for s^2 = z <= 0.0625.
  private static func longArtanhRest(_ z: Double) -> Double {
    z
      * polynomial(
        [
          2.0 / 3, 2.0 / 5, 2.0 / 7, 2.0 / 9, 2.0 / 11, 2.0 / 13, 2.0 / 15, 2.0 / 17, 2.0 / 19,
          2.0 / 21, 2.0 / 23, 2.0 / 25, 2.0 / 27, 2.0 / 29,
        ], at: z)
  }
}
