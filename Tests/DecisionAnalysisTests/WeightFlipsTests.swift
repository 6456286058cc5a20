// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

struct WeightFlipsTests {
  @Test(arguments: GetReal.criterionNames)
  func equalsThePeersCurveAndFlip(name: String) throws {
    let example = try GetReal()
    let model = try example.model("a")
    let column = try #require(model.criteria.firstIndex(of: name))
    let shift = try #require(WeightShift(in: model, members: [column]))
    let curve = try #require(example.curves[name])
    let totals = curve.x.map { shift.totals(at: $0) }
    #expect(distance(totals.map { $0[0] }, curve.alt1) <= 1e-9)
    #expect(distance(totals.map { $0[1] }, curve.alt2) <= 1e-9)

    let leader = try #require(model.leader())
    let flips = WeightFlips(in: model, leader: leader, moving: [column], as: .criterion(name))
    let expected = try #require(example.flips[name])
    let flip = try #require(flips.all.first)
    #expect(flips.all.count == 1)
    #expect((flip.flipWeight - expected).magnitude <= 1e-6)
    #expect(flip.direction == (expected > model.weights[column] ? .up : .down))
    #expect(flip.challenger == "alt1")
    #expect(!flip.equalSharesAssumed)
  }

  @Test(arguments: seeds)
  func tiesAtTheFlipAndReversesOnEitherSide(seed: UInt64) throws {
    let random = try RandomProblem(seed: seed)
    let model = try AdditiveModel(random.problem, random.weights)
    let leader = try #require(model.leader())
    let groups = model.criteria.indices.map { [$0] } + [[0, 1], Array(model.criteria.indices)]
    for members in groups {
      let flips = WeightFlips(in: model, leader: leader, moving: members, as: .branch("group"))
      guard let shift = WeightShift(in: model, members: members) else {
        #expect(flips.all.isEmpty && members.count == model.criteria.count)
        continue
      }
      #expect(distance(shift.totals(at: shift.currentWeight), model.totals) <= 1e-12)
      for flip in flips.all {
        let rival = try #require(model.alternatives.firstIndex(of: flip.challenger))
        let step = flip.direction == .up ? 1e-6 : -1e-6
        let at = shift.totals(at: flip.flipWeight)
        let before = shift.totals(at: flip.flipWeight - step)
        let after = shift.totals(at: flip.flipWeight + step)
        #expect((at[leader] - at[rival]).magnitude <= 1e-12)
        #expect(before[leader] > before[rival] && after[leader] < after[rival])
        #expect((flip.flipWeight > flip.currentWeight) == (flip.direction == .up))
      }
      // Between the two flips, and only there, the leader keeps its place.
      let low = flips.down?.flipWeight ?? 0
      let high = flips.up?.flipWeight ?? 1
      for share in [0.001, 0.25, 0.5, 0.75, 0.999] {
        let totals = shift.totals(at: low + (high - low) * share)
        #expect(totals.allSatisfy { $0 <= totals[leader] + 1e-12 })
      }
    }
  }

  /// Raw form of Triantaphyllou and Sanchez 1997: t* = (w - d) / (1 - d), d = (V_b - V_a)/(v_b - v_a).
  @Test(arguments: seeds)
  func equalsTheRawFormOfTheFormula(seed: UInt64) throws {
    let random = try RandomProblem(seed: seed, alternatives: 2)
    let model = try AdditiveModel(random.problem, random.weights)
    let leader = try #require(model.leader())
    let rival = 1 - leader
    for column in model.criteria.indices where model.weights[column] < 1 {
      let flips = WeightFlips(
        in: model, leader: leader, moving: [column], as: .criterion(model.criteria[column]))
      let lead = model.totals[rival] - model.totals[leader]
      let d = lead / (model.values[rival][column] - model.values[leader][column])
      let raw = (model.weights[column] - d) / (1 - d)
      if let flip = flips.all.first {
        #expect((flip.flipWeight - raw).magnitude <= 1e-9)
      } else {
        #expect(!(raw > 1e-9 && raw < 1 - 1e-9))
      }
    }
  }

  @Test func takesTheNearestChallengerOnEachSide() throws {
    let model = try SmallProblem.model(
      [[0.5, 0.6], [1, 0], [0.9, 0.3], [0, 0.65], [0, 0.7]], [1, 3])
    // Leads of a0 on (c0, c1): (-0.5, 0.6), (-0.4, 0.3), (0.5, -0.05), (0.5, -0.1);
    // t* = rest / (rest - inside).
    #expect(model.leader() == 0)
    let flips = WeightFlips(in: model, leader: 0, moving: [0], as: .criterion("c0"))
    let up = try #require(flips.up)
    #expect((up.flipWeight - 3.0 / 7).magnitude <= 1e-12)
    #expect(up.challenger == "a2")
    #expect(up.currentWeight == 0.25)
    let down = try #require(flips.down)
    #expect((down.flipWeight - 1.0 / 6).magnitude <= 1e-12)
    #expect(down.challenger == "a4")
  }

  @Test func assumesEqualSharesWhenNothingElseHasWeight() throws {
    let model = try SmallProblem.model([[0.6, 0, 0.2], [0.4, 0.5, 0.3]], [1, 0, 0])
    let flips = WeightFlips(in: model, leader: 0, moving: [0], as: .criterion("c0"))
    let flip = try #require(flips.down)
    // Inside 0.2; everything else at equal shares 0.1 - 0.4 = -0.3; t* = 0.3 / 0.5.
    #expect((flip.flipWeight - 0.6).magnitude <= 1e-12)
    #expect(flip.currentWeight == 1)
    #expect(flip.equalSharesAssumed && flips.up == nil)
    let group = WeightFlips(in: model, leader: 0, moving: [1, 2], as: .branch("b"))
    #expect(group.up?.equalSharesAssumed == true)
    #expect(((group.up?.flipWeight ?? 0) - 0.4).magnitude <= 1e-12)
  }

  @Test(arguments: [
    [[0.9, 0.8], [0.1, 0.7]], [[0.9, 0.8], [0.9, 0.7]], [[0.5, 0.5], [0.5, 0.5]],
  ])
  func findsNoFlipUnderDominanceOrEquality(values: [[Double]]) throws {
    let model = try SmallProblem.model(values, [1, 3])
    for column in [0, 1] {
      let flips = WeightFlips(in: model, leader: 0, moving: [column], as: .criterion("c"))
      #expect(flips.all.isEmpty)
    }
  }

  @Test func standsAtTheWeightOfNowWhenTied() throws {
    let model = try SmallProblem.model([[1, 0], [0, 1]], [1, 1])
    let first = WeightFlips(in: model, leader: 0, moving: [0], as: .criterion("c0"))
    let second = WeightFlips(in: model, leader: 0, moving: [1], as: .criterion("c1"))
    #expect(first.up == nil && first.down?.flipWeight == 0.5)
    #expect(second.down == nil && second.up?.flipWeight == 0.5)
  }

  @Test(arguments: [(0.25, true), (0.2, true), (0.19, false)])
  func measuresTheDistanceAsAShareOfTheWeight(share: Double, expected: Bool) throws {
    // Leads (-0.6, 0.9): t* = 0.6, and now 0.5: a fifth more.
    let model = try SmallProblem.model([[0.2, 0.9], [0.8, 0]], [1, 1])
    let flips = WeightFlips(in: model, leader: 0, moving: [0], as: .criterion("c0"))
    #expect(flips.up?.isWithin(share + 1e-9) == expected)
  }
}
