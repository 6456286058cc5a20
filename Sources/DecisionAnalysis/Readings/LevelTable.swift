// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What no weight changes about the levels of a problem, worked out once: means, estimates and limits
/// of every cell's own quantity.
///
/// A class, so that what is asked of it for one person copies nothing.
final class LevelTable: Sendable {
  let problem: DecisionProblem
  private let columnCount: Int
  private let means: [Double]
  private let estimates: [Double]
  private let limits: [PerformanceInterval]
  private let exact: [Bool]
  private let baselines: [Baseline?]
  private let functions: [PartialValueFunction]

  /// The table of a problem without faults.
  init(_ problem: DecisionProblem) {
    self.problem = problem
    columnCount = problem.criteria.count
    let cells = (0..<problem.table.rowCount).flatMap { row in
      problem.criteria.indices.map { problem.table.cell(row, $0) }
    }
    means = cells.map(\.distribution.marginal.mean)
    estimates = cells.map(\.distribution.estimate)
    limits = cells.map(\.interval)
    exact = cells.map(\.distribution.isExact)
    baselines = cells.map(\.baseline)
    functions = problem.criteria.map(\.valueFunction)
  }

  /// How many rows there are, reference rows among them.
  var rowCount: Int { problem.table.rowCount }

  private func place(_ key: CellKey) -> Int { key.row * columnCount + key.column }

  /// The mean of a cell's own quantity.
  func mean(of key: CellKey) -> Double { means[place(key)] }
  /// The estimate of a cell's own quantity.
  func estimate(of key: CellKey) -> Double { estimates[place(key)] }
  /// The 95 % limits of a cell's own quantity.
  func interval(of key: CellKey) -> PerformanceInterval { limits[place(key)] }
  /// Whether a cell's own quantity is exact.
  func isExact(_ key: CellKey) -> Bool { exact[place(key)] }

  /// The level of a cell when some own quantities are chosen and all others have their means.
  func level(of key: CellKey, choosing own: PairLevels.Choice) -> Double {
    level(of: key, choosing: own, steps: rowCount)
  }

  private func level(of key: CellKey, choosing own: PairLevels.Choice, steps: Int) -> Double {
    let quantity = own(key) ?? means[place(key)]
    guard let baseline = baselines[place(key)] else { return quantity }
    guard steps > 0 else { return .nan }
    let below = CellKey(row: baseline.alternative, column: key.column)
    return baseline.level(
      baseline: level(of: below, choosing: own, steps: steps - 1), own: quantity)
  }

  /// The value of that level.
  func value(of key: CellKey, choosing own: PairLevels.Choice) -> Double {
    functions[key.column].value(at: level(of: key, choosing: own))
  }
}
