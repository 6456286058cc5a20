// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The partial values of the estimates and of the outermost levels that limits allow, for one
/// alternative after the other.
struct ValueRanges: Sendable {
  /// The value of each estimate.
  let values: [Double]
  /// The value of the worse end of each span.
  let worst: [Double]
  /// The value of the better end of each span.
  let best: [Double]

  /// The ranges of a valid problem.
  init(_ problem: DecisionProblem) {
    var worst: [Double] = []
    var best: [Double] = []
    for row in problem.alternatives.indices {
      for (column, criterion) in problem.criteria.enumerated() {
        let span = problem.table.span(row, column)
        let low = criterion.valueFunction.value(at: span.low)
        let high = criterion.valueFunction.value(at: span.high)
        worst.append(min(low, high))
        best.append(max(low, high))
      }
    }
    values = problem.values().flatMap { $0 }
    self.worst = worst
    self.best = best
  }
}
