// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What was found in a ledger whose rows all verify.
public struct LedgerSurvey: Sendable, Hashable {
  /// Its head.
  public var head: LedgerHead
  /// How many rows were erased.
  public var erased: UInt64 = 0
  /// The rows whose time is before that of the row above them.
  public var clockRegressed: [UInt64] = []
  /// How many heads from outside were held against the rows.
  public var headsCompared = 0
}
