// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension Numerics {
  /// The largest parameter of a gamma or beta distribution that is taken.
  public static let largestShape = 1e8

  /// The regularised incomplete gamma function P(shape, x): the probability that a gamma quantity of
  /// scale 1 is at most x.
  ///
  /// To about 1e-12 relative; `shape` outside 0 < shape <= `largestShape` gives "not a number".
  public static func gammaCDF(_ x: Double, shape: Double) -> Double {
    guard shape > 0, shape <= largestShape, !x.isNaN else { return .nan }
    guard x > 0, x < .infinity else { return x > 0 ? 1 : 0 }
    return GammaTails(shape: shape).view(at: x).lowerTail
  }

  /// The x with `gammaCDF(x, shape)` = p, to about 1e-13 relative (shapes above 0.05).
  ///
  /// p = 0 gives 0, p = 1 infinity; p outside 0...1 or a shape outside 0 < shape <= `largestShape`
  /// "not a number". A result below the smallest number is given as that or zero.
  /// Source: Halley steps on the logarithm of the smaller tail, from Wilson and Hilferty's guess.
  public static func gammaQuantile(_ p: Double, shape: Double) -> Double {
    guard shape > 0, shape <= largestShape, p >= 0, p <= 1 else { return .nan }
    guard p > 0, p < 1 else { return p == 0 ? 0 : .infinity }
    let tails = GammaTails(shape: shape)
    return TailView.quantile(p, from: tails.guess(p), view: tails.view(at:))
  }

  /// The regularised incomplete beta function I_x(alpha, beta): the probability that a beta quantity
  /// is at most x.
  ///
  /// To about 1e-12 relative; parameters outside 0 < parameter <= `largestShape` give "not a number".
  public static func betaCDF(_ x: Double, alpha: Double, beta: Double) -> Double {
    guard min(alpha, beta) > 0, max(alpha, beta) <= largestShape, !x.isNaN else { return .nan }
    guard x > 0, x < 1 else { return x > 0 ? 1 : 0 }
    return BetaTails(alpha: alpha, beta: beta).view(x: x, y: 1 - x).lowerTail
  }

  /// The x with `betaCDF(x, alpha, beta)` = p, to about 1e-12 relative (parameters above 0.05).
  ///
  /// p = 0 gives 0, p = 1 gives 1; p outside 0...1 or parameters outside 0 < parameter <=
  /// `largestShape` "not a number".
  /// Source: Halley steps on the logarithm of the smaller tail over the log odds.
  public static func betaQuantile(_ p: Double, alpha: Double, beta: Double) -> Double {
    guard min(alpha, beta) > 0, max(alpha, beta) <= largestShape, p >= 0, p <= 1 else {
      return .nan
    }
    guard p > 0, p < 1 else { return p }
    let tails = BetaTails(alpha: alpha, beta: beta)
    let odds = TailView.quantile(p, from: tails.guess(p), view: tails.view(odds:))
    return odds < .infinity ? odds / (1 + odds) : 1
  }
}
