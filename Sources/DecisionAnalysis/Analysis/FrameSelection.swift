// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The rows and columns of a frame that a question is about.
struct FrameSelection {
  /// The ids of the alternatives compared.
  let alternatives: [String]
  /// Their indices, then those of the rows that they stand on, as these are met.
  let rows: [Int]
  /// The ids of the criteria on the list.
  let criteria: [String]
  /// Their indices.
  let columns: [Int]
}

extension AnalysisFrame {
  /// The columns of some criteria (ids); `nil` stands for all.
  func columns(of list: [String]?) throws(DecisionProblemError) -> [Int] {
    guard let list else { return Array(criteria.indices) }
    var columns: [Int] = []
    columns.reserveCapacity(list.count)
    for (place, id) in list.enumerated() {
      // Mostly the list has the order of the problem.
      let isInPlace = place < criteria.count && criteria[place] == id
      guard let column = isInPlace ? place : criteria.firstIndex(of: id) else {
        throw .unknownCriterion(id)
      }
      guard !columns.contains(column) else { throw .duplicateCriterion(id) }
      columns.append(column)
    }
    return columns
  }

  /// The alternatives and criteria (ids) of a question.
  func selection(
    _ alternatives: [String], _ list: [String]?
  ) throws(AnalysisError) -> FrameSelection {
    guard alternatives.count > 1 else { throw .tooFewAlternatives }
    var rows: [Int] = []
    for id in alternatives {
      guard let row = problem.alternatives.firstIndex(of: id) else { throw .unknownAlternative(id) }
      guard !rows.contains(row) else { throw .duplicateAlternative(id) }
      rows.append(row)
    }
    do throws(DecisionProblemError) {
      let columns = try columns(of: list)
      guard !columns.isEmpty else { throw .noCriteria }
      // Rows that are stood on join the list as they are met, so theirs are met as well.
      var next = 0
      while next < rows.count {
        for column in columns {
          let below = baseline(rows[next], column)
          if below >= 0, !rows.contains(below) { rows.append(below) }
        }
        next += 1
      }
      return FrameSelection(
        alternatives: alternatives, rows: rows, criteria: list ?? criteria, columns: columns)
    } catch {
      throw .invalidProblem([error])
    }
  }

  /// The values of a selection with weights for its criteria, in any order.
  func model(
    _ selection: FrameSelection, _ weights: CriterionWeights
  ) throws(AnalysisError) -> AdditiveModel {
    var cells: [Double] = []
    cells.reserveCapacity(selection.alternatives.count * selection.columns.count)
    for row in selection.rows.prefix(selection.alternatives.count) {
      for column in selection.columns { cells.append(ranges.values[row * criteria.count + column]) }
    }
    return AdditiveModel(
      alternatives: selection.alternatives, criteria: selection.criteria, cells: cells,
      weights: try AdditiveModel.ordered(weights, for: selection.criteria))
  }
}
