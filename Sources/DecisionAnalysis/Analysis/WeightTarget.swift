// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Whose weight is moved: that of one criterion, or of a branch as a whole.
public enum WeightTarget: Sendable, Equatable {
  /// One criterion, by id.
  case criterion(String)
  /// All criteria of a branch, by the id of the branch.
  case branch(String)
}
