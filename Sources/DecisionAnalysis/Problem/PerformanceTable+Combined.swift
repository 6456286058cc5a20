// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension PerformanceTable {
  /// The 95 % limits of a level with those of its baseline taken in, in the unit of the criterion.
  ///
  /// For a cell without a baseline the same as `interval`. For a relative cell the distances of
  /// both pairs of limits from their estimates are joined as for independent errors, side by side:
  /// sum: d = sqrt(d_b^2 + d_d^2); ratio: d = sqrt((r d_b)^2 + (b d_r)^2), to first order.
  public func combinedInterval(_ row: Int, _ criterion: Int) -> PerformanceInterval {
    let cell = cell(row, criterion)
    guard let baseline = cell.baseline else { return interval(row, criterion) }
    let level = estimate(row, criterion)
    let base = estimate(baseline.alternative, criterion)
    let baseLimits = combinedInterval(baseline.alternative, criterion)
    let own = cell.distribution
    let (baseScale, ownScale) =
      baseline.operation == .sum ? (1.0, 1.0) : (own.estimate.magnitude, base.magnitude)
    func distance(_ first: Double, _ second: Double) -> Double {
      let (one, other) = (baseScale * first, ownScale * second)
      return (one * one + other * other).squareRoot()
    }
    return PerformanceInterval(
      level - distance(base - baseLimits.low, own.estimate - cell.interval.low),
      level + distance(baseLimits.high - base, cell.interval.high - own.estimate))
  }
}
