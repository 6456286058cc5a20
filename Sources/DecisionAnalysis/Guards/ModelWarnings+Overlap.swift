// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension ModelWarnings {
  /// The correlation of the values of two criteria above which they may say the same.
  static let sameCorrelation = 0.95
  /// The fewest alternatives that a correlation says anything about.
  static let fewestForCorrelation = 4

  /// Criteria that may count one thing twice: they carry one tag, or, with at least four
  /// alternatives, put them in one order with a correlation of values above 0.95.
  package static func ofOverlap(in problem: DecisionProblem) -> [ModelWarning] {
    var tags: [String] = []
    for tag in problem.criteria.flatMap(\.measures) where !tags.contains(tag) { tags.append(tag) }
    let shared = tags.compactMap { tag -> ModelWarning? in
      let ids = problem.criteria.filter { $0.measures.contains(tag) }.map(\.id)
      return ids.count > 1 ? .sharedMeasure(tag: tag, criteria: ids) : nil
    }
    return shared + sameOrders(in: problem)
  }

  private static func sameOrders(in problem: DecisionProblem) -> [ModelWarning] {
    guard problem.alternatives.count >= fewestForCorrelation else { return [] }
    let values = problem.values()
    let columns = problem.criteria.indices.map { column in values.map { $0[column] } }
    return columns.indices.flatMap { one in
      columns.indices.filter { $0 > one && isSame(columns[one], columns[$0]) }.map { other in
        .sameOrder(problem.criteria[one].id, problem.criteria[other].id)
      }
    }
  }

  /// Whether two lists have one order, ties included, and a correlation above the limit.
  private static func isSame(_ first: [Double], _ second: [Double]) -> Bool {
    for one in first.indices {
      for other in first.indices where other > one {
        let (a, b) = (first[one] - first[other], second[one] - second[other])
        if (a > 0) != (b > 0) || (a < 0) != (b < 0) { return false }
      }
    }
    let count = Double(first.count)
    let (m, n) = (first.reduce(0, +) / count, second.reduce(0, +) / count)
    var (product, squares, others) = (0.0, 0.0, 0.0)
    for (x, y) in zip(first, second) {
      product += (x - m) * (y - n)
      squares += (x - m) * (x - m)
      others += (y - n) * (y - n)
    }
    let length = (squares * others).squareRoot()
    return length > 0 && product > sameCorrelation * length
  }
}
