// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

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
