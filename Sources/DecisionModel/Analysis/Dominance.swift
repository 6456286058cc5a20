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

  /// Whether the first row of values is nowhere below the second and somewhere above it.
  static func dominates(_ first: [Double], _ second: [Double]) -> Bool {
    neverWorse(first, second) && zip(first, second).contains { $0 > $1 }
  }

  private static func neverWorse(_ first: [Double], _ second: [Double]) -> Bool {
    zip(first, second).allSatisfy { $0 >= $1 }
  }

  /// Every dominance between two alternatives of a valid problem, in the order of the problem.
  ///
  /// Limits of a relative cell are taken together with those of its baseline, the cautious reading.
  /// Source: `decision-model.md` 2.6.
  public static func all(in problem: DecisionProblem) -> [Dominance] {
    let values = problem.values()
    let worst = endValues(of: problem, best: false)
    let best = endValues(of: problem, best: true)
    var found: [Dominance] = []
    for (one, dominant) in problem.alternatives.enumerated() {
      for (other, dominated) in problem.alternatives.enumerated()
      where dominates(values[one], values[other]) {
        found.append(
          Dominance(
            dominant: dominant, dominated: dominated,
            holdsForIntervals: neverWorse(worst[one], best[other])))
      }
    }
    return found
  }

  private static func endValues(of problem: DecisionProblem, best: Bool) -> [[Double]] {
    problem.alternatives.indices.map { row in
      problem.criteria.enumerated().map { column, criterion in
        let span = problem.table.span(row, column)
        let low = criterion.valueFunction.value(at: span.low)
        let high = criterion.valueFunction.value(at: span.high)
        return best ? max(low, high) : min(low, high)
      }
    }
  }
}
