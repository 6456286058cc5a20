// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The performances of all alternatives on all criteria.
///
/// Rows are indexed with the alternatives first and the reference rows after them. Levels are
/// defined for a table that `DecisionProblem.validate()` accepts; a circular baseline gives NaN.
public struct PerformanceTable: Sendable, Equatable {
  /// The cells as [alternative][criterion].
  public let cells: [[PerformanceCell]]
  /// Rows that are only stood on.
  public let references: [ReferenceRow]

  /// A table from its rows.
  ///
  /// It is checked by `DecisionProblem.validate()`.
  public init(cells: [[PerformanceCell]], references: [ReferenceRow] = []) {
    self.cells = cells
    self.references = references
  }

  /// How many rows there are, reference rows included.
  public var rowCount: Int { cells.count + references.count }

  /// The cell of a row (alternatives first, then reference rows) on a criterion.
  public func cell(_ row: Int, _ criterion: Int) -> PerformanceCell {
    row < cells.count ? cells[row][criterion] : references[row - cells.count].cells[criterion]
  }

  /// The point estimate of the level, in the unit of the criterion; a relative cell is combined
  /// with the estimate of its baseline.
  public func estimate(_ row: Int, _ criterion: Int) -> Double {
    level(row, criterion, own: cell(row, criterion).distribution.estimate)
  }

  /// The 95 % limits of the level, in the unit of the criterion; for a relative cell the estimate
  /// of the baseline combined with the limits of the difference or ratio.
  public func interval(_ row: Int, _ criterion: Int) -> PerformanceInterval {
    let own = cell(row, criterion).interval
    return PerformanceInterval(
      level(row, criterion, own: own.low), level(row, criterion, own: own.high))
  }

  /// The level of a cell whose own quantity is `own`, all others at their estimates.
  public func level(_ row: Int, _ criterion: Int, own: Double) -> Double {
    level(row, criterion, own: own, steps: rowCount)
  }

  private func level(_ row: Int, _ criterion: Int, own: Double, steps: Int) -> Double {
    guard let baseline = cell(row, criterion).baseline else { return own }
    guard steps > 0 else { return .nan }
    let below = cell(baseline.alternative, criterion).distribution.estimate
    let level = level(baseline.alternative, criterion, own: below, steps: steps - 1)
    return baseline.level(baseline: level, own: own)
  }
}
