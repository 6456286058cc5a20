// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A person's lowest and highest swing points for one criterion, with the range that was shown.
public struct IntervalAnswer: Sendable, Equatable {
  /// The id of the criterion.
  public let criterion: String
  /// The worst level shown, in the unit of the criterion.
  public let worst: Double
  /// The best level shown, in the unit of the criterion.
  public let best: Double
  /// The lowest points, 0...100.
  public let low: Double
  /// The highest points, `low`...100.
  public let high: Double

  /// The middle of the points, which the point weights are made of.
  public var middle: Double { low + (high - low) / 2 }

  /// An answer with the anchors that it was asked with.
  public init(criterion: String, worst: Double, best: Double, low: Double, high: Double) {
    self.criterion = criterion
    self.worst = worst
    self.best = best
    self.low = low
    self.high = high
  }
}
