// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What a person answered when asked how much each criterion matters.
///
/// A further way of asking is a further case here, its checks in `WeightElicitation+Check.swift` and
/// its weights in `CriterionWeights+Elicitation.swift`.
public enum WeightElicitation: Sendable, Equatable {
  /// Points 0...100 for moving from worst to best; the largest is 100 (Edwards and Barron 1994).
  case swing([ElicitedAnswer])
  /// Lowest and highest swing points 0...100; the most important criterion has 100 for both.
  case intervalSwing([IntervalAnswer])
  /// Importance from 0 upwards.
  case directRating([ElicitedAnswer])
  /// Shares of 100 points.
  case hundredPoints([ElicitedAnswer])
  /// Shares of 100 points over branches, and of 100 points within each.
  case branchFirst([BranchShare])
  /// An order of importance and the rule that turns it into weights.
  case rankOrder([RankedAnswer], RankWeightRule)
  /// Judgements on every pair of criteria (analytic hierarchy process, Saaty 1980).
  case pairwise(PairwiseAnswers)
  /// Comparisons with the most and the least important criterion (Rezaei 2016).
  case bestWorst(BestWorstAnswers)
  /// Counts of picks from sets of criteria (best-worst scaling).
  case maxDiff([MaxDiffAnswer])
  /// Trades of one criterion for another.
  case matching(MatchingAnswers)

  /// How the person was asked.
  public var method: WeightingMethod {
    switch self {
    case .swing: .swing
    case .directRating: .directRating
    case .hundredPoints: .hundredPoints
    case .branchFirst: .branchFirst
    case .intervalSwing: .intervalSwing
    case .rankOrder(_, let rule): .rankOrder(rule)
    case .pairwise(let answers): .pairwise(answers.rule)
    case .bestWorst: .bestWorst
    case .maxDiff: .maxDiff
    case .matching: .matching
    }
  }
}
