// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

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
