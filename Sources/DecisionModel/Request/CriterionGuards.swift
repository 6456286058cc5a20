// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Looks for criteria that may count one thing twice, depend on each other, or hide who pays.
struct CriterionGuards {
  let request: AnalysisRequest

  init(_ request: AnalysisRequest) { self.request = request }

  private var criteria: [Criterion] { request.problem.criteria }

  /// The warnings, in the order of the criteria.
  var warnings: [AnalysisWarning] {
    let values = request.problem.values()
    var found: [AnalysisWarning] = []
    for (column, criterion) in criteria.enumerated() {
      let note = request.criterionNotes[column]
      if note.isCost, note.payer == nil {
        found.append(AnalysisWarning(.costWithoutPayer, criteria: [criterion.id]))
      }
      found += note.dependences.map {
        AnalysisWarning(
          .preferenceDependence, criteria: [criterion.id, $0.criterion], detail: $0.reason)
      }
      for (place, other) in criteria.enumerated().dropFirst(column + 1) {
        found += criterion.measures.filter { other.measures.contains($0) }.map {
          AnalysisWarning(.sharedMeasure, criteria: [criterion.id, other.id], detail: $0)
        }
        let pairs = values.map { ($0[column], $0[place]) }
        if pairs.count > 3, Self.agree(pairs) {
          found.append(AnalysisWarning(.correlatedCriteria, criteria: [criterion.id, other.id]))
        }
      }
    }
    return found
  }

  /// Whether two columns of values have the same order and a correlation above 0.95.
  private static func agree(_ pairs: [(Double, Double)]) -> Bool {
    for (place, one) in pairs.enumerated() {
      for other in pairs.dropFirst(place + 1)
      where (one.0 < other.0) != (one.1 < other.1) || (one.0 > other.0) != (one.1 > other.1) {
        return false
      }
    }
    let count = Double(pairs.count)
    let means = (
      pairs.reduce(0) { $0 + $1.0 } / count, pairs.reduce(0) { $0 + $1.1 } / count
    )
    var (first, second, both) = (0.0, 0.0, 0.0)
    for pair in pairs {
      let (one, other) = (pair.0 - means.0, pair.1 - means.1)
      first += one * one
      second += other * other
      both += one * other
    }
    let length = (first * second).squareRoot()
    return length > 0 && both > 0.95 * length
  }
}
