// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Looks for anchors and levels that may mislead.
struct LevelGuards {
  let request: AnalysisRequest

  init(_ request: AnalysisRequest) { self.request = request }

  private var problem: DecisionProblem { request.problem }

  /// The warnings, in the order of the criteria.
  var warnings: [AnalysisWarning] {
    let model = ModelWarnings.ofRanges(in: problem) + ModelWarnings.ofDraws(in: problem)
    let local = request.problem.criteria.indices.filter {
      request.criterionNotes[$0].hasLocalAnchors
    }
    // Anchors that are made of the alternatives are a warning of their own.
    let isLocal = { (warning: AnalysisWarning) in
      warning.kind == .rangeTooNarrow
        && local.contains { problem.criteria[$0].id == warning.criteria.first }
    }
    return model.compactMap { AnalysisWarning($0) }.filter { !isLocal($0) }
      + local.map { warning(.localAnchors, $0) }
      + problem.criteria.indices.flatMap { column in
        outside(column) + dependence(column) + notes(column)
      }
  }

  private func warning(
    _ kind: AnalysisWarning.Kind, _ column: Int, rows: [Int] = [], detail: String? = nil
  ) -> AnalysisWarning {
    AnalysisWarning(
      kind, criteria: [problem.criteria[column].id], alternatives: rows.map(problem.rowID),
      detail: detail)
  }

  private func outside(_ column: Int) -> [AnalysisWarning] {
    let criterion = problem.criteria[column]
    let rows = Array(problem.alternatives.indices)
    let beyond = rows.filter { row in
      let limits = problem.table.interval(row, column)
      return ![problem.table.estimate(row, column), limits.low, limits.high]
        .allSatisfy { criterion.anchorsContain($0) }
    }
    return beyond.isEmpty ? [] : [warning(.outsideAnchors, column, rows: beyond)]
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
    return [warning(.drawnApart, column, rows: rows)]
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
