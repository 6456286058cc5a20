// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

/// The questions about points that are shared out over branches, then within each.
struct BranchQuestions: Sendable {
  let pack: EvidencePack
  let answers: InterviewAnswers

  /// The value of the method.
  static let method = "branchFirst"

  /// Whether the person is asked branch first.
  var isUsed: Bool { answers.value(.method) == BranchQuestions.method }

  /// The branches of the criteria that are weighed, in the order of the pack.
  var branches: [Branch] {
    let criteria = answers.criteria(of: pack)
    return pack.branches.filter { branch in criteria.contains { $0.branch == branch.id } }
  }

  /// The criteria of a branch that are weighed.
  func members(of branch: String) -> [EvidenceCriterion] {
    answers.criteria(of: pack).filter { $0.branch == branch }
  }

  /// The questions that the answers so far lead to.
  ///
  /// A branch of one criterion gives it all its points, and one without points has none to share
  /// out: neither is asked about again.
  var keys: [InterviewKey] {
    let branches = branches
    let shared = branches.filter { branch in
      answers.value(.branch(branch.id)).map { Billionths.of($0) > 0 } ?? false
    }
    return branches.map { .branch($0.id) }
      + shared.flatMap { branch -> [InterviewKey] in
        let members = members(of: branch.id)
        return members.count > 1 ? members.map { .points($0.id) } : []
      }
  }

  /// The questions that share out the same points as one of them.
  func group(of key: InterviewKey) -> [InterviewKey] {
    switch key {
    case .branch: return branches.map { .branch($0.id) }
    case .points(let id):
      guard isUsed, let branch = pack.criterion(id)?.branch else {
        return answers.criteria(of: pack).map { .points($0.id) }
      }
      return members(of: branch).map { .points($0.id) }
    default: return []
    }
  }

  /// What is left of the points of a group, in billionths.
  func rest(_ key: InterviewKey) -> Int {
    group(of: key).reduce(Billionths.of(String(PointsCheck.total))) {
      $0 - Billionths.of(answers.value($1) ?? "0")
    }
  }

  /// The points of a criterion within its branch.
  func points(_ criterion: EvidenceCriterion) -> String {
    let isAlone = members(of: criterion.branch).count == 1
    let hasPoints = Billionths.of(answers.value(.branch(criterion.branch)) ?? "0") > 0
    if !hasPoints { return "0" }
    return isAlone ? "\(PointsCheck.total)" : answers.value(.points(criterion.id)) ?? ""
  }
}
