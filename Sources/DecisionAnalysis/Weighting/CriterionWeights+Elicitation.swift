// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension CriterionWeights {
  /// The weights that a person's answers stand for, in the order of the criteria.
  ///
  /// Swing, rating and 100 points: w_j = points_j / sum of points. Branch first: `BranchShares`. Interval swing: the same with the
  /// middle of each interval, which is the mean of points spread evenly over it; the interval itself
  /// stays with the answers. Rank order: the weights of the rule, averaged over tied positions.
  /// Pairwise comparison: `PriorityRule`. Best-worst method: the optimum of the linear model. Counts:
  /// the square root of (most + 1/2) / (least + 1/2), or rank-order-centroid weights of the scores
  /// where a criterion was shown fewer than three times. Trades: the ratios that they state.
  /// Source: `decision-model.md` 2.2, items 1 to 8.
  ///
  /// - Throws: the first `WeightingError` of `WeightElicitation.faults(for:)`.
  public init(
    from elicitation: WeightElicitation, criteria: [Criterion]
  ) throws(WeightingError) {
    if let fault = elicitation.faults(for: criteria).first { throw fault }
    let ids = criteria.map(\.id)
    switch elicitation {
    case .swing(let answers), .directRating(let answers), .hundredPoints(let answers):
      let points = ids.map { id in answers.first { $0.criterion == id }?.points ?? 0 }
      let sum = points.reduce(0, +)
      let isInexact = elicitation.method == .hundredPoints && (sum - 100).magnitude > 1e-9
      try self.init(
        criteria: ids, proportionalTo: points, method: elicitation.method,
        notes: isInexact ? [.hundredPointsNotExact] : [])
    case .branchFirst(let shares):
      let found = BranchShares(shares)
      try self.init(
        criteria: ids, proportionalTo: found.amounts(criteria), method: elicitation.method,
        notes: found.isInexact ? [.hundredPointsNotExact] : [])
    case .intervalSwing(let answers):
      let middles = ids.map { id in answers.first { $0.criterion == id }?.middle ?? 0 }
      try self.init(criteria: ids, proportionalTo: middles, method: elicitation.method)
    case .rankOrder(let answers, let rule):
      let ranks = ids.map { id in answers.first { $0.criterion == id }?.rank ?? 0 }
      try self.init(
        criteria: ids, proportionalTo: Self.rankWeights(ranks, rule: rule),
        method: elicitation.method, notes: Self.hasTies(ranks) ? [.tiedRanksAveraged] : [])
    case .pairwise(let answers): try self.init(answers, criteria: ids)
    case .bestWorst(let answers): try self.init(answers, criteria: ids)
    case .maxDiff(let answers):
      try self.init(WeightElicitation.sorted(answers, criteria), criteria: ids)
    case .matching(let answers):
      try self.init(
        criteria: ids,
        proportionalTo: MatchingWeights(answers.trades, criteria: criteria).amounts,
        method: elicitation.method)
    }
  }

  private init(_ answers: PairwiseAnswers, criteria ids: [String]) throws(WeightingError) {
    let matrix = PairwiseMatrix(answers.comparisons, of: ids)
    let consistency = PairwiseConsistency(of: matrix, criteria: ids)
    try self.init(
      criteria: ids, proportionalTo: matrix.weights(answers.rule), method: .pairwise(answers.rule),
      notes: consistency.isPastLimit ? [.comparisonsContradict] : [],
      consistency: .pairwise(consistency))
  }

  private init(_ answers: BestWorstAnswers, criteria ids: [String]) throws(WeightingError) {
    let between = ids.filter { $0 != answers.mostImportant && $0 != answers.leastImportant }
    let solution = BestWorstSolution(
      mostToLeast: answers.answer(answers.mostImportant)?.toLeast ?? 1,
      others: between.compactMap { id in
        answers.answer(id).map { (fromMost: $0.fromMost, toLeast: $0.toLeast) }
      })
    let amounts = ids.map { id in
      if id == answers.mostImportant { return solution.most }
      if id == answers.leastImportant { return solution.least }
      return between.firstIndex(of: id).map { solution.others[$0] } ?? 0
    }
    let consistency = BestWorstConsistency(
      of: answers, criteria: ids, deviation: solution.deviation)
    try self.init(
      criteria: ids, proportionalTo: amounts, method: .bestWorst,
      consistency: .bestWorst(consistency))
  }

  /// The weights of counts in the order of the criteria.
  private init(_ answers: [MaxDiffAnswer], criteria ids: [String]) throws(WeightingError) {
    let consistency = MaxDiffConsistency(of: answers)
    let ranks = MaxDiffWeights.ranks(answers)
    let isTied = consistency.isOrderOnly && Self.hasTies(ranks)
    let amounts =
      consistency.isOrderOnly
      ? Self.rankWeights(ranks, rule: .rankOrderCentroid)
      : answers.map { $0.rootRatio(adding: 0.5) }
    try self.init(
      criteria: ids, proportionalTo: amounts, method: .maxDiff,
      notes: [consistency.isOrderOnly ? .countsGiveOrderOnly : .countsApproximate]
        + (isTied ? [.tiedRanksAveraged] : []),
      consistency: .maxDiff(consistency))
  }

  private static func hasTies(_ ranks: [Int]) -> Bool { Set(ranks).count < ranks.count }

  /// The weight of each rank; equal ranks share the average of the positions that they take.
  private static func rankWeights(_ ranks: [Int], rule: RankWeightRule) -> [Double] {
    let positions = rule.weights(count: ranks.count)
    return ranks.map { rank in
      let before = ranks.filter { $0 < rank }.count
      let tied = ranks.filter { $0 == rank }.count
      return positions[before..<(before + tied)].reduce(0, +) / Double(tied)
    }
  }
}
