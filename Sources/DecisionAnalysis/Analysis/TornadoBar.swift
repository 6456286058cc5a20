// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// How far one unsure performance moves the difference between two alternatives.
///
/// The cell's own quantity goes from its low to its high 95 % limit, all else at its estimate.
/// Levels that stand on the cell move along. Source: DecisionAnalysis.docc/Sensitivity.md,
/// "Tornado".
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
    var bars: [TornadoBar] = []
    for column in problem.criteria.indices {
      let base = model.lead(of: first, over: second, without: column)
      for row in 0..<problem.table.rowCount {
        if let moved = MovedCell(problem, row: row, criterion: column),
          moved.moves(first, second)
        {
          bars.append(TornadoBar(moved, first, second, base: base, weight: model.weights[column]))
        }
      }
    }
    return widestFirst(bars)
  }

  /// The bar of a cell between two alternatives (indices), with the lead on everything else and the
  /// weight of the criterion.
  @inline(__always)
  init(_ moved: MovedCell, _ first: Int, _ second: Int, base: Double, weight: Double) {
    cell = moved.cell
    differenceAtLow = base + weight * (moved.atLow[first] - moved.atLow[second])
    differenceAtHigh = base + weight * (moved.atHigh[first] - moved.atHigh[second])
  }

  /// The bars by width; equal ones keep their order.
  static func widestFirst(_ bars: [TornadoBar]) -> [TornadoBar] {
    let widths = bars.map(\.width)
    var order = Array(bars.indices)
    // Insertion, which is fast for the few bars there are, leaves equal ones as they stand.
    for start in order.indices.dropFirst() {
      let index = order[start]
      var place = start
      while place > 0, widths[order[place - 1]] < widths[index] {
        order[place] = order[place - 1]
        place -= 1
      }
      order[place] = index
    }
    return order.map { bars[$0] }
  }
}

/// One unsure performance at its limits: everything about a tornado bar that no weight changes.
struct MovedCell: Sendable {
  /// The performance that is moved; it may be a reference row.
  let cell: CellReference
  /// The values of all alternatives on the criterion with the cell at its low limit.
  let atLow: [Double]
  /// The values of all alternatives on the criterion with the cell at its high limit.
  let atHigh: [Double]
  /// Whether each alternative is the cell's or stands on it.
  private let stands: [Bool]

  /// The cell of a row on a criterion (indices) of a valid problem; `nil` when it is exact.
  init?(_ problem: DecisionProblem, row: Int, criterion column: Int) {
    let table = problem.table
    let moved = table.cell(row, column)
    guard !moved.distribution.isExact else { return nil }
    let function = problem.criteria[column].valueFunction
    func values(at own: Double) -> [Double] {
      let level = table.level(row, column, own: own)
      return problem.alternatives.indices.map { alternative in
        let follower = table.dependence(of: alternative, on: row, criterion: column)
        return function.value(at: follower.level(at: level))
      }
    }
    cell = problem.reference(row, column)
    atLow = values(at: moved.interval.low)
    atHigh = values(at: moved.interval.high)
    stands = problem.alternatives.indices.map { table.stands($0, on: row, criterion: column) }
  }

  /// Whether one of two alternatives (indices) moves with the cell.
  func moves(_ first: Int, _ second: Int) -> Bool { stands[first] || stands[second] }
}
