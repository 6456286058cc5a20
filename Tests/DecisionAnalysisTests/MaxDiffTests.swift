// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

/// Oracle o17: R support.BWS 0.4-6.
struct MaxDiffTests {
  private struct Oracle: Decodable {
    struct Total: Decodable {
      let B: Int
      let W: Int
      let BW: Int
      let stdBW: Double
      let sqrtBW: Double
    }
    let design: [[Int]]
    let responses: [[Int]]
    let aggregate: [Total]
  }

  private static func answers(_ counts: [(shown: Int, most: Int, least: Int)]) -> [MaxDiffAnswer] {
    counts.enumerated().map {
      MaxDiffAnswer(
        criterion: "c\($0.offset)", worst: 0, best: 1, shown: $0.element.shown,
        most: $0.element.most, least: $0.element.least)
    }
  }

  @Test("Counts of the responses, scores and root ratios are those of the peer")
  func equalsThePeer() throws {
    let oracle = try OracleFile.read("o17-maxdiff-counts", as: Oracle.self)
    var counts = [(shown: Int, most: Int, least: Int)](repeating: (0, 0, 0), count: 7)
    for response in oracle.responses {
      for (set, items) in oracle.design.enumerated() {
        for item in items { counts[item - 1].shown += 1 }
        counts[items[response[1 + 2 * set] - 1] - 1].most += 1
        counts[items[response[2 + 2 * set] - 1] - 1].least += 1
      }
    }
    let answers = Self.answers(counts)
    for (answer, peer) in zip(answers, oracle.aggregate) {
      #expect(answer.most == peer.B)
      #expect(answer.least == peer.W)
      #expect(answer.most - answer.least == peer.BW)
      #expect((answer.score - peer.stdBW).magnitude <= 1e-9)
      #expect((answer.rootRatio(adding: 0) - peer.sqrtBW).magnitude <= 1e-9)
    }
    let weights = try CriterionWeights(
      from: .maxDiff(answers), criteria: SmallProblem.criteria(7))
    let ratios = oracle.aggregate.map {
      ((Double($0.B) + 0.5) / (Double($0.W) + 0.5)).squareRoot()
    }
    let sum = ratios.reduce(0, +)
    #expect(distance(weights.values, ratios.map { $0 / sum }) <= 1e-15)
    #expect(weights.notes == [.countsApproximate])
  }

  @Test("Fewer than three showings give the order of the scores and no more")
  func usesTheOrderOfFewShowings() throws {
    let criteria = try SmallProblem.criteria(3)
    let few = WeightElicitation.maxDiff(Self.answers([(4, 3, 0), (2, 0, 2), (4, 1, 2)]))
    let weights = try CriterionWeights(from: few, criteria: criteria)
    #expect(distance(weights.values, [11 / 18.0, 2 / 18.0, 5 / 18.0]) <= 1e-14)
    #expect(weights.notes == [.countsGiveOrderOnly])
    #expect(few.ranks(for: criteria) == [1, 3, 2])
    let tied = WeightElicitation.maxDiff(Self.answers([(2, 1, 0), (4, 2, 0), (3, 0, 3)]))
    #expect(tied.ranks(for: criteria) == [1, 1, 3])
    #expect(
      try CriterionWeights(from: tied, criteria: criteria).notes
        == [.countsGiveOrderOnly, .tiedRanksAveraged])
    let enough = WeightElicitation.maxDiff(Self.answers([(3, 3, 0), (3, 0, 2), (3, 0, 1)]))
    #expect(enough.ranks(for: criteria) == nil)
  }

  static let refused: [([(shown: Int, most: Int, least: Int)], [WeightingError])] = [
    ([(3, 3, 0), (0, 0, 0), (3, 0, 3)], [.neverShown("c1")]),
    ([(3, 2, 2), (3, 1, 0), (3, 0, 1)], [.pickedMoreThanShown("c0")]),
    ([(3, -1, 0), (3, 1, 0), (3, 0, 1)], [.negative("c0")]),
    ([(3, 3, 0), (3, 0, 1), (3, 0, 1)], [.picksDiffer]),
    ([(3, 0, 0), (3, 0, 0), (3, 0, 0)], [.allZero]),
    ([(.max, .max, 0), (3, 0, 0), (3, 0, 0)], [.outsideScale("c0", 1...1_000_000)]),
    ([(3, 2, 0), (3, 0, 2)], [.missing("c2")]),
  ]

  @Test("Counts that cannot be are refused", arguments: refused)
  func refusesCounts(
    counts: [(shown: Int, most: Int, least: Int)], errors: [WeightingError]
  ) throws {
    let elicitation = WeightElicitation.maxDiff(Self.answers(counts))
    #expect(elicitation.faults(for: try SmallProblem.criteria(3)) == errors)
  }
}
