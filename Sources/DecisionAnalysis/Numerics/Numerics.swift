// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Elementary and special functions made from + - * / and the square root only.
///
/// These five operations give the same bits on every machine; the functions of the system's
/// mathematical library do not (DecisionAnalysis.docc/Numerics.md, "The same bits"). Nothing here
/// traps: an argument outside the domain of a function gives "not a number".
public enum Numerics {
  /// ln 2 cut to 32 bits, so that its products with small whole numbers are exact.
  static let ln2High = 6.93147180369123816490e-01
  /// ln 2 minus `ln2High`.
  static let ln2Low = 1.90821492927058770002e-10
  /// ln sqrt(2 pi).
  static let lnRootTwoPi = 0.9189385332046727418
  /// 1 / sqrt(2 pi).
  static let inverseRootTwoPi = 0.3989422804014326779

  /// The whole number nearest to a number of magnitude below 2^51.
  ///
  /// Adding 1.5 * 2^52 leaves no bits for the fraction.
  static func nearestWhole(_ x: Double) -> Double {
    (x + 6_755_399_441_055_744) - 6_755_399_441_055_744
  }

  /// 2^exponent for exponents of normal numbers, -1022...1023.
  static func powerOfTwo(_ exponent: Int) -> Double {
    Double(bitPattern: UInt64(bitPattern: Int64(exponent + 1023)) << 52)
  }
}

extension Numerics {
  /// The polynomial with the coefficients from the constant upward, by Horner's rule.
  ///
  /// The count is part of the type, so that the compiler unrolls the loop.
  @inline(__always)
  static func polynomial<let count: Int>(
    _ coefficients: InlineArray<count, Double>, at x: Double
  ) -> Double {
    var sum = coefficients[count - 1]
    for index in stride(from: count - 2, through: 0, by: -1) {
      sum = coefficients[index] + x * sum
    }
    return sum
  }
}

extension Numerics {
  /// e^x, within one unit in the last place.
  ///
  /// Above 709.78 infinite, below -745.13 zero. Source: x = k ln 2 + r with |r| <= ln 2 / 2, and the
  /// Taylor series of e^r.
  public static func exp(_ x: Double) -> Double {
    guard x <= 709.782712893384 else { return x.isNaN ? x : .infinity }
    guard x >= -745.1332191019412 else { return 0 }
    let (count, rest, lost) = reduced(x)
    let value = 1 + (rest + (lost + rest * rest * exponentialRest(rest)))
    // Two steps: 2^1024 is not a number, and a result below 2^-1022 must be rounded only once.
    let half = count / 2
    return value * powerOfTwo(half) * powerOfTwo(count - half)
  }

  /// e^x - 1, within about one unit in the last place, also for x near zero.
  public static func expm1(_ x: Double) -> Double {
    guard x.magnitude < 40 else { return x < 0 ? -1 : exp(x) }
    let (count, rest, lost) = reduced(x)
    let less = rest + (lost + rest * rest * exponentialRest(rest))
    guard count != 0 else { return less }
    return powerOfTwo(count) * (less + (1 - powerOfTwo(-count)))
  }

  /// x as k ln 2 + r: k, r rounded, and what rounding r has lost.
  private static func reduced(_ x: Double) -> (count: Int, rest: Double, lost: Double) {
    let count = nearestWhole(x * 1.44269504088896340736)
    let high = x - count * ln2High
    let low = count * ln2Low
    let rest = high - low
    return (Int(count), rest, (high - rest) - low)
  }

  /// (e^r - 1 - r) / r^2 for |r| <= ln 2 / 2: even and odd terms apart, for speed.
  private static func exponentialRest(_ r: Double) -> Double {
    let s = r * r
    let even = polynomial(
      [1.0 / 2, 1.0 / 24, 1.0 / 720, 1.0 / 40_320, 1.0 / 3_628_800, 1.0 / 479_001_600], at: s)
    let odd = polynomial(
      [1.0 / 6, 1.0 / 120, 1.0 / 5_040, 1.0 / 362_880, 1.0 / 39_916_800, 1.0 / 6_227_020_800],
      at: s)
    return even + r * odd
  }
}

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
