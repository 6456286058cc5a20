// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A person's rank for one criterion, with the range that the question showed.
public struct RankedAnswer: Sendable, Equatable {
  /// The id of the criterion.
  public let criterion: String
  /// The worst level shown, in the unit of the criterion.
  public let worst: Double
  /// The best level shown, in the unit of the criterion.
  public let best: Double
  /// The rank: 1 matters most; equal ranks are ties; only the order counts.
  public let rank: Int

  /// An answer with the anchors that it was asked with.
  public init(criterion: String, worst: Double, best: Double, rank: Int) {
    self.criterion = criterion
    self.worst = worst
    self.best = best
    self.rank = rank
  }
}
