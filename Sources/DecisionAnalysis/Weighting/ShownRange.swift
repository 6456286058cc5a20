// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The range of a criterion that a question showed.
///
/// A weight belongs to its range: answers that relate criteria to each other carry one for each.
public struct ShownRange: Sendable, Equatable {
  /// The id of the criterion.
  public let criterion: String
  /// The worst level shown, in the unit of the criterion.
  public let worst: Double
  /// The best level shown, in the unit of the criterion.
  public let best: Double

  /// A range from its parts.
  public init(criterion: String, worst: Double, best: Double) {
    self.criterion = criterion
    self.worst = worst
    self.best = best
  }
}
