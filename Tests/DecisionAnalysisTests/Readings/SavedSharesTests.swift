// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

/// Shares that are not worked out because no rule needs them.
struct SavedSharesTests {
  static let questions = ["US/blinded", "US/open", "EU/open", "which"]

  @Test("Working out every share changes no verdict and no reason", arguments: questions)
  func nothingIsLost(setting: String) throws {
    let isWhich = setting == "which"
    let prepared =
      try isWhich
      ? FairLevels.whichProcedure("US") : FairLevels.procedureOrNone(setting)
    let pair = isWhich ? ["vertebroplasty", "kyphoplasty"] : ["vertebroplasty", "care"]
    var generator = SeededGenerator(seed: 17)
    var taken: Set<String> = []
    for _ in 0..<200 {
      let weights = try FairPopulation.weights(&generator)
      let uncertainty = WeightUncertainty.responseError(sigma: 0.3)
      let limits = StrengthLimits()
      let found = try #require(
        try prepared.analyse(
          first: pair[0], second: pair[1], weights: weights, uncertainty: uncertainty,
          limits: limits))
      let leader = found.comparison.leader
      let rival = try #require(pair.first { $0 != leader })
      let own = try #require(weights.restricted(to: prepared.criteria))
      let shares = try prepared.shares(
        first: leader, second: rival, weights: own,
        uncertainty: QuestionUncertainty(
          uncertainty, of: weights.criteria, for: prepared.criteria))
      var whole = found.evidence
      for index in whole.criteria.indices where whole.criteria[index].weight > 0 {
        whole.criteria[index].shareWithout = shares.firstAhead(without: index)
      }
      whole.alikeShare = try prepared.alikeShare(
        leader: leader, rival: rival, weights: weights, uncertainty: uncertainty)
      #expect(ReadingVerdict(whole, limits: limits) == found.verdict)
      if let reason = found.verdict.reasons.first { taken.insert("\(reason)") }
    }
    // Verdicts of several kinds were among them.
    #expect(taken.count > 3, "\(taken)")
  }
}
