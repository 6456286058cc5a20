// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

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
