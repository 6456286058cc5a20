// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Testing

struct IntervalSwingTests {
  private static func answers(_ ends: [(Double, Double)]) -> WeightElicitation {
    .intervalSwing(
      ends.enumerated().map {
        IntervalAnswer(
          criterion: "c\($0.offset)", worst: 0, best: 1, low: $0.element.0, high: $0.element.1)
      })
  }

  @Test("The weights are those of the middles, and the intervals stay")
  func usesTheMiddles() throws {
    let criteria = try SmallProblem.criteria(3)
    let answers = Self.answers([(20, 40), (100, 100), (0, 40)])
    let weights = try CriterionWeights(from: answers, criteria: criteria)
    #expect(weights.values == [0.2, 100 / 150.0, 20 / 150.0])
    #expect(weights.method == .elicited(.intervalSwing))
    let intervals = try #require(answers.intervals(for: criteria))
    #expect(intervals.map(\.low) == [0.2, 1, 0])
    #expect(intervals.map(\.high) == [0.4, 1, 0.4])
    #expect(answers.ranks(for: criteria) == nil)
  }

  static let refused: [([(Double, Double)], [WeightingError])] = [
    ([(100, 100), (40, 20)], [.lowAboveHigh("c1")]),
    ([(90, 100), (20, 40)], [.largestIsNotHundred]),
    ([(100, 100), (20, 101)], [.aboveHundred("c1")]),
    ([(100, 100), (-1, 20)], [.negative("c1")]),
    ([(100, 100), (.nan, 20)], [.notFinite("c1")]),
    ([(100, 100), (20, .infinity)], [.notFinite("c1")]),
    ([(0, 0), (0, 0)], [.allZero]),
    ([(100, 100)], [.missing("c1")]),
    ([(100, 100), (20, 40), (20, 40)], [.notOnList("c2")]),
  ]

  @Test("Intervals that cannot be are refused", arguments: refused)
  func refusesIntervals(ends: [(Double, Double)], errors: [WeightingError]) throws {
    let criteria = try SmallProblem.criteria(2)
    let answers = Self.answers(ends)
    #expect(answers.faults(for: criteria) == errors)
    #expect(answers.intervals(for: criteria) == nil)
  }

  @Test("Ranks are kept for rank orders only, and ties share the first of their places")
  func keepsRanks() throws {
    let criteria = try SmallProblem.criteria(3)
    func ranked(_ ranks: [Int]) -> WeightElicitation {
      .rankOrder(
        ranks.enumerated().map {
          RankedAnswer(criterion: "c\($0.offset)", worst: 0, best: 1, rank: $0.element)
        }.reversed(), .rankSum)
    }
    #expect(ranked([2, 1, 2]).ranks(for: criteria) == [2, 1, 2])
    #expect(ranked([1, 1, 2]).ranks(for: criteria) == [1, 1, 3])
    #expect(ranked([1, 1, 4]).ranks(for: criteria) == nil)
    #expect(ranked([1, 2, 3]).intervals(for: criteria) == nil)
  }

  @Test(
    "An order that was typed as a rating is recognised",
    arguments: [
      ([1.0, 2, 3], true), ([3, 1, 2], true), ([10, 20, 30], false), ([1, 1, 2], false),
      ([1, 2], false),
    ])
  func recognisesRanks(points: [Double], isOrder: Bool) {
    let answers = points.enumerated().map {
      ElicitedAnswer(criterion: "c\($0.offset)", worst: 0, best: 1, points: $0.element)
    }
    #expect(WeightElicitation.directRating(answers).looksLikeRanks == isOrder)
    #expect(!WeightElicitation.swing(answers).looksLikeRanks)
  }
}
