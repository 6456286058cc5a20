// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// How far one unsure performance moves the difference between two alternatives.
///
/// The cell's own quantity goes from its low to its high 95 % limit, all else at its estimate.
/// Levels that stand on the cell move along. Source: `decision-model.md` 2.6.
public struct TornadoBar: Sendable, Equatable {
  /// The performance that is moved; it may be a reference row.
  public let cell: CellReference
  /// V_a - V_b with the cell at its low limit, in values (1 is 100 points).
  public let differenceAtLow: Double
  /// V_a - V_b with the cell at its high limit, in values.
  public let differenceAtHigh: Double

  /// The signed change of V_a - V_b from the low to the high limit.
  public var change: Double { differenceAtHigh - differenceAtLow }
  /// The length of the bar.
  public var width: Double { change.magnitude }
  /// Whether one limit puts the one alternative first and the other limit the other.
  public var crossesZero: Bool {
    min(differenceAtLow, differenceAtHigh) < 0 && max(differenceAtLow, differenceAtHigh) > 0
  }

  /// The bars for every performance that is not exact and that one of the two alternatives
  /// (indices) stands on, the widest first; equal widths in the order of criteria, then of rows.
  ///
  /// `model` holds the values and weights of `problem`, which is valid.
  public static func all(
    in problem: DecisionProblem, _ model: AdditiveModel, between first: Int, and second: Int
  ) -> [TornadoBar] {
    let table = problem.table
    var bars: [TornadoBar] = []
    for column in problem.criteria.indices {
      for row in 0..<table.rowCount where !table.cell(row, column).distribution.isExact {
        let touches = [first, second].contains { table.stands($0, on: row, criterion: column) }
        guard touches else { continue }
        let limits = table.cell(row, column).interval
        let place = (row: row, column: column)
        bars.append(
          TornadoBar(
            cell: problem.reference(row, column),
            differenceAtLow: difference(problem, model, first, second, place, own: limits.low),
            differenceAtHigh: difference(problem, model, first, second, place, own: limits.high)))
      }
    }
    return bars.indices.sorted { one, other in
      bars[one].width == bars[other].width ? one < other : bars[one].width > bars[other].width
    }.map { bars[$0] }
  }

  private static func difference(
    _ problem: DecisionProblem, _ model: AdditiveModel, _ first: Int, _ second: Int,
    _ place: (row: Int, column: Int), own: Double
  ) -> Double {
    let table = problem.table
    let moved = table.level(place.row, place.column, own: own)
    let values = [first, second].map { alternative in
      let follower = table.dependence(of: alternative, on: place.row, criterion: place.column)
      return problem.criteria[place.column].valueFunction.value(at: follower.level(at: moved))
    }
    return model.lead(of: first, over: second, without: place.column)
      + model.weights[place.column] * (values[0] - values[1])
  }
}
