// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

struct PairwiseAnswersTests {
  private static let three = PairwiseOracle(rows: [
    [1, 2, 6], [0.5, 1, 3], [1 / 6.0, 1 / 3.0, 1],
  ])

  private static func pair(_ first: Int, _ second: Int, _ ratio: Double) -> PairwiseComparison {
    PairwiseComparison(first: "c\(first)", second: "c\(second)", ratio: ratio)
  }

  static let refused: [([PairwiseComparison], [WeightingError])] = [
    ([pair(0, 1, 2), pair(0, 2, 6)], [.missingComparison("c1", "c2")]),
    (
      [pair(0, 1, 2), pair(0, 2, 6), pair(1, 2, 3), pair(0, 2, 6)],
      [.duplicateComparison("c0", "c2")]
    ),
    (
      [pair(0, 1, 2), pair(0, 2, 6), pair(1, 2, 3), pair(2, 0, 0.25)],
      [.notReciprocal("c2", "c0")]
    ),
    ([pair(0, 1, 0), pair(0, 2, 6), pair(1, 2, 3)], [.ratioNotPositive("c0", "c1")]),
    ([pair(0, 1, -2), pair(0, 2, 6), pair(1, 2, 3)], [.ratioNotPositive("c0", "c1")]),
    ([pair(0, 1, .nan), pair(0, 2, 6), pair(1, 2, 3)], [.ratioNotPositive("c0", "c1")]),
    ([pair(0, 1, .infinity), pair(0, 2, 6), pair(1, 2, 3)], [.ratioNotPositive("c0", "c1")]),
    (
      [pair(0, 1, Double.leastNonzeroMagnitude), pair(0, 2, 6), pair(1, 2, 3)],
      [.ratioNotPositive("c0", "c1")]
    ),
    (
      [pair(0, 1, 2), pair(0, 2, 6), pair(1, 2, 3), pair(1, 1, 1)],
      [.comparedWithItself("c1")]
    ),
    ([pair(0, 1, 2), pair(0, 2, 6), pair(1, 2, 3), pair(1, 3, 1)], [.notOnList("c3")]),
    ([pair(0, 1, 5), pair(1, 2, 5), pair(2, 0, 5)], [.inconsistent("c0", "c1", "c2")]),
  ]

  @Test(
    "Judgements that cannot be used are refused and named by their criteria", arguments: refused)
  func refusesJudgements(comparisons: [PairwiseComparison], errors: [WeightingError]) throws {
    let criteria = try SmallProblem.criteria(3)
    let answers = Self.three.answers(comparisons: comparisons)
    #expect(answers.faults(for: criteria) == errors)
    #expect(throws: errors[0]) { try CriterionWeights(from: answers, criteria: criteria) }
  }

  @Test("Both directions of a pair may be given when they are reciprocal, also as rounded decimals")
  func takesBothDirections() throws {
    let criteria = try SmallProblem.criteria(3)
    let both = Self.three.comparisons + [Self.pair(2, 1, 0.333333333), Self.pair(1, 0, 0.5)]
    let weights = try CriterionWeights(
      from: Self.three.answers(comparisons: both), criteria: criteria)
    #expect(distance(weights.values, [0.6, 0.3, 0.1]) <= 1e-14)
    #expect(weights.notes.isEmpty)
  }

  @Test("A strong contradiction is used when it is accepted openly, and noted")
  func usesAcceptedContradictions() throws {
    let circle = PairwiseOracle(rows: [[1, 5, 0.2], [0.2, 1, 5], [5, 0.2, 1]])
    let weights = try circle.weights(.geometricMean)
    #expect(distance(weights.values, [1 / 3.0, 1 / 3.0, 1 / 3.0]) <= 1e-14)
    #expect(weights.notes == [.comparisonsContradict])
    let found = try circle.consistency()
    #expect(found.isRefused)
    #expect(found.worstTriad == ["c0", "c1", "c2"])
    // By hand: 3 ln^2 5.
    #expect((try #require(found.geometricIndex) - 7.770_871_181_940_704).magnitude <= 1e-9)
    #expect(found.ratioLimit == 0.05)
    #expect(found.geometricLimit == 0.31)
  }

  @Test("The worst triad is the one whose product is furthest from 1")
  func namesTheWorstTriad() throws {
    // Consistent weights 8:4:2:1 but for c1 against c3, which turns 4 into 1/2.
    let matrix = PairwiseOracle(rows: [
      [1, 2, 4, 8], [0.5, 1, 2, 0.5], [0.25, 0.5, 1, 1.5], [0.125, 2, 1 / 1.5, 1],
    ])
    // |ln|: 012: 0; 013: ln 8; 023: ln (4 * 1.5 / 8); 123: ln (2 * 1.5 / 0.5) = ln 6.
    #expect(try matrix.consistency().worstTriad == ["c0", "c1", "c3"])
  }

  @Test("Consistent judgements give back the weights they were made from", arguments: seeds)
  func recoversWeights(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 2...12, using: &generator)
    let amounts = (0..<count).map { _ in Double.random(in: 0.01...5, using: &generator) }
    let matrix = PairwiseOracle(rows: amounts.map { one in amounts.map { one / $0 } })
    let sum = amounts.reduce(0, +)
    for rule in PriorityRule.allCases {
      #expect(distance(try matrix.weights(rule).values, amounts.map { $0 / sum }) <= 1e-13)
    }
    let found = try matrix.consistency()
    #expect(found.index <= 1e-12)
    #expect(!found.isPastLimit)
    #expect(found.ratio <= 1e-11)
  }

  @Test("Two criteria cannot contradict each other")
  func twoAgree() throws {
    let two = try PairwiseOracle(rows: [[1, 9], [1 / 9.0, 1]]).consistency()
    #expect(two.ratio == 0 && !two.isPastLimit)
    #expect(two.geometricIndex == nil)
  }

  /// Judgements on the scale from 1/9 to 9 at random.
  private static func random(
    _ count: Int, _ generator: inout SeededGenerator
  ) -> PairwiseOracle {
    var rows = (0..<count).map { _ in [Double](repeating: 1, count: count) }
    for i in 0..<count {
      for j in (i + 1)..<max(count, i + 1) {
        // The seventeen steps of the scale are alike.
        let step = Int.random(in: -8...8, using: &generator)
        rows[i][j] = step < 0 ? 1 / Double(1 - step) : Double(1 + step)
        rows[j][i] = 1 / rows[i][j]
      }
    }
    return PairwiseOracle(rows: rows)
  }

  @Test(
    "Random judgements have a ratio of about 1 and are refused", arguments: [5, 10, 11, 15, 25, 40])
  func refusesRandomJudgements(count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    let ratios = try (0..<40).map { _ in
      let found = try Self.random(count, &generator).consistency()
      // Few judgements can agree by chance.
      #expect(count < 9 || found.isRefused && found.isPastLimit)
      #expect(found.randomIndexTable == (count > 10 ? "Alonso and Lamata 2006" : "Saaty 1980"))
      return found.ratio
    }
    #expect((ratios.reduce(0, +) / 40 - 1).magnitude < (count > 5 ? 0.06 : 0.25))
  }
}
