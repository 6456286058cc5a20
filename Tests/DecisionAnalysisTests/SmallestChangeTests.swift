// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Testing

struct SmallestChangeTests {
  @Test(arguments: seeds)
  func makesTheTotalsTieAtTheStatedDistance(seed: UInt64) throws {
    let random = try RandomProblem(seed: seed, alternatives: 2)
    let model = try AdditiveModel(random.problem, random.weights)
    let change = try #require(SmallestChange(in: model, between: 0, and: 1))
    let totals = model.values.map { row in
      zip(change.weights, row).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let moved = zip(change.weights, model.weights).reduce(0) { sum, pair in
      sum + (pair.0 - pair.1) * (pair.0 - pair.1)
    }
    #expect((totals[0] - totals[1]).magnitude <= 1e-9)
    #expect((moved.squareRoot() - change.size).magnitude <= 1e-9)
    #expect((change.weights.reduce(0, +) - 1).magnitude <= 1e-9)
    #expect(change.isAttainable == change.weights.allSatisfy { $0 >= 0 })
    // No weight flip is a smaller change.
    let leader = try #require(model.leader())
    for column in model.criteria.indices where model.weights[column] < 1 {
      let flips = WeightFlips(in: model, leader: leader, moving: [column], as: .criterion("c"))
      for flip in flips.all {
        let rest = (1 - flip.flipWeight) / (1 - flip.currentWeight)
        let size = model.weights.indices.reduce(0.0) { sum, other in
          let new = other == column ? flip.flipWeight : model.weights[other] * rest
          return sum + (new - model.weights[other]) * (new - model.weights[other])
        }
        #expect(change.size <= size.squareRoot() + 1e-9)
      }
    }
  }

  @Test func saysWhenAWeightWouldFallBelowZero() throws {
    let model = try SmallProblem.model([[0.9, 0.5], [0.1, 0.4]], [1, 1])
    let change = try #require(SmallestChange(in: model, between: 0, and: 1))
    #expect(!change.isAttainable)
  }

  @Test func isNoneWhereWeightsDoNotMatter() throws {
    let model = try SmallProblem.model([[0.75, 0.5], [0.5, 0.25]], [1, 3])
    #expect(SmallestChange(in: model, between: 0, and: 1) == nil)
  }
}
