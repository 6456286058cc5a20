// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

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
