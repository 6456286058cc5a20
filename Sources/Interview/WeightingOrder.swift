// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

/// Which questions about weights come, and in which order, by the method.
struct WeightingOrder: Sendable {
  let pack: EvidencePack
  let answers: InterviewAnswers

  /// The questions that the answers so far lead to: at least up to the first open one.
  var keys: [InterviewKey] {
    let criteria = answers.criteria(of: pack).map(\.id)
    func others(_ key: InterviewKey) -> [String] {
      answers.value(key).map { chosen in criteria.filter { $0 != chosen } } ?? []
    }
    switch answers.value(.method) {
    case "swing": return [.method, .asked, .most] + others(.most).map { .points($0) }
    case "intervalSwing": return [.method, .asked, .most] + others(.most).map { .interval($0) }
    case BranchQuestions.method:
      return [.method, .asked] + BranchQuestions(pack: pack, answers: answers).keys
    case "rankOrder": return [.method, .rule, .asked] + criteria.map { .rank($0) }
    case "pairwise":
      return [.method, .priorities, .asked] + PairQuestions(pack: pack, answers: answers).keys
    case "bestWorst":
      guard let most = answers.value(.most) else { return [.method, .asked, .most] }
      guard let least = answers.value(.least) else { return [.method, .asked, .most, .least] }
      let between = criteria.filter { $0 != most && $0 != least }
      return [.method, .asked, .most, .least, .fromMost(least)]
        + between.map { .fromMost($0) } + between.map { .toLeast($0) }
    case "maxDiff":
      let sets = 1...max(1, PickSets.sets(of: criteria).count)
      return [.method, .asked] + sets.flatMap { [.setMost($0), .setLeast($0)] }
    case "matching": return [.method, .asked, .most] + others(.most).map { .trade($0) }
    default: return [.method, .asked] + criteria.map { .points($0) }
    }
  }

  /// Whether every question about weights is answered.
  var isComplete: Bool { keys.allSatisfy { answers[$0] != nil } }

  /// Every question about weights that points and ranks do not answer, in order.
  static func everyKey(of criteria: [String]) -> [InterviewKey] {
    let pairs = PairQuestions.pairs(of: criteria)
    var keys: [InterviewKey] = criteria.map { .interval($0) } + [.priorities]
    keys += pairs.map { .pair($0.first, $0.second) }
    for round in 1...PairQuestions.rounds {
      keys += pairs.map { .again(round, $0.first, $0.second) }
    }
    keys += [.inconsistent, .least]
    keys += criteria.map { .fromMost($0) } + criteria.map { .toLeast($0) }
    let sets = 1...max(3, criteria.count)
    keys += sets.map { .setMost($0) } + sets.map { .setLeast($0) }
    return keys + criteria.map { .trade($0) }
  }
}
