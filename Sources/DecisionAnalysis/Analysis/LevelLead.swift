// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// How the lead of one alternative over another on a criterion follows the level of one performance:
/// everything about a break-even that no weight changes.
///
/// The lead in total value is base + w gap(level); the gap is straight between neighbouring corners.
struct LevelLead: Sendable {
  /// A level and by how much its value is above that of the rival then.
  struct Corner: Sendable {
    let level: Double
    let gap: Double
  }

  /// The performance that is moved.
  let cell: CellReference
  /// The 95 % limits of its level.
  let interval: PerformanceInterval
  private let current: Corner
  private let corners: [Corner]

  /// The line of the alternative at `alternative` against `rival` on a criterion (indices) of a
  /// valid problem.
  init(
    _ problem: DecisionProblem, of alternative: Int, over rival: Int, criterion column: Int
  ) {
    let table = problem.table
    let criterion = problem.criteria[column]
    let follower = table.dependence(of: rival, on: alternative, criterion: column)
    func corner(_ level: Double) -> Corner {
      let function = criterion.valueFunction
      let other = function.value(at: follower.level(at: level))
      return Corner(level: level, gap: function.value(at: level) - other)
    }
    cell = problem.reference(alternative, column)
    interval = table.interval(alternative, column)
    current = corner(table.estimate(alternative, column))
    corners = Self.levels(of: criterion, follower: follower).map(corner)
  }

  /// The levels between the anchors where the lead may bend, ascending.
  private static func levels(of criterion: Criterion, follower: LevelDependence) -> [Double] {
    let own = criterion.valueFunction.points.map(\.level)
    let mirrored =
      follower.slope == 0 ? [] : own.map { ($0 - follower.intercept) / follower.slope }
    return (own + mirrored.filter { criterion.anchorsContain($0) }).sorted()
  }

  /// The level nearest to the estimate where the lead is zero; of equally near ones the estimate,
  /// then a corner, then the lower level.
  func nearestZero(base: Double, weight: Double) -> Double? {
    let estimate = current.level
    if base + weight * current.gap == 0 { return estimate }
    var nearest: Double?
    var distance = Double.infinity
    func take(_ level: Double) {
      let away = (level - estimate).magnitude
      if nearest == nil || away < distance {
        nearest = level
        distance = away
      }
    }
    for corner in corners where base + weight * corner.gap == 0 { take(corner.level) }
    for index in corners.indices.dropFirst() {
      let (low, high) = (corners[index - 1], corners[index])
      let (first, last) = (base + weight * low.gap, base + weight * high.gap)
      if (first < 0 && last > 0) || (first > 0 && last < 0) {
        take(low.level + (high.level - low.level) * (first / (first - last)))
      }
    }
    return nearest
  }
}
