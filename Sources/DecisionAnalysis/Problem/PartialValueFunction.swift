// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// How good each level of one criterion is: a piecewise-linear function from level to value.
///
/// Value 0 stands at the worst anchor and 1 at the best. The anchors are data, never taken from the
/// alternatives at hand, so that adding or dropping an alternative changes no value.
/// Source: additive value theory, Keeney and Raiffa 1976; DecisionAnalysis.docc/Values.md, "Partial
/// values".
public struct PartialValueFunction: Sendable, Equatable {
  /// The break points from the worst level (value 0) to the best level (value 1).
  public let points: [ValuePoint]
  /// Which way the criterion gets better.
  public let direction: Direction
  /// What happens beyond the anchors.
  public let outside: OutsideAnchors

  /// A function through the given break points, which may be listed from either end.
  ///
  /// - Parameter allowsFlatStretches: declares that neighbouring values may be equal.
  /// - Throws: `ValueFunctionFault` when points are too few, not finite, not monotone in the
  ///   direction, flat without being declared so, or do not run from 0 to 1.
  public init(
    points: [ValuePoint], direction: Direction, outside: OutsideAnchors = .extrapolate,
    allowsFlatStretches: Bool = false
  ) throws(ValueFunctionFault) {
    guard let first = points.first, let last = points.last, points.count > 1 else {
      throw .tooFewPoints
    }
    guard points.allSatisfy({ $0.level.isFinite && $0.value.isFinite }) else { throw .notFinite }
    let runsForward = direction.improves(from: first.level, to: last.level)
    let ordered = runsForward ? points : points.reversed()
    for (lower, upper) in zip(ordered, ordered.dropFirst()) {
      guard direction.improves(from: lower.level, to: upper.level) else {
        throw .levelsNotStrictlyMonotone
      }
      guard lower.value <= upper.value else { throw .valuesAgainstDirection }
      guard lower.value < upper.value || allowsFlatStretches else { throw .flatStretchNotDeclared }
    }
    guard ordered.first?.value == 0, ordered.last?.value == 1 else { throw .endsAreNotZeroAndOne }
    self.points = ordered
    self.direction = direction
    self.outside = outside
  }

  /// The straight line from the worst level (value 0) to the best level (value 1).
  ///
  /// - Throws: `ValueFunctionFault` when the anchors are equal or not finite.
  public static func linear(
    worst: Double, best: Double, outside: OutsideAnchors = .extrapolate
  ) throws(ValueFunctionFault) -> PartialValueFunction {
    try PartialValueFunction(
      points: [ValuePoint(level: worst, value: 0), ValuePoint(level: best, value: 1)],
      direction: worst < best ? .higherIsBetter : .lowerIsBetter, outside: outside)
  }

  /// The value of a level: 0...1 between the anchors; beyond them as `outside` says.
  ///
  /// Formula: v = v1 + (v2 - v1) (x - x1) / (x2 - x1) on the segment that holds x.
  public func value(at level: Double) -> Double {
    let last = points.count - 1
    // The comparisons with 1 and the ends of the segment keep rounding from breaking the order.
    if direction.improves(from: level, to: points[0].level) {
      return outside == .clamp ? 0 : line(through: 0, at: level)
    }
    if direction.improves(from: points[last].level, to: level) {
      return outside == .clamp ? 1 : max(line(through: last - 1, at: level), 1)
    }
    var segment = 0
    while segment < last - 1, !direction.improves(from: level, to: points[segment + 1].level) {
      segment += 1
    }
    let (lower, upper) = (points[segment], points[segment + 1])
    if level == upper.level { return upper.value }
    return min(max(line(through: segment, at: level), lower.value), upper.value)
  }

  /// The level that has the given value, or `nil` when the value is outside 0...1.
  ///
  /// On a flat stretch it is the level nearest to the worst anchor.
  public func level(ofValue value: Double) -> Double? {
    guard value >= 0, value <= 1 else { return nil }
    for (lower, upper) in zip(points, points.dropFirst()) where value <= upper.value {
      if value == upper.value, lower.value < value { return upper.level }
      guard lower.value < upper.value else { return lower.level }
      let share = (value - lower.value) / (upper.value - lower.value)
      return lower.level + (upper.level - lower.level) * share
    }
    return nil
  }

  /// The line through break points `segment` and `segment + 1`, continued to any level.
  private func line(through segment: Int, at level: Double) -> Double {
    let (lower, upper) = (points[segment], points[segment + 1])
    let rise = upper.value - lower.value
    return lower.value + rise * (level - lower.level) / (upper.level - lower.level)
  }
}

/// One break point of a partial value function.
public struct ValuePoint: Sendable, Equatable {
  /// The level, in the unit of the criterion.
  public let level: Double
  /// How good that level is: 0 at the worst anchor, 1 at the best.
  public let value: Double

  /// A break point from a level and its value.
  public init(level: Double, value: Double) {
    self.level = level
    self.value = value
  }
}

/// What a partial value function does with a level beyond its anchors.
public enum OutsideAnchors: String, Sendable, Equatable, CaseIterable {
  /// Continue the end segment, so that values may fall below 0 or rise above 1.
  case extrapolate
  /// Hold the value of the nearer anchor.
  case clamp
}

/// Why a partial value function cannot be built.
public enum ValueFunctionFault: Error, Sendable, Equatable {
  /// Fewer than two break points.
  case tooFewPoints
  /// A level or value is infinite or not a number.
  case notFinite
  /// Levels do not run strictly in one direction.
  case levelsNotStrictlyMonotone
  /// A value falls from the worst level towards the best one.
  case valuesAgainstDirection
  /// Two neighbouring values are equal and flat stretches were not declared.
  case flatStretchNotDeclared
  /// The worst level does not have value 0, or the best level does not have value 1.
  case endsAreNotZeroAndOne
}
