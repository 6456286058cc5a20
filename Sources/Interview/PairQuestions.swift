// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack

/// The questions about pairs of criteria: every pair once; then, while the answers contradict each
/// other, the three pairs that do so most once more.
struct PairQuestions: Sendable {
  let pack: EvidencePack
  let answers: InterviewAnswers

  /// How many times pairs are asked once more at most.
  static let rounds = 2

  /// Every pair, in the order of the criteria.
  static func pairs(of criteria: [String]) -> [(first: String, second: String)] {
    criteria.enumerated().flatMap { place, first in
      criteria[(place + 1)...].map { (first, $0) }
    }
  }

  private var criteria: [String] { answers.criteria(of: pack).map(\.id) }

  /// The questions, at least up to the first open one.
  var keys: [InterviewKey] {
    var keys = PairQuestions.pairs(of: criteria).map { InterviewKey.pair($0.first, $0.second) }
    for round in 1...PairQuestions.rounds {
      guard let found = consistency(before: round) else { return keys }
      guard found.isPastLimit, let triad = found.worstTriad else { break }
      let again = PairQuestions.pairs(of: triad).map {
        InterviewKey.again(round, $0.first, $0.second)
      }
      keys += again
      if again.contains(where: { answers[$0] == nil }) { return keys }
      // Whoever stands by the three answers is not asked about them again.
      if again.allSatisfy({ answers.list($0).isEmpty }) { break }
    }
    let final = consistency(before: PairQuestions.rounds + 1)
    return final?.isRefused == true ? keys + [.inconsistent] : keys
  }

  /// The criterion that matters more and how many times as much, before a round; nil while open.
  func judgement(
    _ first: String, _ second: String, before round: Int
  ) -> (more: String, times: String)? {
    let asked = (1...PairQuestions.rounds).reversed().filter { $0 < round }
      .map { InterviewKey.again($0, first, second) }
    for key in asked + [.pair(first, second)] {
      let values = answers.list(key)
      if values.count == 2 { return (values[0], values[1]) }
    }
    return nil
  }

  /// The last judgement on a pair as a ratio of the first to the second, such as `3` or `1/3`.
  func ratio(_ first: String, _ second: String) -> String? {
    judgement(first, second, before: PairQuestions.rounds + 1).map {
      $0.more == first ? $0.times : "1/\($0.times)"
    }
  }

  /// How far the judgements before a round agree with each other; nil while a pair is open.
  private func consistency(before round: Int) -> PairwiseConsistency? {
    let pairs = PairQuestions.pairs(of: criteria)
    let comparisons = pairs.compactMap { first, second in
      judgement(first, second, before: round).map { found in
        let times = DecimalText(found.times)?.value ?? 0
        return PairwiseComparison(
          first: first, second: second, ratio: found.more == first ? times : 1 / times)
      }
    }
    guard comparisons.count == pairs.count else { return nil }
    return PairwiseAnswers(ranges: [], comparisons: comparisons).consistency(of: criteria)
  }
}

/// The sets of criteria from which what matters most and least is picked.
///
/// Criterion k, k + 1, k + 2 and k + 4 of the list, round and round, for seven and more; k, k + 1 and
/// k + 3 for four to six: each criterion stands in as many sets as a set is large, and two criteria
/// meet about equally often. Two or three criteria are shown together three times.
enum PickSets {
  /// The sets, each in the order of the criteria.
  static func sets(of criteria: [String]) -> [[String]] {
    let count = criteria.count
    if count < 4 { return [criteria, criteria, criteria] }
    let steps = count < 7 ? [0, 1, 3] : [0, 1, 2, 4]
    return criteria.indices.map { start in
      let places = steps.map { (start + $0) % count }.sorted()
      return places.map { criteria[$0] }
    }
  }
}
