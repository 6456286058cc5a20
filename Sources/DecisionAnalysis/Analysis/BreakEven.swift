// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The level of one performance at which two alternatives would tie, all else at its estimate.
///
/// Without a shared baseline it is x* = v^-1(v_ak - (V_a - V_b) / w_k)
/// (DecisionAnalysis.docc/Sensitivity.md, "Break-even level"). Where the rival stands on the moved
/// cell, it moves along and x* solves the piecewise-linear equation.
public struct BreakEven: Sendable, Equatable {
  /// The performance that is moved.
  public let cell: CellReference
  /// The id of the alternative that it is compared with.
  public let rival: String
  /// The level of the tie that is nearest to the estimate, in the unit of the criterion; `nil` when
  /// no level between the anchors makes them tie.
  public let level: Double?
  /// Whether that level lies inside the 95 % interval: within what the studies leave open.
  public let insideEvidence: Bool

  /// The break-even of the alternative at `alternative` against `rival` on a criterion (indices).
  ///
  /// `model` holds the values and weights of `problem`, which is valid.
  public init(
    _ problem: DecisionProblem, _ model: AdditiveModel, alternative: Int, rival: Int, criterion: Int
  ) {
    let line = LevelLead(problem, of: alternative, over: rival, criterion: criterion)
    self.init(
      line, rival: problem.alternatives[rival],
      base: model.lead(of: alternative, over: rival, without: criterion),
      weight: model.weights[criterion])
  }

  /// The break-even on a line, with the lead on everything else and the weight of the criterion.
  @inline(__always)
  init(_ line: LevelLead, rival: String, base: Double, weight: Double) {
    cell = line.cell
    self.rival = rival
    let tie = weight > 0 ? line.nearestZero(base: base, weight: weight) : nil
    level = tie
    insideEvidence = tie.map { line.interval.contains($0) } ?? false
  }
}

/// How the lead of one alternative over another on a criterion follows the level of one performance:
/// everything about a break-even that no weight changes.
///
/// The lead in total value is base + w gap(level); the gap is straight between neighbouring corners,
/// unless the rival follows by an odds ratio: then there are many corners, and the level between two
/// of them is searched.
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
  /// How the rival follows in a curve; nil when it does so in a straight line.
  private let curve: (function: PartialValueFunction, follower: LevelDependence)?

  /// The line of the alternative at `alternative` against `rival` on a criterion (indices) of a
  /// valid problem.
  init(
    _ problem: DecisionProblem, of alternative: Int, over rival: Int, criterion column: Int
  ) {
    let table = problem.table
    let criterion = problem.criteria[column]
    let follower = table.dependence(of: rival, on: alternative, criterion: column)
    func corner(_ level: Double) -> Corner {
      Corner(level: level, gap: Self.gap(at: level, criterion.valueFunction, follower))
    }
    cell = problem.reference(alternative, column)
    interval = table.interval(alternative, column)
    current = corner(table.estimate(alternative, column))
    corners = Self.levels(of: criterion, follower: follower).map(corner)
    curve = follower.isStraight ? nil : (criterion.valueFunction, follower)
  }

  private static func gap(
    at level: Double, _ function: PartialValueFunction, _ follower: LevelDependence
  ) -> Double {
    function.value(at: level) - function.value(at: follower.level(at: level))
  }

  /// How many parts the range is looked at in where the gap is a curve.
  private static let parts = 64

  /// The levels between the anchors where the lead may bend, ascending.
  private static func levels(of criterion: Criterion, follower: LevelDependence) -> [Double] {
    let own = criterion.valueFunction.points.map(\.level)
    let mirrored = own.compactMap { follower.other(givingLevel: $0) }
    var levels = own + mirrored.filter { criterion.anchorsContain($0) }
    if !follower.isStraight {
      let step = (criterion.best - criterion.worst) / Double(parts)
      levels += (1..<parts).map { criterion.worst + Double($0) * step }
    }
    return levels.sorted()
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
        take(
          curve.map { Self.zero(between: low, high, base, weight, $0.function, $0.follower) }
            ?? low.level + (high.level - low.level) * (first / (first - last)))
      }
    }
    return nearest
  }

  /// Where a curve crosses zero between two corners, by halving to the last bit.
  private static func zero(
    between low: Corner, _ high: Corner, _ base: Double, _ weight: Double,
    _ function: PartialValueFunction, _ follower: LevelDependence
  ) -> Double {
    let isRising = base + weight * high.gap > 0
    var (first, last) = (low.level, high.level)
    for _ in 0..<100 {
      let middle = first + (last - first) / 2
      if middle <= first || middle >= last { break }
      let isAbove = base + weight * gap(at: middle, function, follower) > 0
      if isAbove == isRising { last = middle } else { first = middle }
    }
    return first + (last - first) / 2
  }
}
