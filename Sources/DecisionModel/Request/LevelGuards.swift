// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Looks for anchors and levels that may mislead.
struct LevelGuards {
  let request: AnalysisRequest

  init(_ request: AnalysisRequest) { self.request = request }

  private var problem: DecisionProblem { request.problem }

  /// The warnings, in the order of the criteria.
  var warnings: [AnalysisWarning] {
    problem.criteria.indices.flatMap { column in
      spans(column) + outside(column) + dependence(column) + notes(column)
    }
  }

  private func warning(
    _ kind: AnalysisWarning.Kind, _ column: Int, rows: [Int] = [], detail: String? = nil
  ) -> AnalysisWarning {
    AnalysisWarning(
      kind, criteria: [problem.criteria[column].id], alternatives: rows.map(problem.rowID),
      detail: detail)
  }

  private func spans(_ column: Int) -> [AnalysisWarning] {
    if request.criterionNotes[column].hasLocalAnchors { return [warning(.localAnchors, column)] }
    let values = problem.values().map { $0[column] }
    let lowest = values.reduce(.infinity) { min($0, $1) }
    let highest = values.reduce(-.infinity) { max($0, $1) }
    if highest - lowest < 0.1 { return [warning(.spanBelowTenth, column)] }
    return lowest <= 0 && highest >= 1 ? [warning(.spanReachesBothAnchors, column)] : []
  }

  private func outside(_ column: Int) -> [AnalysisWarning] {
    let criterion = problem.criteria[column]
    let rows = Array(problem.alternatives.indices)
    let beyond = rows.filter { row in
      let limits = problem.table.interval(row, column)
      return ![problem.table.estimate(row, column), limits.low, limits.high]
        .allSatisfy { criterion.anchorsContain($0) }
    }
    let (low, high) = (
      min(criterion.worst, criterion.best), max(criterion.worst, criterion.best)
    )
    let drawn = rows.filter { row in
      let cell = problem.table.cell(row, column)
      guard cell.baseline == nil, !cell.distribution.isExact else { return false }
      let marginal = cell.distribution.marginal
      return marginal.probability(upTo: low) + 1 - marginal.probability(upTo: high) > 0.01
    }
    return (beyond.isEmpty ? [] : [warning(.outsideAnchors, column, rows: beyond)])
      + (drawn.isEmpty ? [] : [warning(.drawsOutsideAnchors, column, rows: drawn)])
  }

  /// Whether unsure levels stand side by side without a shared baseline.
  private func dependence(_ column: Int) -> [AnalysisWarning] {
    let table = problem.table
    let rows = problem.alternatives.indices.filter {
      !table.cell($0, column).distribution.isExact
    }
    let isShared = rows.contains { table.cell($0, column).baseline != nil }
    guard rows.count > 1, !isShared else { return [] }
    var studies: [String] = []
    for row in rows {
      if let study = request.performanceNotes[row][column].study, !studies.contains(study) {
        studies.append(study)
      }
    }
    return [warning(.independentLevels, column, rows: rows)]
      + (studies.count > 1
        ? [
          warning(
            .differentStudies, column, rows: rows, detail: studies.joined(separator: " "))
        ] : [])
  }

  private func notes(_ column: Int) -> [AnalysisWarning] {
    let rows = problem.alternatives.indices.filter {
      request.performanceNotes[$0][column].spansAnchors
    }
    let failing = problem.alternatives.indices.filter { row in
      request.criterionNotes[column].requirement
        .map { !$0.isMet(by: problem.table.estimate(row, column)) } ?? false
    }
    return (rows.isEmpty ? [] : [warning(.spanInsteadOfNumber, column, rows: rows)])
      + (failing.isEmpty ? [] : [warning(.missesRequirement, column, rows: failing)])
  }
}
