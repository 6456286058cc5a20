// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// How sure the studies allow us to be: the four GRADE levels, and the cases without one.
public enum CertaintyOfEvidence: String, Sendable, Equatable, CaseIterable {
  /// GRADE high.
  case high
  /// GRADE moderate.
  case moderate
  /// GRADE low.
  case low
  /// GRADE very low.
  case veryLow
  /// No study measured it.
  case notKnown
  /// True of the alternative itself; there is nothing to study.
  case byDefinition
}

/// Where a number comes from, as far as studies go.
public enum Basis: String, Sendable, Equatable, CaseIterable {
  /// A study states it.
  case measured
  /// Worked out from what studies state.
  case derived
  /// Chosen by the authors of the pack; no study states it.
  case declared
  /// True of the alternative itself.
  case byDefinition
  /// Zero, because the level is a difference to this very alternative.
  case reference
  /// Nobody knows; the range is what the authors of the pack take to be possible.
  case notKnown
}
