// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension CriterionWeights {
  /// The weights that a person's answers stand for, in the order of the criteria.
  ///
  /// Swing, rating and 100 points: w_j = points_j / sum of points. Rank order: the weights of the
  /// rule, averaged over tied positions. Source: `decision-model.md` 2.2, items 1 to 4.
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
    case .rankOrder(let answers, let rule):
      let ranks = ids.map { id in answers.first { $0.criterion == id }?.rank ?? 0 }
      let hasTies = Set(ranks).count < ranks.count
      try self.init(
        criteria: ids, proportionalTo: Self.rankWeights(ranks, rule: rule),
        method: elicitation.method, notes: hasTies ? [.tiedRanksAveraged] : [])
    }
  }

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
