// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Weights whose ratios lie in given ranges, all such sets of the simplex being alike.
///
/// With t_j = w_j / w_top the uniform density on the simplex is (sum of t)^-n on the ranges; along a
/// chain of ratios r_k = w_k / w_(k+1) it has the further factor of all t_k / r_(k-1). Draws are
/// uniform in the ranges and count by that density. Source: `decision-model.md` 2.3 (e).
struct BoxedWeights: Sendable {
  /// The weights of each criterion, up to a factor of the draw.
  private(set) var columns: [[Float]]
  /// How much each draw counts, at most 1.
  private(set) var importance: [Float]

  init(_ grid: LatticeGrid, relativeToTop ranges: [PerformanceInterval]) {
    columns = ranges.indices.map { criterion in
      let range = ranges[criterion]
      return grid.indices(dimension: criterion).map {
        Float(range.low + (range.high - range.low) * grid.probability($0))
      }
    }
    importance = Array(repeating: 1, count: grid.points)
    weigh { _ in 1 }
  }

  init(_ grid: LatticeGrid, order: [Int], ratios: [PerformanceInterval]) {
    columns = Array(repeating: Array(repeating: 1, count: grid.points), count: order.count)
    importance = Array(repeating: 1, count: grid.points)
    var factors = Array(repeating: 1.0, count: grid.points)
    for (link, range) in ratios.enumerated() {
      let points = grid.indices(dimension: link)
      for draw in points.indices {
        let ratio = range.low + (range.high - range.low) * grid.probability(points[draw])
        let weight = Double(columns[order[link]][draw]) / ratio
        columns[order[link + 1]][draw] = Float(weight)
        factors[draw] *= weight / ratio
      }
    }
    weigh { factors[$0] }
  }

  /// Makes each draw count by factor (sum of t)^-n, the largest 1.
  private mutating func weigh(_ factor: (Int) -> Double) {
    let densities = importance.indices.map { draw in
      let sum = columns.reduce(0) { $0 + Double($1[draw]) }
      return columns.reduce(factor(draw)) { density, _ in density / sum }
    }
    let largest = densities.reduce(0) { max($0, $1) }
    importance = densities.map { Float($0 / largest) }
  }
}
