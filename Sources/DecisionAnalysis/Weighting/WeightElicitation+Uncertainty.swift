// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension WeightElicitation {
  /// The ranks of the criteria where the answers are an order and no more: 1 matters most, equal
  /// ranks are ties and share the first of their places.
  ///
  /// Nil when the answers say more than an order, or have faults.
  public func ranks(for criteria: [Criterion]) -> [Int]? {
    guard faults(for: criteria).isEmpty else { return nil }
    switch self {
    case .rankOrder(let answers, _):
      let ranks = criteria.compactMap { criterion in
        answers.first { $0.criterion == criterion.id }?.rank
      }
      return ranks.map { rank in 1 + ranks.filter { $0 < rank }.count }
    case .maxDiff(let answers) where MaxDiffWeights.isOrderOnly(answers):
      return MaxDiffWeights.ranks(WeightElicitation.sorted(answers, criteria))
    default: return nil
    }
  }

  /// The lowest and highest weight of each criterion relative to the most important one, which is
  /// 1...1, where the answers are intervals; in the order of the criteria.
  ///
  /// Nil for other answers, or when they have faults.
  public func intervals(for criteria: [Criterion]) -> [(low: Double, high: Double)]? {
    guard case .intervalSwing(let answers) = self, faults(for: criteria).isEmpty else { return nil }
    return criteria.compactMap { criterion in
      answers.first { $0.criterion == criterion.id }.map { ($0.low / 100, $0.high / 100) }
    }
  }

  /// Whether every criterion has another whole number from 1 to n as its rating: an order that was
  /// typed where points were asked, perhaps with 1 for what matters most.
  public var looksLikeRanks: Bool {
    guard case .directRating(let answers) = self, answers.count > 2 else { return false }
    return answers.map(\.points).sorted() == (1...answers.count).map { Double($0) }
  }

  /// The counts in the order of the criteria.
  static func sorted(_ answers: [MaxDiffAnswer], _ criteria: [Criterion]) -> [MaxDiffAnswer] {
    criteria.compactMap { criterion in answers.first { $0.criterion == criterion.id } }
  }
}
