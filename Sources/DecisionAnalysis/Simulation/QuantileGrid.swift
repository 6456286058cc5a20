// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The quantiles of a distribution at the midpoints of a grid, ascending.
enum QuantileGrid {
  /// How many exact quantiles a slow distribution is interpolated from.
  private static let nodes = 96

  /// The quantiles at (t + 1/2) / points, t = 0..<points.
  ///
  /// Beta and truncated normal quantiles are interpolated as a function of the normal quantile by
  /// cubic polynomials through four neighbouring exact ones; the error is below 1e-6 of the range.
  ///
  /// - Parameter normal: the quantiles of the standard normal distribution on the same grid.
  static func levels(of marginal: Marginal, normal: [Double]) -> [Double] {
    switch marginal {
    case .point(let level): return normal.map { _ in level }
    case .normal(let mean, let sd): return normal.map { mean + sd * $0 }
    case .lognormal(let logMean, let logSD):
      return normal.map { Numerics.exp(logMean + logSD * $0) }
    case .uniform, .triangular:
      let count = Double(normal.count)
      return normal.indices.map { marginal.quantile((Double($0) + 0.5) / count) }
    case .beta, .truncatedNormal:
      return interpolated(marginal, normal)
    }
  }

  private static func interpolated(_ marginal: Marginal, _ normal: [Double]) -> [Double] {
    let (first, last) = (normal[0], normal[normal.count - 1])
    let step = (last - first) / Double(nodes - 1)
    let exact = (0..<nodes).map { node in
      marginal.quantile(Numerics.normalCDF(first + step * Double(node)))
    }
    var previous = -Double.infinity
    return normal.map { z in
      let place = (z - first) / step
      let start = min(max(Int(place) - 1, 0), nodes - 4)
      let t = place - Double(start)
      let (a, b, c, d) = (exact[start], exact[start + 1], exact[start + 2], exact[start + 3])
      let level =
        -a * (t - 1) * (t - 2) * (t - 3) / 6 + b * t * (t - 2) * (t - 3) / 2
        - c * t * (t - 1) * (t - 3) / 2 + d * t * (t - 1) * (t - 2) / 6
      // Rounding must not turn the order around.
      previous = max(previous, level)
      return previous
    }
  }
}
