// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// One alternative that is at least as good as another on everything listed, and better on one
/// thing.
public struct Dominance: Sendable, Equatable {
  /// The id of the alternative that is never worse.
  public let dominant: String
  /// The id of the alternative that is never better; no weights put it first alone.
  public let dominated: String
  /// Whether it also holds between the worst limit of the one and the best limit of the other.
  public let holdsForIntervals: Bool

  /// Every dominance between two alternatives of a valid problem, in the order of the problem.
  ///
  /// Limits of a relative cell are taken together with those of its baseline, the cautious reading.
  /// Source: DecisionAnalysis.docc/Sensitivity.md, "Dominance".
  public static func all(in problem: DecisionProblem) -> [Dominance] {
    all(
      ValueRanges(problem), width: problem.criteria.count, problem.alternatives,
      rows: Array(problem.alternatives.indices), columns: Array(problem.criteria.indices))
  }

  /// Every dominance between the alternatives at `rows`, on the criteria at `columns`, of ranges
  /// with `width` criteria; `ids` are those of the rows.
  static func all(
    _ ranges: ValueRanges, width: Int, _ ids: [String], rows: [Int], columns: [Int]
  ) -> [Dominance] {
    var found: [Dominance] = []
    for one in ids.indices {
      for other in ids.indices where one != other {
        let (first, second) = (rows[one] * width, rows[other] * width)
        guard dominates(ranges.values, first, second, columns) else { continue }
        let holds = columns.allSatisfy { ranges.worst[first + $0] >= ranges.best[second + $0] }
        found.append(
          Dominance(dominant: ids[one], dominated: ids[other], holdsForIntervals: holds))
      }
    }
    return found
  }

  /// Whether the values from `first` are nowhere below those from `second` and somewhere above.
  private static func dominates(
    _ values: [Double], _ first: Int, _ second: Int, _ columns: [Int]
  ) -> Bool {
    var isBetter = false
    for column in columns {
      let (one, other) = (values[first + column], values[second + column])
      guard one >= other else { return false }
      if one > other { isBetter = true }
    }
    return isBetter
  }
}

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
