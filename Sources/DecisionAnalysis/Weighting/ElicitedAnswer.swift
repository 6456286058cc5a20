// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A person's points for one criterion, with the range that the question showed.
public struct ElicitedAnswer: Sendable, Equatable {
  /// The id of the criterion.
  public let criterion: String
  /// The worst level shown, in the unit of the criterion.
  public let worst: Double
  /// The best level shown, in the unit of the criterion.
  public let best: Double
  /// The points given; their range depends on the method.
  public let points: Double

  /// An answer with the anchors that it was asked with.
  public init(criterion: String, worst: Double, best: Double, points: Double) {
    self.criterion = criterion
    self.worst = worst
    self.best = best
    self.points = points
  }
}
