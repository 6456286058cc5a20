// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Weights whose ratios to the most important one lie in given ranges, all such sets of the simplex
/// being alike; each draw counts the same.
///
/// With t_j = w_j / w_top the uniform density on the simplex is S^-n, S = sum of t (`decision-model.md`
/// 2.3 (e)). Since S^-n is the integral of r^(n-1) exp(-r S) / (n-1)! over r > 0, the t_j are
/// independent exponential numbers of rate r, cut to their ranges, once r is drawn from its own density
/// r^(n-1-k) exp(-r low) prod (1 - exp(-r d_j)): k ranges of width d_j > 0, low the smallest S.
struct TopRatioWeights: Sendable {
  /// The weights of each criterion as shares of the largest, in draw order.
  let columns: [[Float]]

  init(_ grid: LatticeGrid, ranges: [PerformanceInterval]) {
    let top = ranges.firstIndex { $0.low == 1 } ?? 0
    let rates = Self.rates(grid, ranges)
    // The weight of the most important criterion is no random number, so that its dimension is free.
    let rate = grid.indices(dimension: top).map { rates[$0] }
    columns = ranges.enumerated().map { criterion, range in
      let width = range.high - range.low
      guard width > 0 else { return Array(repeating: Float(range.low), count: grid.points) }
      return zip(grid.indices(dimension: criterion), rate).map { index, rate in
        // Small ratios where the share is small: the density falls with t.
        let reach = Numerics.expm1(-rate * width)
        return Float(
          range.low - Numerics.log1p(grid.probability(index) * reach) / rate)
      }
    }
  }

  /// The quantiles of r at the midpoints of the grid, ascending.
  private static func rates(_ grid: LatticeGrid, _ ranges: [PerformanceInterval]) -> [Double] {
    let n = Double(ranges.count)
    let low = ranges.reduce(0) { $0 + $1.low }
    let widths = ranges.map { $0.high - $0.low }.filter { $0 > 0 }
    // No more than 1e-12 of a gamma distribution of shape n lies above.
    let last = (n + 12 * n.squareRoot() + 40) / low
    let step = last / Double(nodes)
    var sums = [0.0]
    var previous = 0.0
    for node in 1...nodes {
      let rate = step * Double(node)
      var density = Numerics.exp(-rate * low)
      for width in widths { density *= -Numerics.expm1(-rate * width) }
      for _ in widths.count..<(ranges.count - 1) { density *= rate }
      sums.append(sums[node - 1] + previous + density)
      previous = density
    }
    var node = 0
    return (0..<grid.points).map { index in
      let wanted = grid.probability(index) * sums[nodes]
      while node < nodes - 1, sums[node + 1] < wanted { node += 1 }
      let rise = sums[node + 1] - sums[node]
      return step * (Double(node) + (rise > 0 ? (wanted - sums[node]) / rise : 0.5))
    }
  }

  /// How many steps the density of r is added up in.
  private static let nodes = 8192
}
