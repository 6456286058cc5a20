// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A normal quantity of which only values between two limits are possible.
///
/// Source: DecisionAnalysis.docc/Distributions.md, "Truncated normal"; N. L. Johnson and others,
/// Continuous Univariate Distributions 1 (1994) 13.10.1.
public struct TruncatedNormal: Sendable, Equatable {
  /// The mean of the normal quantity before it is cut.
  public let parentMean: Double
  /// The standard deviation of the normal quantity before it is cut.
  public let parentSD: Double
  /// The lower limit; may be minus infinity.
  public let low: Double
  /// The upper limit; may be infinity.
  public let high: Double
  /// The mean between the limits, to about 1e-14 of the standard deviation.
  public let mean: Double
  /// The standard deviation between the limits, to about 1e-14 relative.
  public let sd: Double
  /// Where the lower limit stands in standard deviations from the parent's mean.
  private let start: Double
  /// Where the upper limit stands in standard deviations from the parent's mean.
  private let end: Double
  /// The distance of the limits in standard deviations of the parent.
  private let width: Double

  /// The cut distribution; `nil` unless mean and standard deviation are finite, the latter above
  /// zero, and `low` < `high`.
  public init?(parentMean: Double, parentSD: Double, low: Double, high: Double) {
    guard parentMean.isFinite, parentSD > 0, parentSD < .infinity, low < high else { return nil }
    guard low < .infinity, high > -.infinity else { return nil }
    self.parentMean = parentMean
    self.parentSD = parentSD
    self.low = low
    self.high = high
    start = (low - parentMean) / parentSD
    end = (high - parentMean) / parentSD
    width = (high - low) / parentSD
    // All is measured from the most likely value, so that nothing cancels.
    let piece =
      start > 0
      ? NormalPiece(mode: start, from: 0, to: width)
      : end < 0
        ? NormalPiece(mode: end, from: -width, to: 0)
        : NormalPiece(mode: 0, from: start, to: end)
    let moments = piece.moments
    let peak = min(max(parentMean, low), high)
    mean = min(max(peak + parentSD * moments.mean, low), high)
    sd = parentSD * moments.sd
  }

  /// The value with probability p below it, between the limits.
  ///
  /// The error is about 1e-15 parent standard deviations. p = 0 gives `low`, p = 1 `high`; other p
  /// outside 0...1 "not a number".
  public func quantile(_ p: Double) -> Double {
    guard p > 0, p < 1 else { return p == 0 ? low : (p == 1 ? high : .nan) }
    let value: Double
    if start > 0 {
      value = low + parentSD * Self.excess(p, 1 - p, beyond: start, width: width)
    } else if end < 0 {
      value = high - parentSD * Self.excess(1 - p, p, beyond: -end, width: width)
    } else {
      let (below, above) = (Numerics.normalCDF(start), Numerics.normalCDF(-end))
      let share = 1 - below - above
      let lower = below + p * share
      let upper = above + (1 - p) * share
      let point =
        lower <= upper ? Numerics.normalQuantile(lower) : -Numerics.normalQuantile(upper)
      value = parentMean + parentSD * point
    }
    return min(max(value, low), high)
  }

  /// How far beyond `start` > 0 a standard normal lies with probability p, given that it lies between
  /// `start` and `start + width`; q = 1 - p.
  ///
  /// Newton's method on the logarithm of the upper tail, which is concave: the steps come from the
  /// right and never pass the root.
  private static func excess(
    _ p: Double, _ q: Double, beyond start: Double, width: Double
  ) -> Double {
    let firstMills = start + MillsRatio.remainder(start)
    guard firstMills < .infinity else { return 0 }
    /// ln of the tail beyond start + s, divided by the tail beyond start.
    func logTail(_ s: Double) -> Double {
      let mills = start + s + MillsRatio.remainder(start + s)
      return -0.5 * s * (s + 2 * start) - Numerics.log(mills / firstMills)
    }
    let logLeft = width < .infinity ? logTail(width) : -.infinity
    let left = q + p * Numerics.exp(logLeft)
    let target =
      left < 0.5 ? Numerics.log(left) : Numerics.log1p(p * Numerics.expm1(logLeft))
    var s = -target / firstMills
    for _ in 0..<60 {
      let steepness = start + s + MillsRatio.remainder(start + s)
      let next = s + (logTail(s) - target) / steepness
      if !(next < s) { break }
      s = next
    }
    return s
  }
}

/// A piece of the standard normal density, seen from the place `mode` where it is highest.
struct NormalPiece {
  /// The place of the largest density of the piece.
  let mode: Double
  /// The lower end minus the mode.
  let from: Double
  /// The upper end minus the mode.
  let to: Double

