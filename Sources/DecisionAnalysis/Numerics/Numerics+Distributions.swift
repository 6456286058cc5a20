// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension Numerics {
  /// The largest parameter of a gamma or beta distribution that is taken.
  public static let largestShape = 1e8

  /// The x up to which a gamma quantity of scale 1 has the probability p, to about 1e-13 relative
  /// (shapes above 0.05).
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

/// A distribution seen at one point, on a scale t where its density g is log-concave: t = ln x for
/// the gamma, t = ln(x / (1 - x)) for the beta distribution.
struct TailView {
  /// Whether the tail that is summed directly is the lower one.
  let isLower: Bool
  /// That tail divided by g.
  let ratio: Double
  /// ln g.
  let logDensity: Double
  /// d ln g / dt.
  let slope: Double

  /// The probability below the point.
  var lowerTail: Double {
    let direct = min(1, Numerics.exp(logDensity) * ratio)
    return isLower ? direct : 1 - direct
  }

  /// Halley's step on the logarithm of a tail towards ln `target`, and the step in units of the
  /// scale on which that logarithm bends.
  ///
  /// Both tails are log-concave in t, so the search is well-behaved from any start.
  func step(isLowerTail: Bool, target: Double) -> (step: Double, bending: Double) {
    let logTail: Double
    let steepness: Double
    if isLower == isLowerTail {
      logTail = logDensity + Numerics.log(ratio)
      steepness = 1 / ratio
    } else {
      let density = Numerics.exp(logDensity)
      let tail = max(1 - density * ratio, 1e-17)
      logTail = Numerics.log(tail)
      steepness = density / tail
    }
    let missing = Numerics.log(target) - logTail
    let newton = (isLowerTail ? missing : -missing) / steepness
    let bend = newton * (isLowerTail ? slope - steepness : slope + steepness)
    return (newton / max(1 + 0.5 * bend, 0.5), newton * (slope.magnitude + steepness))
  }

  /// The point e^t with lower tail p, strictly between 0 and 1, searched from a first guess.
  ///
  /// A step that leaves the bracket is replaced by halving the bracket, so the search always ends.
  /// It ends when the error of third order that Halley's step leaves is below rounding.
  static func quantile(
    _ p: Double, from guess: Double, view: (Double) -> TailView
  ) -> Double {
    let isLowerTail = p <= 0.5
    let target = isLowerTail ? p : 1 - p
    var low = Double.leastNonzeroMagnitude
    var high = Double.greatestFiniteMagnitude
    var point = guess > low ? min(guess, 1e300) : 1e-300
    for _ in 0..<200 {
      let (step, bending) = view(point).step(isLowerTail: isLowerTail, target: target)
      if step > 0 { low = point } else { high = point }
      let next = point * Numerics.exp(step)
      if step.magnitude * bending * bending <= 1e-17 { return next }
      let isInside = next > low && next < high
      point = isInside ? next : low.squareRoot() * high.squareRoot()
    }
    return point
  }
}

/// A continued fraction b0 + a1 / (b1 + a2 / (b2 + ...)) taken from the front.
///
/// Source: the modified Lentz method, I. J. Thompson and A. R. Barnett, J. Comput. Phys. 64 (1986)
/// 490-509.
struct LentzFraction {
  /// The value of the part taken so far.
  private(set) var value: Double
  private var numeratorRatio: Double
  private var denominatorRatio = 0.0
  private var change = 0.0
  private var count = 0.0

  /// The largest number of terms; parameters of 1e8 need fewer.
  static let longest = 100_000.0

  /// The fraction that is b0 so far.
  init(first: Double) {
    value = first
    numeratorRatio = first
  }

  /// Takes the next a and b.
  mutating func append(numerator: Double, denominator: Double) {
    let below = denominator + numerator * denominatorRatio
    let above = denominator + numerator / numeratorRatio
    // A zero on the way stands for a pole that the next step removes.
    denominatorRatio = 1 / (below == 0 ? 1e-300 : below)
    numeratorRatio = above == 0 ? 1e-300 : above
    change = numeratorRatio * denominatorRatio
    value *= change
    count += 1
  }

  /// Whether the last step has changed nothing but rounding; also after very many steps.
  var isSettled: Bool { (change - 1).magnitude <= 2.5e-16 || count >= Self.longest }
}
