// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension PerformanceDistribution {
  /// The 97.5 % point of the standard normal distribution.
  static let normalQuantile = 1.959963984540054

  /// The 95 % limits: as given; exact: the value alone; triangular and uniform: the whole range.
  ///
  /// Beta uses the Wilson score interval, in closed form: with p = events / n and z = 1.96, (p +
  /// z^2/2n ± z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n), times the scale (Wilson 1927, J Am Stat
  /// Assoc 22:209). The quantiles of the Jeffreys posterior Beta(events + 1/2, n - events + 1/2),
  /// which the simulation draws from, come with the simulation.
  public var interval: PerformanceInterval {
    switch self {
    case .exact(let value): PerformanceInterval(value, value)
    case .normal(_, let low, let high), .lognormal(_, let low, let high),
      .triangular(let low, _, let high), .uniform(let low, let high):
      PerformanceInterval(low, high)
    case .beta(let events, let n, let scale): Self.wilson(events: events, n: n, scale: scale)
    }
  }

  /// Whether nothing about the level is left open.
  public var isExact: Bool { interval.low == interval.high }

  private static func wilson(events: Int, n: Int, scale: Double) -> PerformanceInterval {
    let count = Double(n)
    let share = Double(events) / count
    let z = normalQuantile
    let denominator = 1 + z * z / count
    let centre = (share + z * z / (2 * count)) / denominator
    let variance = share * (1 - share) / count + z * z / (4 * count * count)
    let half = z * variance.squareRoot() / denominator
    // At the ends the formula gives 0 and 1 exactly; rounding would miss them by a little.
    let low = events == 0 ? 0 : centre - half
    let high = events == n ? 1 : centre + half
    return PerformanceInterval(scale * low, scale * high)
  }
}
