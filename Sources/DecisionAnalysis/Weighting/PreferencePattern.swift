// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The shape of a set of weights, for texts that must not read much into a flat or one-sided one.
public enum PreferencePattern: String, Sendable, Equatable, CaseIterable {
  /// All criteria count the same.
  case allEqual
  /// One criterion counts and no other does.
  case singleCriterion
  /// Some criteria count for nothing, and at least two others count: see
  /// `CriterionWeights.withoutWeight`.
  case someCountForNothing
  /// Anything else.
  case ordinary

  /// The pattern of a set of weights.
  ///
  /// Shares of 100 points also count as equal when 100 cannot be divided by the number of criteria
  /// and no two shares are more than one point apart (34, 33, 33).
  public init(of weights: CriterionWeights) {
    let largest = weights.values.reduce(0) { max($0, $1) }
    let smallest = weights.values.reduce(1) { min($0, $1) }
    let isUneven = weights.method == .elicited(.hundredPoints) && 100 % weights.values.count != 0
    let room = isUneven ? 0.01 + 1e-9 : 1e-12
    if weights.values.filter({ $0 > 0 }).count == 1 {
      self = .singleCriterion
    } else if largest - smallest <= room {
      self = .allEqual
    } else if smallest == 0 {
      self = .someCountForNothing
    } else {
      self = .ordinary
    }
  }
}
