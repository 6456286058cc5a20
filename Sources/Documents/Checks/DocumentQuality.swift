// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What was measured of a finished handout.
public struct DocumentQuality: Sendable, Equatable {
  /// How hard it is to read; nil in a language that has no rule for syllables.
  public var reading: ReadingReport?
  /// How alike the alternatives are told.
  public var balance: BalanceReport
}
