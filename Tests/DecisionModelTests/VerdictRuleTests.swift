// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Testing

@testable import DecisionModel

/// The classes of `decision-model.md` 2.8 at and around their limits.
struct VerdictRuleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var margin = 20.0
    var share = 0.99
    /// The dominance over each other alternative: within the intervals, by the estimates, or not.
    var dominance: [Bool?] = [nil, nil]
    var flips: [VerdictReason] = []
    var breakEvens: [VerdictReason] = []
    var bars: [VerdictReason] = []
    let level: Verdict.Class
    var closeCall: Verdict.CloseCall?
    var reasons: [VerdictReason] = []

    var testDescription: String { "\(margin) \(share) \(level)" }

    func result(share: Double) -> (
      level: Verdict.Class, closeCall: Verdict.CloseCall?, reasons: [VerdictReason]
    ) {
      var rule = VerdictRule(
        leader: "a", others: ["b", "c"], margin: margin, thresholds: VerdictThresholds())
      rule.dominance = zip(["b", "c"], dominance).compactMap { other, holds in
        holds.map { Dominance(dominant: "a", dominated: other, holdsForIntervals: $0) }
      }
      rule.flips = flips
      rule.breakEvens = breakEvens
      rule.bars = bars
      return rule.result(share: share)
    }
  }

  private static let flip = VerdictReason.flipNearby(.criterion("x"))
  private static let tie = VerdictReason.breakEvenInsideEvidence(
    CellReference(alternative: "a", criterion: "x"))

  static let cases: [Case] = [
    Case(
      margin: 0.1, share: 0.1, dominance: [true, true], level: .betterOnEverything,
      reasons: [.dominatesWithinIntervals]),
    Case(
      share: 0.95, dominance: [true, false], level: .betterOnEverything, reasons: [.dominates]),
    Case(share: 0.9499, dominance: [true, false], level: .fitsClearlyBetter),
    Case(dominance: [true, nil], level: .fitsClearlyBetter),
    Case(margin: 5, share: 0.8, level: .fitsClearlyBetter),
    Case(margin: 4.9, level: .fitsSomewhatBetter, reasons: [.marginBelow(5)]),
    Case(share: 0.79, level: .fitsSomewhatBetter, reasons: [.shareBelow(0.8)]),
    Case(flips: [flip], level: .fitsSomewhatBetter, reasons: [flip]),
    Case(breakEvens: [tie], level: .fitsSomewhatBetter, reasons: [tie]),
    Case(
      margin: 2, share: 0.6, level: .fitsSomewhatBetter,
      reasons: [.marginBelow(5), .shareBelow(0.8)]),
    Case(
      margin: 1.9, level: .closeCall, closeCall: .aboutTheSame, reasons: [.marginBelow(2)]),
    Case(
      share: 0.59, level: .closeCall, closeCall: .cannotBeToldApart,
      reasons: [.shareBelow(0.6)]),
    Case(
      margin: 0, share: 0.3, level: .closeCall, closeCall: .aboutTheSame,
      reasons: [.marginBelow(2), .shareBelow(0.6)]),
    Case(
      dominance: [true, true], bars: [.weightsNotElicited], level: .closeCall,
      closeCall: .tooClose, reasons: [.weightsNotElicited]),
    Case(
      margin: 1, bars: [.leadersDiffer], level: .closeCall, closeCall: .aboutTheSame,
      reasons: [.leadersDiffer, .marginBelow(2)]),
  ]

  @Test(arguments: cases)
  func everyClassHasItsLimits(example: Case) {
    let found = example.result(share: example.share)
    #expect(found.level == example.level)
    #expect(found.closeCall == example.closeCall)
    #expect(found.reasons == example.reasons)
  }

  @Test(arguments: cases)
  func aSmallerShareNeverMakesAClassStronger(example: Case) {
    let order = Verdict.Class.allCases
    let levels = stride(from: 1.0, through: 0, by: -0.01).compactMap { share in
      order.firstIndex(of: example.result(share: share).level)
    }
    #expect(levels == levels.sorted())
  }

  /// A share above a limit by less than a large numeric error, and by more than a small one.
  @Test func theWeakerClassIsTakenWithinTheNumericError() throws {
    let cells: [[PerformanceCell]] = [
      [PerformanceCell(.normal(estimate: 0.55, low: 0.25, high: 0.85))],
      [PerformanceCell(.exact(0.425))],
    ]
    let criterion = try Criterion(
      id: "c", direction: .higherIsBetter, worst: 0, best: 1, branch: "b")
    let problem = DecisionProblem(
      alternatives: ["a", "b"], criteria: [criterion], table: PerformanceTable(cells: cells))
    let weights = try CriterionWeights(criteria: ["c"], proportionalTo: [1])
    let thresholds = VerdictThresholds()
    let analysis = try analyse(
      problem, weights, comparing: ["a", "b"], thresholds: thresholds.closeness)
    let share = 0.7929
    for (error, settled) in [(0.002, false), (0.02, true)] {
      let simulation = SimulationResult(
        alternatives: ["a", "b"], criteria: ["c"],
        rankAcceptability: [[share, 1 - share], [1 - share, share]],
        pairwiseWinning: [[0, share], [1 - share, 0]], meanTotals: [0.55, 0.425],
        meanWeights: [1], centralWeights: [nil, nil], confidenceFactors: [nil, nil],
        valueOfInformation: [], method: .quadrature, numericError: error)
      let verdict = try Verdict(
        problem, weights, analysis: analysis, simulation: simulation,
        thresholds: VerdictThresholds(somewhatShare: 0.78, clearlyShare: 0.8))
      #expect(verdict.settledByNumericError == settled)
      #expect(verdict.level == (settled ? .closeCall : .fitsSomewhatBetter))
      #expect(verdict.leader == "a" && verdict.challenger == "b")
      #expect(abs(verdict.margin - 12.5) < 1e-12)
    }
  }
}
