// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

struct WeightElicitationTests {
  private static func answers(_ points: [Double]) -> [ElicitedAnswer] {
    points.enumerated().map {
      ElicitedAnswer(criterion: "c\($0.offset)", worst: 0, best: 1, points: $0.element)
    }
  }

  private static func ranks(_ ranks: [Int]) -> [RankedAnswer] {
    ranks.enumerated().map {
      RankedAnswer(criterion: "c\($0.offset)", worst: 0, best: 1, rank: $0.element)
    }
  }

  static let accepted: [(WeightElicitation, [Double], [WeightingNote])] = [
    (.swing(answers([50, 100, 0, 50])), [0.25, 0.5, 0, 0.25], []),
    (.swing(answers([100, 100])), [0.5, 0.5], []),
    (.directRating(answers([3, 1])), [0.75, 0.25], []),
    (.directRating(answers([0, 250])), [0, 1], []),
    (.hundredPoints(answers([60, 40])), [0.6, 0.4], []),
    (.hundredPoints(answers([33.3, 33.3, 33.4])), [0.333, 0.333, 0.334], []),
    (.hundredPoints(answers([60.5, 40])), [60.5 / 100.5, 40 / 100.5], [.hundredPointsNotExact]),
    (.hundredPoints(answers([59.5, 40])), [59.5 / 99.5, 40 / 99.5], [.hundredPointsNotExact]),
    (.rankOrder(ranks([2, 1, 3]), .rankOrderCentroid), [5.0 / 18, 11.0 / 18, 1.0 / 9], []),
    (.rankOrder(ranks([1, 3, 2]), .rankSum), [1.0 / 2, 1.0 / 6, 1.0 / 3], []),
    (.rankOrder(ranks([3, 2, 1]), .reciprocal), [2.0 / 11, 3.0 / 11, 6.0 / 11], []),
    (
      .rankOrder(ranks([1, 1, 3]), .rankOrderCentroid), [4.0 / 9, 4.0 / 9, 1.0 / 9],
      [.tiedRanksAveraged]
    ),
    (
      .rankOrder(ranks([1, 1, 2]), .rankOrderCentroid), [4.0 / 9, 4.0 / 9, 1.0 / 9],
      [.tiedRanksAveraged]
    ),
    (
      .rankOrder(ranks([2, 2, 2, 2]), .reciprocal), [0.25, 0.25, 0.25, 0.25],
      [.tiedRanksAveraged]
    ),
  ]

  @Test(arguments: accepted)
  func turnsAnswersIntoWeights(
    elicitation: WeightElicitation, expected: [Double], notes: [WeightingNote]
  ) throws {
    let criteria = try SmallProblem.criteria(expected.count)
    let weights = try CriterionWeights(from: elicitation, criteria: criteria)
    #expect(weights.criteria == criteria.map(\.id))
    #expect(distance(weights.values, expected) <= 1e-14)
    #expect(weights.notes == notes)
    #expect(weights.method == elicitation.method)
    #expect(elicitation.faults(for: criteria).isEmpty)
  }

  static let refused: [(WeightElicitation, count: Int, [WeightingError])] = [
    (.swing(answers([100])), 0, [.noCriteria]),
    (.swing(answers([100])), 1, [.singleCriterion("c0")]),
    (.swing(answers([100, 50])), 4, [.missing("c2"), .missing("c3")]),
    (.swing(answers([100, 50, 20])), 2, [.notOnList("c2")]),
    (.swing(answers([100, 50]) + answers([100])), 2, [.duplicate("c0")]),
    (.swing(answers([90, 50])), 2, [.largestIsNotHundred]),
    (.swing(answers([100, 101])), 2, [.aboveHundred("c1")]),
    (.swing(answers([100, -1])), 2, [.negative("c1")]),
    (.swing(answers([.nan, .infinity])), 2, [.notFinite("c0"), .notFinite("c1")]),
    (.swing(answers([0, 0])), 2, [.allZero]),
    (.directRating(answers([0, 0])), 2, [.allZero]),
    (.directRating(answers([1, -1])), 2, [.negative("c1")]),
    (.directRating(answers([1, .nan])), 2, [.notFinite("c1")]),
    (.directRating(answers([1e308, 1e308])), 2, [.sumNotFinite]),
    (.hundredPoints(answers([60, 40.51])), 2, [.sumIsNotHundred]),
    (.hundredPoints(answers([60, 39.49])), 2, [.sumIsNotHundred]),
    (.hundredPoints(answers([100.2, 0])), 2, [.aboveHundred("c0")]),
    (.hundredPoints(answers([101, -1])), 2, [.aboveHundred("c0"), .negative("c1")]),
    (.hundredPoints(answers([0, 0])), 2, [.allZero]),
    (.rankOrder(ranks([0, 1]), .rankSum), 2, [.rankOutOfRange("c0")]),
    (.rankOrder(ranks([1, 3]), .rankSum), 2, [.rankOutOfRange("c1")]),
    (.rankOrder(ranks([1]), .rankSum), 2, [.missing("c1")]),
    (.rankOrder(ranks([1, 2]) + ranks([1]), .rankSum), 2, [.duplicate("c0")]),
  ]

  @Test(arguments: refused)
  func refusesAnswers(
    elicitation: WeightElicitation, count: Int, errors: [WeightingError]
  ) throws {
    let criteria = try SmallProblem.criteria(count)
    #expect(elicitation.faults(for: criteria) == errors)
    #expect(throws: errors[0]) { try CriterionWeights(from: elicitation, criteria: criteria) }
  }

  @Test(arguments: [(0.0, 2.0), (0.1, 1.0), (1.0, 0.0), (.nan, 1.0)])
  func refusesAnswersToAnotherRange(worst: Double, best: Double) throws {
    let criteria = try SmallProblem.criteria(2)
    let points = [
      ElicitedAnswer(criterion: "c0", worst: 0, best: 1, points: 100),
      ElicitedAnswer(criterion: "c1", worst: worst, best: best, points: 40),
    ]
    let ranks = [
      RankedAnswer(criterion: "c0", worst: 0, best: 1, rank: 1),
      RankedAnswer(criterion: "c1", worst: worst, best: best, rank: 2),
    ]
    for elicitation in [WeightElicitation.swing(points), .rankOrder(ranks, .rankSum)] {
      #expect(throws: WeightingError.differentAnchors("c1")) {
        try CriterionWeights(from: elicitation, criteria: criteria)
      }
    }
  }
}
