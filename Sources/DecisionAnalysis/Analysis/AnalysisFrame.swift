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
