// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A person's share of 100 points for a branch of the value tree, and of 100 points for each of its
/// criteria.
public struct BranchShare: Sendable, Equatable {
  /// The id of the branch.
  public let branch: String
  /// The points of the branch, of 100 for all branches.
  public let points: Double
  /// The points of its criteria, of 100 for the branch, with the ranges that the question showed.
  public let answers: [ElicitedAnswer]

  /// A share of a branch with those inside it.
  public init(branch: String, points: Double, answers: [ElicitedAnswer]) {
    self.branch = branch
    self.points = points
    self.answers = answers
  }
}

/// The weights of shares that were given branch first, and what is wrong with the shares.
///
/// Weight: w_j = share of the branch times share of the criterion within it, each share divided by
/// the sum of its kind. Asked from the top, a long branch does not weigh more for being long
/// (splitting bias, DecisionAnalysis.docc/Elicitation.md, "Branch first").
struct BranchFirstAnswers: MethodAnswers {
  static let method = ElicitationMethod.branchFirst
  let shares: [BranchShare]

  var ranges: [ShownRange] { shares.flatMap(\.answers).map(\.range) }

  /// The weight of each criterion, for shares without faults.
  private func amounts(_ criteria: [Criterion]) -> [Double] {
    let all = shares.reduce(0) { $0 + $1.points }
    return criteria.map { criterion in
      guard let branch = shares.first(where: { $0.branch == criterion.branch }), branch.points > 0,
        let answer = branch.answers.answer(for: criterion.id)
      else { return 0 }
      return branch.points / all * (answer.points / sum(branch))
    }
  }

  func weights(for criteria: [Criterion]) throws(WeightingError) -> CriterionWeights {
    try CriterionWeights(
      criteria: criteria.map(\.id), proportionalTo: amounts(criteria), method: weightingMethod,
      notes: isInexact ? [.hundredPointsNotExact] : [])
  }

  /// Whether shares add up to 100 but for a remainder that is tolerated.
  private var isInexact: Bool {
    let sums = [shares.reduce(0) { $0 + $1.points }] + shares.map(sum).filter { $0 > 0 }
    return sums.contains(where: HundredPointsAnswers.isInexact)
  }

  private func sum(_ share: BranchShare) -> Double {
    share.answers.reduce(0) { $0 + $1.points }
  }

  /// What is wrong with single shares: branches that stand twice, belong to no criterion or hold
  /// criteria of another branch, and points that are none.
  ///
  /// A branch that lacks is not named: its criteria lack as well, or stand in another one.
  func answerFaults(for criteria: [Criterion]) -> [WeightingError] {
    let branches = criteria.branches
    var faults: [WeightingError] = []
    for branch in branches where shares.filter({ $0.branch == branch }).count > 1 {
      faults.append(.duplicateBranch(branch))
    }
    for share in shares {
      guard branches.contains(share.branch) else {
        faults.append(.branchNotOnList(share.branch))
        continue
      }
      if !(share.points >= 0 && share.points <= 100) {
        faults.append(.branchPoints(share.branch))
      }
      for answer in share.answers {
        let criterion = criteria.first { $0.id == answer.criterion }
        if let criterion, criterion.branch != share.branch {
          faults.append(.inOtherBranch(answer.criterion))
        }
      }
    }
    return faults + shares.flatMap(\.answers).compactMap { .ofPoints($0.points, for: $0.criterion) }
  }

  /// What is wrong with shares that are right one by one: sums other than 100.
  ///
  /// In a branch without points nothing needs to be shared out.
  func totalFaults(for criteria: [Criterion]) -> [WeightingError] {
    let all = shares.reduce(0) { $0 + $1.points }
    if all == 0 { return [.allZero] }
    if HundredPointsAnswers.isRefused(all) { return [.sumIsNotHundred] }
    return shares.filter { share in
      let sum = sum(share)
      return HundredPointsAnswers.isRefused(sum) && (share.points > 0 || sum > 0)
    }.map { .branchSumIsNotHundred($0.branch) }
  }
}
