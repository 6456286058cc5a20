// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

/// Oracle o04: Rezaei 2016 through the R package BWM, re-solved with HiGHS.
struct BestWorstTests {
  private struct Oracle: Decodable {
    struct Input: Decodable {
      let best_to_others: [Double]
      let others_to_worst: [Double]
    }
    struct Solution: Decodable {
      let weights: [Double]
      let xi: Double
      let CR_input: Double
    }
    struct Expected: Decodable { let linear_program: [String: Solution] }
    let input: [String: Input]
    let consistency_index_table: [String: Double]
    let expected: Expected
  }

  private static func answers(
    _ fromMost: [Double], _ toLeast: [Double], most: Int? = nil, least: Int? = nil
  ) -> WeightElicitation {
    let most = most ?? fromMost.firstIndex(of: 1) ?? 0
    let least = least ?? toLeast.firstIndex(of: 1) ?? 0
    return .bestWorst(
      BestWorstAnswers(
        mostImportant: "c\(most)", leastImportant: "c\(least)",
        answers: zip(fromMost, toLeast).enumerated().map {
          BestWorstAnswer(
            criterion: "c\($0.offset)", worst: 0, best: 1, fromMost: $0.element.0,
            toLeast: $0.element.1)
        }))
  }

  private static func solve(_ answers: WeightElicitation, count: Int) throws -> (
    weights: [Double], consistency: BestWorstConsistency
  ) {
    let weights = try CriterionWeights(from: answers, criteria: SmallProblem.criteria(count))
    guard case .bestWorst(let consistency)? = weights.consistency else { throw Missing() }
    return (weights.values, consistency)
  }
  private struct Missing: Error {}

  @Test(
    "The weights, xi and both ratios are those of the linear program",
    arguments: ["car_consistent", "car_inconsistent", "car_more_inconsistent", "transport_3"])
  func equalsTheLinearProgram(name: String) throws {
    let oracle = try OracleFile.read("o04-bwm-car", as: Oracle.self)
    let input = try #require(oracle.input[name])
    let expected = try #require(oracle.expected.linear_program[name])
    let found = try Self.solve(
      Self.answers(input.best_to_others, input.others_to_worst), count: input.best_to_others.count)
    #expect(distance(found.weights, expected.weights) <= 1e-8)
    #expect((found.consistency.deviation - expected.xi).magnitude <= 1e-8)
    #expect((found.consistency.inputRatio - expected.CR_input).magnitude <= 1e-8)
    let index = try #require(oracle.consistency_index_table["8"])
    #expect(found.consistency.index == index)
    #expect((try #require(found.consistency.ratio) - expected.xi / index).magnitude <= 1e-8)
  }

  @Test("The documented ratio of the slightly inconsistent car, and the criterion that causes it")
  func namesTheWorstCriterion() throws {
    let found = try Self.solve(Self.answers([2, 1, 4, 3, 8], [4, 8, 2, 3, 1]), count: 5)
    #expect((try #require(found.consistency.ratio) - 0.002444958).magnitude <= 1e-9)
    #expect(found.consistency.worstCriterion == "c3")
  }

  @Test("The index of a ratio between whole numbers is the root that the printed ones round")
  func findsTheIndex() throws {
    let found = try Self.solve(Self.answers([1, 2, 4.5], [4.5, 2, 1]), count: 3)
    #expect((found.consistency.index - (10 - 37.0.squareRoot()) / 2).magnitude <= 1e-15)
  }

  @Test("The solution keeps to its xi, and no other weights do better", arguments: seeds)
  func isOptimal(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 2...9, using: &generator)
    let scale: () -> Double = { Double(Int.random(in: 1...9, using: &generator)) }
    let mostToLeast = scale()
    var fromMost = (0..<count).map { _ in scale() }
    var toLeast = (0..<count).map { _ in scale() }
    (fromMost[0], toLeast[0]) = (1, mostToLeast)
    (fromMost[count - 1], toLeast[count - 1]) = (mostToLeast, 1)
    let found = try Self.solve(
      Self.answers(fromMost, toLeast, most: 0, least: count - 1), count: count)
    func deviation(_ w: [Double]) -> Double {
      w.indices.reduce(0) { largest, j in
        max(
          largest, (w[0] - fromMost[j] * w[j]).magnitude,
          (w[j] - toLeast[j] * w[count - 1]).magnitude)
      }
    }
    #expect((deviation(found.weights) - found.consistency.deviation).magnitude <= 1e-14)
    #expect(found.weights.allSatisfy { $0 >= 0 })
    // The problem is convex: a better point anywhere would show in some small step towards it.
    for step in [1e-1, 1e-2, 1e-4] {
      for _ in 0..<200 {
        let moved = found.weights.map {
          max(0, $0 + step * Double.random(in: -1...1, using: &generator))
        }
        let sum = moved.reduce(0, +)
        #expect(deviation(moved.map { $0 / sum }) >= found.consistency.deviation - 1e-12)
      }
    }
  }

  static let refused: [(WeightElicitation, [WeightingError])] = [
    (answers([1, 2, 1], [4, 2, 1], most: 0, least: 0), [.mostIsLeast("c0")]),
    (answers([1, 2, 4], [3, 2, 1]), [.mostToLeastDiffers("c0", "c2")]),
    (answers([2, 2, 4], [4, 2, 1], most: 0), [.notOneWithItself("c0")]),
    (answers([1, 2, 4], [4, 2, 2], least: 2), [.notOneWithItself("c2")]),
    (answers([1, 0.5, 4], [4, 2, 1]), [.outsideScale("c1", 1...9)]),
    (answers([1, 2, 10], [10, 2, 1]), [.outsideScale("c0", 1...9), .outsideScale("c2", 1...9)]),
    (answers([1, -2, 4], [4, 2, 1]), [.outsideScale("c1", 1...9)]),
    (answers([1, .nan, 4], [4, 2, 1]), [.notFinite("c1")]),
    (answers([1, .infinity, 4], [4, 2, 1]), [.notFinite("c1")]),
    (answers([1, 2, 4], [4, 2, 1], least: 7), [.notOnList("c7")]),
    (answers([1, 4], [4, 1]), [.missing("c2")]),
  ]

  @Test("Answers that break the rules of the method are refused", arguments: refused)
  func refusesAnswers(answers: WeightElicitation, errors: [WeightingError]) throws {
    let criteria = try SmallProblem.criteria(3)
    #expect(answers.faults(for: criteria).first == errors[0])
    #expect(answers.faults(for: criteria).starts(with: errors))
  }
}