  /// The mean, minus the mode, and the standard deviation.
  ///
  /// Sixteen panels of ten-point Gauss-Legendre quadrature over the part where the density is above
  /// e^-45 of its maximum; only positive terms are added, so nothing cancels.
  var moments: (mean: Double, sd: Double) {
    let reach = 90 / ((mode * mode + 90).squareRoot() + mode.magnitude)
    let (first, last) = (max(from, -reach), min(to, reach))
    let half = (last - first) / 32
    guard half > 0 else { return (0, 0) }
    let nodes = (0..<16).flatMap { panel in
      let middle = first + Double(2 * panel + 1) * half
      return Self.rule.flatMap { rule in
        [
          node(middle - half * rule.node, rule.weight),
          node(middle + half * rule.node, rule.weight),
        ]
      }
    }
    let mass = nodes.reduce(0) { $0 + $1.mass }
    let mean = nodes.reduce(0) { $0 + $1.mass * $1.place } / mass
    let variance =
      nodes.reduce(0) { $0 + $1.mass * ($1.place - mean) * ($1.place - mean) } / mass
    return (mean, variance.squareRoot())
  }

  private func node(_ place: Double, _ weight: Double) -> (place: Double, mass: Double) {
    (place, weight * Numerics.exp(-0.5 * place * (place + 2 * mode)))
  }

  /// The nodes and weights on one side of the ten-point rule, NIST DLMF table 3.5.2.
  private static let rule: [(node: Double, weight: Double)] = [
    (0.14887433898163122, 0.29552422471475287), (0.4333953941292472, 0.26926671930999635),
    (0.6794095682990244, 0.21908636251598204), (0.8650633666889845, 0.1494513491505806),
    (0.9739065285171717, 0.06667134430868814),
  ]
}

extension TruncatedNormal {
  /// The cut distribution whose own mean and standard deviation are given.
  ///
  /// Newton's method on mean and logarithm of the standard deviation of the parent; a step that does
  /// not come nearer is halved. `nil` when no such distribution is found: a standard deviation near
  /// or above that of the uniform distribution between the limits cannot be reached.
  init?(matchingMean mean: Double, sd: Double, low: Double, high: Double) {
    func errors(_ parent: Double, _ log: Double) -> (mean: Double, sd: Double)? {
      TruncatedNormal(parentMean: parent, parentSD: Numerics.exp(log), low: low, high: high)
        .map { (($0.mean - mean) / sd, $0.sd / sd - 1) }
    }
    var (parent, log) = (mean, Numerics.log(sd))
    guard low < mean, mean < high, sd > 0, var error = errors(parent, log) else { return nil }
    func size(_ error: (mean: Double, sd: Double)) -> Double {
      max(error.mean.magnitude, error.sd.magnitude)
    }
    for _ in 0..<200 where size(error) > 1e-14 {
      let step = 1e-6
      guard let right = errors(parent + step * sd, log), let left = errors(parent - step * sd, log),
        let up = errors(parent, log + step), let down = errors(parent, log - step)
      else { return nil }
      let (mp, ml) = ((right.mean - left.mean) / (2 * step), (up.mean - down.mean) / (2 * step))
      let (sp, sl) = ((right.sd - left.sd) / (2 * step), (up.sd - down.sd) / (2 * step))
      let determinant = mp * sl - ml * sp
      guard determinant != 0 else { break }
      let dp = (error.mean * sl - error.sd * ml) / determinant * sd
      let dl = (error.sd * mp - error.mean * sp) / determinant
      var share = 1.0
      var next = errors(parent - dp, log - dl)
      while share > 1e-9, next.map({ !(size($0) < size(error)) }) ?? true {
        share /= 2
        next = errors(parent - share * dp, log - share * dl)
      }
      guard let next, size(next) < size(error) else { break }
      (parent, log, error) = (parent - share * dp, log - share * dl, next)
    }
    guard size(error) < 1e-9 else { return nil }
    self.init(parentMean: parent, parentSD: Numerics.exp(log), low: low, high: high)
  }

  /// The share at or below a level, 0...1.
  func probability(upTo level: Double) -> Double {
    if level <= low { return 0 }
    if level >= high { return 1 }
    let part = { (one: Double, other: Double) in
      // On the side of the smaller tail, so that nothing cancels.
      one + other > 0
        ? Numerics.normalCDF(-one) - Numerics.normalCDF(-other)
        : Numerics.normalCDF(other) - Numerics.normalCDF(one)
    }
    let z = { (level: Double) in (level - parentMean) / parentSD }
    return part(z(low), z(level)) / part(z(low), z(high))
  }
}
