// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A choice between alternatives on criteria: what the weights are applied to.
public struct DecisionProblem: Sendable, Equatable {
  /// The ids of the alternatives.
  public let alternatives: [String]
  /// The criteria, in the order of the table's columns.
  public let criteria: [Criterion]
  /// The performances as [alternative][criterion].
  public let table: PerformanceTable

  /// A problem that nobody has checked yet.
  ///
  /// Call `validate()` before any number is computed.
  public init(alternatives: [String], criteria: [Criterion], table: PerformanceTable) {
    self.alternatives = alternatives
    self.criteria = criteria
    self.table = table
  }

  /// The partial values of the estimates as [alternative][criterion], 0...1 between the anchors.
  public func values() -> [[Double]] {
    alternatives.indices.map { row in
      criteria.indices.map { column in
        criteria[column].valueFunction.value(at: table.estimate(row, column))
      }
    }
  }

  /// The id of a row of the table: an alternative, or a reference row.
  public func rowID(_ row: Int) -> String {
    row < alternatives.count ? alternatives[row] : table.references[row - alternatives.count].id
  }

  /// The place of a cell, by ids.
  public func reference(_ row: Int, _ criterion: Int) -> CellReference {
    CellReference(alternative: rowID(row), criterion: criteria[criterion].id)
  }
}

extension DecisionProblem {
  /// The same problem on some of its criteria, in the order given.
  ///
  /// - Throws: `DecisionProblemError.unknownCriterion` for an id that is not on the list,
  ///   `.duplicateCriterion` for one that is named twice.
  public func restricted(toCriteria ids: [String]) throws(DecisionProblemError) -> DecisionProblem {
    var columns: [Int] = []
    for id in ids {
      guard let column = criteria.firstIndex(where: { $0.id == id }) else {
        throw .unknownCriterion(id)
      }
      guard !columns.contains(column) else { throw .duplicateCriterion(id) }
      columns.append(column)
    }
    let references = table.references.map { row in
      ReferenceRow(id: row.id, cells: columns.map { row.cells[$0] })
    }
    return DecisionProblem(
      alternatives: alternatives, criteria: columns.map { criteria[$0] },
      table: PerformanceTable(
        cells: table.cells.map { row in columns.map { row[$0] } }, references: references,
        joint: table.joint.compactMap { joint in
          columns.firstIndex(of: joint.criterion).flatMap {
            joint.moved(criterion: $0, rows: joint.rows)
          }
        }))
  }

  /// The same problem for some of its alternatives, in the order given.
  ///
  /// A dropped row that a kept one stands on stays as a reference row, so that no level, interval
  /// or shared uncertainty changes.
  ///
  /// - Throws: `DecisionProblemError.unknownAlternative` for an id that is not on the list,
  ///   `.duplicateAlternative` for one that is named twice.
  public func restricted(
    toAlternatives ids: [String]
  ) throws(DecisionProblemError) -> DecisionProblem {
    var rows: [Int] = []
    for id in ids {
      guard let row = alternatives.firstIndex(of: id) else { throw .unknownAlternative(id) }
      guard !rows.contains(row) else { throw .duplicateAlternative(id) }
      rows.append(row)
    }
    // Rows that are stood on join the list as they are met, so theirs are met as well.
    var next = 0
    while next < rows.count {
      for column in criteria.indices {
        if let below = table.cell(rows[next], column).baseline?.alternative, !rows.contains(below) {
          rows.append(below)
        }
      }
      next += 1
    }
    let cells = rows.map { row in
      criteria.indices.map { column in moved(table.cell(row, column), to: rows) }
    }
    let references = rows.indices.dropFirst(ids.count).map { index in
      ReferenceRow(id: rowID(rows[index]), cells: cells[index])
    }
    return DecisionProblem(
      alternatives: ids, criteria: criteria,
      table: PerformanceTable(
        cells: Array(cells.prefix(ids.count)), references: references,
        joint: table.joint.compactMap { joint in
          joint.moved(
            criterion: joint.criterion, rows: joint.rows.map { rows.firstIndex(of: $0) })
        }))
  }

  /// The cell with its baseline at its place in the new order of rows.
  private func moved(_ cell: PerformanceCell, to rows: [Int]) -> PerformanceCell {
    guard let baseline = cell.baseline, let row = rows.firstIndex(of: baseline.alternative) else {
      return cell
    }
    return cell.moved(
      to: Baseline(alternative: row, operation: baseline.operation, scale: baseline.scale))
  }
}

/// The place of one performance: which alternative, on which criterion.
public struct CellReference: Sendable, Equatable {
  /// The id of the alternative, or of the reference row.
  public let alternative: String
  /// The id of the criterion.
  public let criterion: String

  /// A place in the performance table.
  public init(alternative: String, criterion: String) {
    self.alternative = alternative
    self.criterion = criterion
  }
}
