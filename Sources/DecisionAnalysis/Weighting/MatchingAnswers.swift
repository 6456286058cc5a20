// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A person's trades: how much of one criterion makes up for how much of another.
public struct MatchingAnswers: Sendable, Equatable {
  /// The range that was shown for each criterion.
  public let ranges: [ShownRange]
  /// The trades; together they link all criteria.
  public let trades: [MatchingTrade]

  /// Answers from their parts.
  public init(ranges: [ShownRange], trades: [MatchingTrade]) {
    self.ranges = ranges
    self.trades = trades
  }
}

/// One trade that leaves the person as well off as before: a criterion gets better, and another
/// gets worse by the most that the person would give up for it.
public struct MatchingTrade: Sendable, Equatable {
  /// A change of the level of a criterion.
  public struct Change: Sendable, Equatable {
    /// The id of the criterion.
    public let criterion: String
    /// The level before, in the unit of the criterion.
    public let from: Double
    /// The level after.
    public let to: Double

    /// A change from its parts.
    public init(criterion: String, from: Double, to: Double) {
      self.criterion = criterion
      self.from = from
      self.to = to
    }
  }

  /// What gets better.
  public let gain: Change
  /// What gets worse.
  public let loss: Change

  /// A trade from its two changes.
  public init(gain: Change, loss: Change) {
    self.gain = gain
    self.loss = loss
  }
}
