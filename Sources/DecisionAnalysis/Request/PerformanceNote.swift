// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What an author says about a performance that no total is made of.
public struct PerformanceNote: Sendable, Equatable {
  /// The study that the number comes from, by an id of the author's.
  public let study: String?
  /// How sure that study allows us to be.
  public let certainty: CertaintyOfEvidence?
  /// Whether nothing is known, so that the range of the anchors stands for a number.
  public let spansAnchors: Bool

  /// A note from its parts.
  public init(
    study: String? = nil, certainty: CertaintyOfEvidence? = nil, spansAnchors: Bool = false
  ) {
    self.study = study
    self.certainty = certainty
    self.spansAnchors = spansAnchors
  }
}
