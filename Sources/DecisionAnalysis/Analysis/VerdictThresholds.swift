// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The declared limits of the verdict's classes.
///
/// No published consensus exists; a pack declares them and documents print them
/// (`decision-model.md` 2.8).
public struct VerdictThresholds: Sendable, Equatable {
  /// Below this margin, in points of 100, two alternatives are about the same.
  public let sameBelow: Double
  /// From this margin, in points of 100, one can fit clearly better.
  public let clearFrom: Double
  /// From this share (0...1) one can fit somewhat better.
  public let somewhatShare: Double
  /// From this share one can fit clearly better.
  public let clearShare: Double
  /// From this share one that is at least as good on everything is better on everything.
  public let everythingShare: Double
  /// A flip within this share of a weight keeps it from being clear (0.25: 0.75 to 1.25 times it).
  public let flipWithin: Double

  /// Limits as declared; those of `decision-model.md` 2.8 where left out.
  public init(
    sameBelow: Double = 2, clearFrom: Double = 5, somewhatShare: Double = 0.6,
    clearShare: Double = 0.8, everythingShare: Double = 0.95, flipWithin: Double = 0.25
  ) {
    self.sameBelow = sameBelow
    self.clearFrom = clearFrom
    self.somewhatShare = somewhatShare
    self.clearShare = clearShare
    self.everythingShare = everythingShare
    self.flipWithin = flipWithin
  }
}
