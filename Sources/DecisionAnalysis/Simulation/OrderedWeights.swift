// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Weights that keep an order, the most important first, up to a factor of the draw.
///
/// All sets w_1 >= ... >= w_n of the simplex are alike: with exponential y_i, w_k = sum of y_i / i
/// for i = k...n. The mean is the rank-order centroid. Source: `decision-model.md` 2.3 (d).
struct OrderedWeights: Sendable {
  /// How many weights there are.
  let count: Int
  /// The weights as [block][place].
  let table: [LaneBlock]

  init(_ grid: LatticeGrid, count: Int) {
    self.count = count
    var columns = (0..<count).map { Self.exponentials(grid, dimension: $0) }
    for place in columns.indices.reversed() {
      let share = 1 / Float(place + 1)
      for draw in columns[place].indices {
        columns[place][draw] *= share
        if place + 1 < count { columns[place][draw] += columns[place + 1][draw] }
      }
    }
    table = SamplePlanBuilder.blocks(columns)
  }

  /// Exponential numbers with mean 1 in draw order; divided by their sum they are uniform on the
  /// simplex.
  static func exponentials(_ grid: LatticeGrid, dimension: Int) -> [Float] {
    let levels = (0..<grid.points).map { Float(-Numerics.log(grid.probability($0))) }
    return grid.indices(dimension: dimension).map { levels[$0] }
  }
}
