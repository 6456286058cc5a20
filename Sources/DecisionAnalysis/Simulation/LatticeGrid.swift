// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The points of a rank-1 lattice on a grid of midpoints: in each dimension each of the values
/// (t + 1/2) / N, t = 0..<N, is taken once.
///
/// All dimensions share one grid, so that a quantile is worked out once per grid value and not once
/// per draw. The first half of a coordinate takes the even places and the second half the odd ones
/// backwards (the tent transformation, which suits smooth functions that are not periodic: Hickernell
/// 2002). The first quarter of the draws is itself a lattice. Source: `decision-model.md` 3.1.
struct LatticeGrid: Sendable {
  /// How many draws, a power of two from 1024.
  let points: Int
  private let rule: LatticeRule

  init(_ size: LatticeRule.Size) {
    points = size.rawValue
    rule = LatticeRule(size: size)
  }

  /// The probability of a value of the grid.
  func probability(_ index: Int) -> Double { (Double(index) + 0.5) / Double(points) }

  /// The grid index of each draw in a dimension.
  func indices(dimension: Int) -> [Int] {
    let coordinates = rule.column(dimension: dimension)
    let quarter = points / 4
    var indices: [Int] = []
    indices.reserveCapacity(points)
    for first in [0, 2, 1, 3] {
      for block in 0..<quarter {
        let place = Int(coordinates[4 * block + first] * Double(points))
        indices.append(place < points / 2 ? 2 * place : 2 * points - 1 - 2 * place)
      }
    }
    return indices
  }
}
