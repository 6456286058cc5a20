// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Looks for criteria that may count one thing twice, depend on each other, or hide who pays.
struct CriterionGuards {
  let request: AnalysisRequest

  init(_ request: AnalysisRequest) { self.request = request }

  private var criteria: [Criterion] { request.problem.criteria }

  /// The warnings, in the order of the criteria.
  var warnings: [AnalysisWarning] {
    var found = ModelWarnings.ofOverlap(in: request.problem).compactMap { AnalysisWarning($0) }
    for (column, criterion) in criteria.enumerated() {
      let note = request.criterionNotes[column]
      if note.isCost, note.payer == nil {
        found.append(AnalysisWarning(.payerNotStated, criteria: [criterion.id]))
      }
      found += note.dependences.map {
        AnalysisWarning(.dependence, criteria: [criterion.id, $0.criterion], detail: $0.reason)
      }
    }
    return found
  }
}
