// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A way of asking a person how much each criterion matters.
///
/// The raw value is its name in files, in results and in the interview. A further way is a further
/// case here and in `WeightElicitation`, and a file in `Methods`.
public enum ElicitationMethod: String, Sendable, Equatable, CaseIterable {
  /// Swing points.
  case swing
  /// Lowest and highest swing points; the weights are made of the middles.
  case intervalSwing
  /// Direct rating of importance.
  case directRating
  /// Shares of 100 points.
  case hundredPoints
  /// Shares of 100 points over branches, then within each.
  case branchFirst
  /// A rank order, turned into weights by a `RankWeightRule`.
  case rankOrder
  /// Pairwise comparison, turned into weights by a `PriorityRule`.
  case pairwise
  /// The linear best-worst method.
  case bestWorst
  /// Counts of picks from sets.
  case maxDiff
  /// Trades of one criterion for another.
  case matching
}

/// Where weights came from.
public enum WeightingMethod: Sendable, Equatable {
  /// A person was asked; the rule is the raw value of that which turned the answers into weights,
  /// and nil where the method has one way only.
  case elicited(ElicitationMethod, rule: String? = nil)
  /// Weights worked out elsewhere, for example by a simulation.
  case given
  /// Equal weights that nobody was asked for.
  case notElicited

  /// The name in records and results.
  public var name: String {
    switch self {
    case .elicited(let method, _): method.rawValue
    case .given: "given"
    case .notElicited: "notElicited"
    }
  }

  /// The rule that turned the answers into weights; nil where there is none to choose.
  public var rule: String? {
    if case .elicited(_, let rule) = self { rule } else { nil }
  }
}

/// What a person answered when asked how much each criterion matters.
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

  /// The answers with the mathematics of their method.
  private var answers: any MethodAnswers {
    switch self {
    case .swing(let answers): SwingAnswers(answers: answers)
    case .intervalSwing(let answers): IntervalSwingAnswers(answers: answers)
    case .directRating(let answers): DirectRatingAnswers(answers: answers)
    case .hundredPoints(let answers): HundredPointsAnswers(answers: answers)
    case .branchFirst(let shares): BranchFirstAnswers(shares: shares)
    case .rankOrder(let answers, let rule): RankOrderAnswers(answers: answers, rule: rule)
    case .pairwise(let answers): answers
    case .bestWorst(let answers): answers
    case .maxDiff(let answers): MaxDiffAnswers(answers: answers)
    case .matching(let answers): answers
    }
  }

  /// How the person was asked.
  public var method: WeightingMethod { answers.weightingMethod }

  /// Everything that keeps the answers from becoming weights for the criteria, in the order of the
  /// criteria and then of the answers; empty when they can be used.
  public func faults(for criteria: [Criterion]) -> [WeightingError] {
    answers.faults(for: criteria)
  }

  /// The ranks of the criteria where the answers are an order and no more: 1 matters most, equal
  /// ranks are ties and share the first of their places.
  ///
  /// Nil when the answers say more than an order, or have faults.
  public func ranks(for criteria: [Criterion]) -> [Int]? {
    let answers = answers
    return answers.faults(for: criteria).isEmpty ? answers.ranks(for: criteria) : nil
  }

  /// The lowest and highest weight of each criterion relative to the most important one, which is
  /// 1...1, where the answers are intervals; in the order of the criteria.
  ///
  /// Nil for other answers, or when they have faults.
  public func intervals(for criteria: [Criterion]) -> [(low: Double, high: Double)]? {
    let answers = answers
    return answers.faults(for: criteria).isEmpty ? answers.intervals(for: criteria) : nil
  }

  /// Whether every criterion has another whole number from 1 to n as its rating: an order that was
  /// typed where points were asked, perhaps with 1 for what matters most.
  public var looksLikeRanks: Bool { answers.looksLikeRanks }

  fileprivate func weights(for criteria: [Criterion]) throws(WeightingError) -> CriterionWeights {
    try answers.weights(for: criteria)
  }
}

extension CriterionWeights {
  /// The weights that a person's answers stand for, in the order of the criteria.
  ///
  /// The rule of each method stands with its answers in `Methods`.
  ///
  /// - Throws: the first `WeightingError` of `WeightElicitation.faults(for:)`.
  public init(
    from elicitation: WeightElicitation, criteria: [Criterion]
  ) throws(WeightingError) {
    if let fault = elicitation.faults(for: criteria).first { throw fault }
    self = try elicitation.weights(for: criteria)
  }
}
