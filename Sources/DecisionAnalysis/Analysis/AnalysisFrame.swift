// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Everything about the closed forms of a problem that no weight changes.
///
/// It is made once for a problem and shared by all persons, with whatever list of criteria: a list
/// only picks columns.
public struct AnalysisFrame: Sendable {
  /// The problem, which has no faults.
  public let problem: DecisionProblem

  /// The ids of the criteria.
  let criteria: [String]
  /// The names of the branches, in the order of the criteria.
  let branches: [String]
  /// The branch of each criterion.
  let branchOf: [Int]
  /// The values of all alternatives.
  let ranges: ValueRanges
  /// One for each alternative, other alternative and criterion.
  private let leads: [LevelLead]
  /// The unsure cells.
  private let moved: [MovedCell]
  /// The place of each cell in `moved`, one row after the other; -1 for an exact one.
  private let movedPlaces: [Int]
  /// The row that each cell stands on, one row after the other; -1 for none.
  private let baselines: [Int]

  /// The frame of a problem.
  ///
  /// - Throws: `AnalysisError.invalidProblem` with every mistake of the problem.
  public init(_ problem: DecisionProblem) throws(AnalysisError) {
    let faults = problem.faults
    guard faults.isEmpty else { throw .invalidProblem(faults) }
    self.problem = problem
    criteria = problem.criteria.map(\.id)
    var branches: [String] = []
    for criterion in problem.criteria where !branches.contains(criterion.branch) {
      branches.append(criterion.branch)
    }
    self.branches = branches
    branchOf = problem.criteria.map { branches.firstIndex(of: $0.branch) ?? 0 }
    ranges = ValueRanges(problem)
    let alternatives = problem.alternatives.indices
    leads = alternatives.flatMap { one in
      alternatives.filter { $0 != one }.flatMap { other in
        problem.criteria.indices.map { LevelLead(problem, of: one, over: other, criterion: $0) }
      }
    }
    var moved: [MovedCell] = []
    var places: [Int] = []
    var baselines: [Int] = []
    for row in 0..<problem.table.rowCount {
      for column in problem.criteria.indices {
        baselines.append(problem.table.cell(row, column).baseline?.alternative ?? -1)
        guard let cell = MovedCell(problem, row: row, criterion: column) else {
          places.append(-1)
          continue
        }
        places.append(moved.count)
        moved.append(cell)
      }
    }
    self.moved = moved
    movedPlaces = places
    self.baselines = baselines
  }

  /// How the lead of one alternative over another follows the level of one cell (indices).
  func lead(of one: Int, over other: Int, criterion: Int) -> LevelLead {
    let pair = one * (problem.alternatives.count - 1) + (other < one ? other : other - 1)
    return leads[pair * criteria.count + criterion]
  }

  /// The cell of a row and a criterion at its limits; `nil` when it is exact.
  func movedCell(_ row: Int, _ criterion: Int) -> MovedCell? {
    let place = movedPlaces[row * criteria.count + criterion]
    return place < 0 ? nil : moved[place]
  }

  /// The row that a cell stands on; -1 for none.
  func baseline(_ row: Int, _ criterion: Int) -> Int { baselines[row * criteria.count + criterion] }
}

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

/// Why an analysis cannot be made.
public enum AnalysisError: Error, Sendable, Equatable {
  /// The problem has mistakes.
  case invalidProblem([DecisionProblemError])
  /// The weights are not for exactly the criteria of the problem.
  case weightsDoNotFit
  /// An alternative to compare is not in the problem.
  case unknownAlternative(String)
  /// An alternative to compare is named twice.
  case duplicateAlternative(String)
  /// Fewer than two alternatives to compare.
  case tooFewAlternatives
  /// A number of draws that there is no lattice for.
  case unusablePoints(Int)
  /// Draws that were given are of another shape than the ids, or hold a number that is not finite.
  case drawsDoNotFit
}
