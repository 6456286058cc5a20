// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What the verdict of one reading is made from: margins and shares of two alternatives, and what is
/// known of the criteria of the question.
///
/// Margins are in points of 100, the first alternative minus the second where nothing else is said;
/// shares are those in which the leader is ahead, 0...1.
public struct ReadingEvidence: Sendable, Equatable {
  /// One criterion of the question.
  public struct Weighed: Sendable, Equatable {
    /// The id.
    public var criterion: String
    /// The weight, 0...1; those of the question sum to 1.
    public var weight: Double
    /// Whether nobody has shown that people feel a difference: an X-ray finding, a harmless leak.
    public var isUnfelt: Bool
    /// The smallest difference in level that people find worth the trouble; nil: not known.
    public var worthwhile: Double?
    /// The difference in mean level, in the unit of the criterion.
    public var levelDifference: Double
    /// The margin without the criterion; nil when nothing else has weight.
    public var marginWithout: Double?
    /// The share without the criterion; nil when it was not needed or nothing else has weight.
    public var shareWithout: Double?

    /// A criterion and what the question is without it.
    public init(
      criterion: String, weight: Double, isUnfelt: Bool = false, worthwhile: Double? = nil,
      levelDifference: Double, marginWithout: Double?, shareWithout: Double?
    ) {
      self.criterion = criterion
      self.weight = weight
      self.isUnfelt = isUnfelt
      self.worthwhile = worthwhile
      self.levelDifference = levelDifference
      self.marginWithout = marginWithout
      self.shareWithout = shareWithout
    }
  }

  /// The margin.
  public var margin: Double
  /// The margin when every level has its estimate in place of its mean.
  public var estimateMargin: Double
  /// The share in which the leader is ahead.
  public var share: Double
  /// The largest numeric error of a share.
  public var numericError: Double
  /// The criteria of the question, in the order of the pack.
  public var criteria: [Weighed]
  /// The levels that were declared, with the margin of the leader at the worse limit of each.
  public var declared: [DeclaredLevel] = []
  /// The margin of the leader with all of them at these limits together; nil: nothing declared.
  public var declaredJointly: Double?
  /// The flips of the leader by single weights.
  public var flips: [WeightFlips] = []
  /// The margin with another measure of the same aim; nil: the question has none.
  public var otherMeasureMargin: Double?
  /// The share when the alike outcomes are drawn as well; nil: the question has none.
  public var alikeShare: Double?

  /// Evidence without declared levels, flips, another measure and alike outcomes.
  public init(
    margin: Double, estimateMargin: Double, share: Double, numericError: Double,
    criteria: [Weighed]
  ) {
    self.margin = margin
    self.estimateMargin = estimateMargin
    self.share = share
    self.numericError = numericError
    self.criteria = criteria
  }

  /// A margin as the leader's lead.
  func lead(_ margin: Double) -> Double { self.margin < 0 ? -margin : margin }

  /// A share that is certain within the numeric error.
  func surely(_ share: Double) -> Double { share - numericError }
}
