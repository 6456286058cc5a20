// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// One thing that is traded off: a benefit, a harm or a burden.
public struct Criterion: Sendable, Equatable {
  /// The identifier that answers and texts refer to.
  public let id: String
  /// Which way the criterion gets better.
  public let direction: Direction
  /// The level with value 0, in the unit of the criterion.
  public let worst: Double
  /// The level with value 1, in the unit of the criterion.
  public let best: Double
  /// How good each level between the anchors is.
  public let valueFunction: PartialValueFunction
  /// The branch of the value tree that the criterion belongs to.
  public let branch: String
  /// What the criterion measures; two criteria that share a tag may count one thing twice.
  public let measures: [String]
  /// Whether estimates and limits may lie beyond the anchors; the value function says what they are
  /// worth there.
  public let acceptsLevelsOutside: Bool

  /// A criterion with its anchors and its value function (a straight line when left out).
  ///
  /// - Throws: `DecisionProblemError.anchorsAgainstDirection` when the anchors do not run in the
  ///   direction or are not finite; `.valueFunctionDoesNotFit` when the function has another
  ///   direction or other ends.
  public init(
    id: String, direction: Direction, worst: Double, best: Double,
    valueFunction: PartialValueFunction? = nil, branch: String, measures: [String] = [],
    acceptsLevelsOutside: Bool = false
  ) throws(DecisionProblemError) {
    guard worst.isFinite, best.isFinite, direction.improves(from: worst, to: best) else {
      throw .anchorsAgainstDirection(criterion: id)
    }
    let function: PartialValueFunction
    if let valueFunction {
      function = valueFunction
    } else {
      do throws(ValueFunctionFault) {
        function = try .linear(worst: worst, best: best)
      } catch {
        throw .valueFunction(criterion: id, error)
      }
    }
    guard function.direction == direction, function.points.first?.level == worst,
      function.points.last?.level == best
    else { throw .valueFunctionDoesNotFit(criterion: id) }
    self.id = id
    self.direction = direction
    self.worst = worst
    self.best = best
    self.valueFunction = function
    self.branch = branch
    self.measures = measures
    self.acceptsLevelsOutside = acceptsLevelsOutside
  }

  /// Whether a level lies between the anchors, the anchors included.
  public func anchorsContain(_ level: Double) -> Bool {
    min(worst, best) <= level && level <= max(worst, best)
  }
}

/// Which way along its scale a criterion gets better.
public enum Direction: String, Sendable, Equatable, CaseIterable {
  /// A larger level is better.
  case higherIsBetter
  /// A smaller level is better.
  case lowerIsBetter

  /// Whether moving from `first` to `second` is a step for the better, both in one unit.
  public func improves(from first: Double, to second: Double) -> Bool {
    switch self {
    case .higherIsBetter: first < second
    case .lowerIsBetter: first > second
    }
  }
}
