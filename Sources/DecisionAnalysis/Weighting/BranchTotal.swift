// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// How much the criteria of one branch count together.
public struct BranchTotal: Sendable, Equatable {
  /// The id of the branch.
  public let branch: String
  /// The ids of its criteria.
  public let criteria: [String]
  /// The sum of their weights, 0...1.
  public let weight: Double
}

extension CriterionWeights {
  /// The weight of each branch, in the order in which the criteria first name it.
  ///
  /// Printed because longer branches tend to get more weight (splitting bias, Hamalainen and
  /// Alaja 2003). A criterion without a weight counts as none.
  public func branchTotals(of criteria: [Criterion]) -> [BranchTotal] {
    var branches: [String] = []
    for criterion in criteria where !branches.contains(criterion.branch) {
      branches.append(criterion.branch)
    }
    return branches.map { branch in
      let members = criteria.filter { $0.branch == branch }.map(\.id)
      return BranchTotal(
        branch: branch, criteria: members,
        weight: members.reduce(0) { $0 + (weight(of: $1) ?? 0) })
    }
  }
}
