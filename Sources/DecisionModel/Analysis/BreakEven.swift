// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The level of one performance at which two alternatives would tie, all else at its estimate.
///
/// Without a shared baseline it is x* = v^-1(v_ak - (V_a - V_b) / w_k) (`decision-model.md` 2.6).
/// Where the rival stands on the moved cell, it moves along and x* solves the piecewise-linear
/// equation.
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
    let table = problem.table
    cell = problem.reference(alternative, criterion)
    self.rival = problem.alternatives[rival]
    let function = problem.criteria[criterion].valueFunction
    let follower = table.dependence(of: rival, on: alternative, criterion: criterion)
    let base = model.lead(of: alternative, over: rival, without: criterion)
    let weight = model.weights[criterion]
    func lead(_ level: Double) -> Double {
      let other = function.value(at: follower.level(at: level))
      return base + weight * (function.value(at: level) - other)
    }
    let corners = Self.corners(of: problem.criteria[criterion], follower: follower)
    let current = table.estimate(alternative, criterion)
    let ties = weight > 0 ? Self.zeros(of: lead, between: corners, current: current) : []
    level = ties.min { ($0 - current).magnitude < ($1 - current).magnitude }
    let interval = table.interval(alternative, criterion)
    insideEvidence = level.map { interval.contains($0) } ?? false
  }

  /// The levels between the anchors where the lead may bend, ascending.
  private static func corners(
    of criterion: Criterion, follower: LevelDependence
  ) -> [Double] {
    let own = criterion.valueFunction.points.map(\.level)
    let mirrored =
      follower.slope == 0 ? [] : own.map { ($0 - follower.intercept) / follower.slope }
    return (own + mirrored.filter { criterion.anchorsContain($0) }).sorted()
  }

  /// The zeros of a function that is straight between neighbouring corners.
  private static func zeros(
    of lead: (Double) -> Double, between corners: [Double], current: Double
  ) -> [Double] {
    var zeros = lead(current) == 0 ? [current] : []
    zeros += corners.filter { lead($0) == 0 }
    for (low, high) in zip(corners, corners.dropFirst()) {
      let (first, last) = (lead(low), lead(high))
      if (first < 0 && last > 0) || (first > 0 && last < 0) {
        zeros.append(low + (high - low) * (first / (first - last)))
      }
    }
    return zeros
  }
}

extension AdditiveModel {
  /// V_a - V_b (indices) over all criteria but one.
  func lead(of first: Int, over second: Int, without criterion: Int) -> Double {
    let (one, other) = (values[first], values[second])
    var sum = 0.0
    for column in weights.indices where column != criterion {
      sum += weights[column] * (one[column] - other[column])
    }
    return sum
  }
}
