// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A choice between alternatives on criteria: what the weights are applied to.
public struct DecisionProblem: Sendable, Equatable {
  /// The ids of the alternatives.
  public let alternatives: [String]
  /// The criteria, in the order of the table's columns.
  public let criteria: [Criterion]
  /// The performances as [alternative][criterion].
  public let table: PerformanceTable

  /// A problem from its parts.
  ///
  /// Call `validate()` before any number is worked out.
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
