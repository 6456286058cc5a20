// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

struct MatchingTests {
  /// Three criteria: a straight rising one, a straight falling one of 0...100, and one with a bend.
  private static func criteria() throws -> [Criterion] {
    let bent = try PartialValueFunction(
      points: [(0, 0), (2, 0.8), (10, 1)].map { ValuePoint(level: $0.0, value: $0.1) },
      direction: .higherIsBetter)
    return [
      try Criterion(id: "a", direction: .higherIsBetter, worst: 0, best: 1, branch: "x"),
      try Criterion(id: "b", direction: .lowerIsBetter, worst: 100, best: 0, branch: "x"),
      try Criterion(
        id: "c", direction: .higherIsBetter, worst: 0, best: 10, valueFunction: bent, branch: "x"),
    ]
  }

  private static let ranges = [
    ShownRange(criterion: "a", worst: 0, best: 1), ShownRange(criterion: "b", worst: 100, best: 0),
    ShownRange(criterion: "c", worst: 0, best: 10),
  ]

  private static func trade(
    _ gain: String, _ from: Double, _ to: Double, for loss: String, _ high: Double, _ low: Double
  ) -> MatchingTrade {
    MatchingTrade(
      gain: .init(criterion: gain, from: from, to: to),
      loss: .init(criterion: loss, from: high, to: low))
  }

  private static func answers(_ trades: [MatchingTrade]) -> WeightElicitation {
    .matching(MatchingAnswers(ranges: ranges, trades: trades))
  }

  static let accepted: [([MatchingTrade], [Double])] = [
    // The whole of b is worth half of a; the first bend of c, 0.8, is worth a fifth of b.
    ([trade("b", 100, 0, for: "a", 1, 0.5), trade("c", 0, 2, for: "b", 0, 20)], [8, 4, 1]),
    // The other way round, in another order, and as a chain through c.
    ([trade("a", 0, 0.1, for: "c", 2, 0), trade("c", 0, 2, for: "b", 0, 20)], [8, 4, 1]),
    // A third trade that agrees but for rounding.
    (
      [
        trade("b", 100, 0, for: "a", 1, 0.5), trade("c", 0, 2, for: "b", 0, 20),
        trade("c", 0, 10, for: "a", 1, 0.875),
      ], [8, 4, 1]
    ),
  ]

  @Test("Trades become weights through the partial value functions", arguments: accepted)
  func becomeWeights(trades: [MatchingTrade], amounts: [Double]) throws {
    let weights = try CriterionWeights(from: Self.answers(trades), criteria: Self.criteria())
    let sum = amounts.reduce(0, +)
    #expect(distance(weights.values, amounts.map { $0 / sum }) <= 1e-14)
    #expect(weights.method == .elicited(.matching))
  }

  static let refused: [([MatchingTrade], [WeightingError])] = [
    ([trade("b", 100, 0, for: "a", 1, 0.5)], [.notLinked("c")]),
    ([], [.notLinked("b"), .notLinked("c")]),
    (
      [
        trade("b", 100, 0, for: "a", 1, 0.5), trade("c", 0, 2, for: "b", 0, 20),
        trade("c", 0, 10, for: "a", 1, 0.5),
      ], [.contradictoryTrades("c", "a")]
    ),
    (
      [trade("b", 0, 100, for: "a", 1, 0.5), trade("c", 0, 2, for: "a", 1, 0.9)],
      [.nothingGained("b")]
    ),
    (
      [trade("b", 100, 0, for: "a", 1, 1), trade("c", 0, 2, for: "a", 1, 0.9)],
      [.nothingGivenUp("a")]
    ),
    (
      [trade("b", 101, 0, for: "a", 1, 0.5), trade("c", 0, 2, for: "a", 1, 0.9)],
      [.outsideRange("b")]
    ),
    (
      [trade("b", .nan, 0, for: "a", 1, 0.5), trade("c", 0, 2, for: "a", 1, 0.9)],
      [.notFinite("b")]
    ),
    ([trade("b", 100, 0, for: "b", 0, 50)], [.comparedWithItself("b")]),
    ([trade("d", 100, 0, for: "a", 1, 0.5)], [.notOnList("d")]),
  ]

  @Test("Trades that do not link or contradict each other are refused", arguments: refused)
  func refusesTrades(trades: [MatchingTrade], errors: [WeightingError]) throws {
    #expect(Self.answers(trades).faults(for: try Self.criteria()) == errors)
  }

  @Test("A trade asked with another range is refused")
  func refusesOtherRanges() throws {
    let other = [Self.ranges[0], ShownRange(criterion: "b", worst: 90, best: 0), Self.ranges[2]]
    let answers = WeightElicitation.matching(
      MatchingAnswers(ranges: other, trades: Self.accepted[0].0))
    #expect(answers.faults(for: try Self.criteria()) == [.differentAnchors("b")])
  }
}
