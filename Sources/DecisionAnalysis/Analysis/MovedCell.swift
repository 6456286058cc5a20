// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// One unsure performance at its limits: everything about a tornado bar that no weight changes.
struct MovedCell: Sendable {
  /// The performance that is moved; it may be a reference row.
  let cell: CellReference
  /// The values of all alternatives on the criterion with the cell at its low limit.
  let atLow: [Double]
  /// The values of all alternatives on the criterion with the cell at its high limit.
  let atHigh: [Double]
  /// Whether each alternative is the cell's or stands on it.
  private let stands: [Bool]

  /// The cell of a row on a criterion (indices) of a valid problem; `nil` when it is exact.
  init?(_ problem: DecisionProblem, row: Int, criterion column: Int) {
    let table = problem.table
    let moved = table.cell(row, column)
    guard !moved.distribution.isExact else { return nil }
    let function = problem.criteria[column].valueFunction
    func values(at own: Double) -> [Double] {
      let level = table.level(row, column, own: own)
      return problem.alternatives.indices.map { alternative in
        let follower = table.dependence(of: alternative, on: row, criterion: column)
        return function.value(at: follower.level(at: level))
      }
    }
    cell = problem.reference(row, column)
    atLow = values(at: moved.interval.low)
    atHigh = values(at: moved.interval.high)
    stands = problem.alternatives.indices.map { table.stands($0, on: row, criterion: column) }
  }

  /// Whether one of two alternatives (indices) moves with the cell.
  func moves(_ first: Int, _ second: Int) -> Bool { stands[first] || stands[second] }
}
