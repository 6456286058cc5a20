// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The declared limits of the four classes of a verdict.
///
/// No published consensus exists (`decision-model.md` 2.8).
public struct VerdictThresholds: Sendable, Equatable {
  /// Below this margin, in points of 100, no alternative fits even somewhat better.
  public let sameBelow: Double
  /// Below this margin, in points of 100, no alternative fits clearly better.
  public let closeBelow: Double
  /// A flip within this share of a weight keeps an alternative from fitting clearly better (0.25:
  /// 0.75 to 1.25 times it).
  public let flipWithin: Double
  /// The smallest share of first ranks that fits somewhat better, 0...1.
  public let somewhatShare: Double
  /// The smallest share of first ranks that fits clearly better, 0...1.
  public let clearlyShare: Double
  /// The smallest share of first ranks that stands in for dominance within the intervals, 0...1.
  public let dominantShare: Double

  /// Limits as declared; those left out are the defaults of `decision-model.md` 2.8.
  public init(
    sameBelow: Double = 2, closeBelow: Double = 5, flipWithin: Double = 0.25,
    somewhatShare: Double = 0.6, clearlyShare: Double = 0.8, dominantShare: Double = 0.95
  ) {
    self.sameBelow = sameBelow
    self.closeBelow = closeBelow
    self.flipWithin = flipWithin
    self.somewhatShare = somewhatShare
    self.clearlyShare = clearlyShare
    self.dominantShare = dominantShare
  }

  /// The limits of the first cut, without simulation.
  public var closeness: ClosenessThresholds {
    ClosenessThresholds(sameBelow: sameBelow, closeBelow: closeBelow, flipWithin: flipWithin)
  }
}
