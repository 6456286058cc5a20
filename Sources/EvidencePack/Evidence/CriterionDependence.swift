// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A criterion whose value depends on another one, so that adding the two may mislead.
public struct CriterionDependence: Sendable, Equatable {
  /// The id of the other criterion.
  public var criterion: String
  /// The text of the reason, the end of a sentence.
  public var reason: TextID
}
