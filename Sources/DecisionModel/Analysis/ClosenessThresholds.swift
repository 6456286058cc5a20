// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The declared limits of the closeness classes.
///
/// No published consensus exists; a pack declares them and documents print them
/// (`decision-model.md` 2.8).
public struct ClosenessThresholds: Sendable, Equatable {
  /// Below this difference, in points of 100, two alternatives are about the same.
  public let sameBelow: Double
  /// Below this difference, in points of 100, it is a close call.
  public let closeBelow: Double
  /// A flip within this share of a weight makes it a close call (0.25: 0.75 to 1.25 times it).
  public let flipWithin: Double

  /// Limits as declared.
  public init(sameBelow: Double, closeBelow: Double, flipWithin: Double) {
    self.sameBelow = sameBelow
    self.closeBelow = closeBelow
    self.flipWithin = flipWithin
  }
}
