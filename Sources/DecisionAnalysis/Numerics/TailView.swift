// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

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
