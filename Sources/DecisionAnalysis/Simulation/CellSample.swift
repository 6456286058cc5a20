// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// How the value of one cell enters a draw.
struct CellSample: Sendable {
  /// What stands in for sampling the cell's own part, given everything else.
  enum Smoothing: Sendable {
    /// Nothing: the cell is sampled.
    case none
    /// The own part is normal in value units.
    case normal(mean: Float, sd: Float)
    /// The own part has a tabulated distribution: the index of its table.
    case table(Int)
  }

  /// The expected value of the cell.
  let mean: Double
  /// The standard deviation of the cell's own part, in values.
  let ownSD: Double
  /// The column of sampled values, or `nil` when the value is the same in each draw.
  let column: Int?
  /// The column of the part that another row brings, or `nil` when there is none.
  let baseColumn: Int?
  /// What stands in for the own part.
  let smoothing: Smoothing
}
