// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What a patient is given: the handout, or what stands in its place.
///
/// The names stand in packs, checklists and records.
public enum HandoutKind: String, Sendable, Equatable, CaseIterable {
  /// The decision aid.
  case full
  /// A handout of its own: other evidence applies, and nothing is compared.
  case otherEvidence
  /// A short page: the studies say nothing about such a person, and somebody else is to be asked.
  case short
  /// One page that says what to do now: a rule that cannot wait applies.
  case urgent
}
