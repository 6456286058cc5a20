// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// How often one criterion was shown in sets, and picked in them, with the range that was shown.
public struct MaxDiffAnswer: Sendable, Equatable {
  /// The id of the criterion.
  public let criterion: String
  /// The worst level shown, in the unit of the criterion.
  public let worst: Double
  /// The best level shown, in the unit of the criterion.
  public let best: Double
  /// In how many sets it was shown.
  public let shown: Int
  /// How often it was picked as the one that matters most.
  public let most: Int
  /// How often it was picked as the one that matters least.
  public let least: Int

  /// Counts with the anchors that were shown.
  public init(criterion: String, worst: Double, best: Double, shown: Int, most: Int, least: Int) {
    self.criterion = criterion
    self.worst = worst
    self.best = best
    self.shown = shown
    self.most = most
    self.least = least
  }

  /// The best-worst score, (most - least) / shown, -1...1; 0 when it was never shown.
  public var score: Double { shown > 0 ? Double(most - least) / Double(shown) : 0 }

  /// The square root of the ratio of the two counts, after adding an amount to both.
  ///
  /// Weights add a half, so that a criterion that was never picked has a weight too.
  public func rootRatio(adding amount: Double) -> Double {
    ((Double(most) + amount) / (Double(least) + amount)).squareRoot()
  }
}
