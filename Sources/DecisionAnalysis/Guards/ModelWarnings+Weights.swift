// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension ModelWarnings {
  /// How many times its equal share a branch must weigh before splitting is thought of.
  static let splitBranchTimes = 1.5

  /// What is odd about weights.
  package static func ofWeights(
    _ weights: CriterionWeights, _ elicitation: WeightElicitation?, criteria: [Criterion]
  ) -> [ModelWarning] {
    var found: [ModelWarning] = []
    if weights.method == .notElicited {
      found.append(.notElicited)
    } else if PreferencePattern(of: weights) == .allEqual {
      found.append(.allEqual)
    }
    if elicitation?.looksLikeRanks == true { found.append(.looksLikeRanks) }
    if weights.notes.contains(.comparisonsContradict) {
      var worst: [String] = []
      if case .pairwise(let consistency)? = weights.consistency {
        worst = consistency.worstTriad ?? []
      }
      found.append(.comparisonsContradict(criteria: worst))
    }
    return found + splitBranches(weights, criteria)
  }

  /// Branches that may weigh much because they were split into many criteria.
  ///
  /// Not looked for in weights that nobody was asked for or that were given branch first. A branch
  /// is named when it
  /// weighs more than one and a half times its equal share of the branches, holds more criteria than
  /// the branches do on average, and branches with more criteria weigh more: of the pairs of
  /// branches of different length, more agree with that than not. Splitting bias: Hamalainen and
  /// Alaja 2003; the limits are declared here.
  static func splitBranches(
    _ weights: CriterionWeights, _ criteria: [Criterion]
  ) -> [ModelWarning] {
    if weights.method == .notElicited || weights.method == .branchFirst { return [] }
    let branches = weights.branchTotals(of: criteria)
    let count = Double(branches.count)
    guard branches.count > 1, PreferencePattern(of: weights) != .allEqual else { return [] }
    var agreement = 0
    for (place, one) in branches.enumerated() {
      for other in branches[(place + 1)...] where one.criteria.count != other.criteria.count {
        let (longer, shorter) =
          one.criteria.count > other.criteria.count ? (one, other) : (other, one)
        if longer.weight > shorter.weight { agreement += 1 }
        if longer.weight < shorter.weight { agreement -= 1 }
      }
    }
    guard agreement > 0 else { return [] }
    return branches.filter { branch in
      branch.weight > splitBranchTimes / count
        && Double(branch.criteria.count) * count > Double(criteria.count)
    }.map { .splitting(branch: $0.branch) }
  }
}
