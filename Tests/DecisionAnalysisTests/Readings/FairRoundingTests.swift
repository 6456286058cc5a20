// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

struct FairRoundingTests {
  struct Rounding: Decodable {
    struct Flip: Decodable {
      let at: Double
      let direction: String
      let printed: Int?
    }
    struct Level: Decodable {
      let tie: Double
      let step: Double
      let side: Int
      let low: Double
      let high: Double
      let printed: Double?
    }
    let flips: [Flip]
    let levels: [Level]
  }

  @Test("Printed weights and levels lie strictly beyond the tie")
  func beyond() throws {
    let all = try OracleFile.read("Fair/o11-safe-rounding", as: Rounding.self)
    for flip in all.flips {
      let printed = SafeRounding.percent(beyond: flip.at, upwards: flip.direction == "up")
      #expect(printed == flip.printed, "\(flip.at) \(flip.direction)")
    }
    for level in all.levels {
      let steps = SafeRounding.steps(
        beyond: level.tie, upwards: level.side > 0, step: level.step, low: level.low,
        high: level.high)
      let printed = steps.map { (Double($0) * level.step * 1000).rounded() / 1000 }
      #expect(printed == level.printed, "\(level.tie)")
    }
  }

  @Test("The points that give a weight give that weight back")
  func points() throws {
    let points = try #require(SafeRounding.points(of: 0.2, others: 80))
    #expect((points - 20).magnitude < 1e-12)
    #expect(SafeRounding.points(of: 1, others: 80) == nil)
    #expect(SafeRounding.points(of: 0.2, others: 0) == nil)
  }

  struct Carried: Decodable {
    let oldPoints: [String: Double]
    let oldRanges: [String: [Double]]
    let newRanges: [String: [Double]]
    let expected: [String: Double]
    let expectedA: [String: Double]
    let expectedB: [String: Double]
  }

  @Test("Weights carried to other ranges keep the worth of a unit")
  func carried() throws {
    let all = try OracleFile.read("Fair/o02-carry-answers", as: Carried.self)
    func sizes(_ ranges: [String: [Double]]) -> [String: Double] {
      ranges.mapValues { ($0[1] - $0[0]).magnitude }
    }
    let ids = all.oldPoints.keys.sorted()
    let old = try CriterionWeights(
      criteria: ids, proportionalTo: ids.map { (all.oldPoints[$0] ?? .nan) })
    let new = try RangeWeights.carried(
      old, from: sizes(all.oldRanges), to: sizes(all.newRanges))
    for (expected, question) in [
      (all.expected, Array(all.expected.keys)), (all.expectedA, FairLevels.questionA),
      (all.expectedB, FairLevels.questionB),
    ] {
      let weights = try #require(new.restricted(to: question))
      for (id, weight) in expected {
        #expect(((weights.weight(of: id) ?? .nan) - weight).magnitude < 1e-9, "\(id)")
      }
    }
  }

  struct Local: Decodable {
    struct Expected: Decodable {
      let M: Double
      let localWeights: [String: Double]
      let localM: Double
      let factor: Double
    }
    let points: [String: Double]
    let ranges: [String: [Double]]
    let local: [String: [Double]]
    let expected: Expected
  }

  @Test("On ranges of its own a question has other points and the same proportions")
  func localRanges() throws {
    let all = try OracleFile.read("Fair/o12-local-ranges", as: Local.self)
    let ids = FairLevels.questionB
    let weights = try CriterionWeights(
      criteria: ids, proportionalTo: ids.map { (all.points[$0] ?? .nan) })
    let old = all.ranges.mapValues { ($0[1] - $0[0]).magnitude }
    let new = all.local.mapValues { ($0[1] - $0[0]).magnitude }
    let local = try RangeWeights.carried(weights, from: old, to: new)
    for (id, weight) in all.expected.localWeights {
      #expect(((local.weight(of: id) ?? .nan) - weight).magnitude < 1e-9)
    }
    let factor = RangeWeights.factor(weights, from: old, to: new)
    #expect((factor - all.expected.factor).magnitude < 1e-9)
    let problem = try FairLevels.problem(
      "US/blinded", options: ["vertebroplasty", "kyphoplasty"], criteria: ids)
    let whole = try PairComparison(
      problem, first: "vertebroplasty", second: "kyphoplasty", weights: weights)
    #expect((whole.margin - all.expected.M).magnitude < 1e-9)
    let narrow = DecisionProblem(
      alternatives: problem.alternatives,
      criteria: try problem.criteria.map { criterion in
        let range = try #require(all.local[criterion.id])
        return try Criterion(
          id: criterion.id, direction: criterion.direction,
          worst: criterion.direction == .higherIsBetter
            ? try #require(range.min()) : try #require(range.max()),
          best: criterion.direction == .higherIsBetter
            ? try #require(range.max()) : try #require(range.min()),
          branch: "all", acceptsLevelsOutside: true)
      }, table: problem.table)
    let own = try PairComparison(
      narrow, first: "vertebroplasty", second: "kyphoplasty", weights: local)
    #expect((own.margin - all.expected.localM).magnitude < 1e-9)
    #expect((own.margin - factor * whole.margin).magnitude < 1e-9)
  }

  struct Mirror: Decodable {
    struct Nothing: Decodable {
      let weights: [String: Double]
      let M: Double
    }
    struct Exchanged: Decodable {
      let weights: [String: Double]
      let M: Double
      let mirrored: Double
      let leader: String
      let mirroredLeader: String
    }
    let null: [Nothing]
    let mirror: [Exchanged]
  }

  @Test("Equal levels give no margin, and exchanged options change its sign alone")
  func mirror() throws {
    let all = try OracleFile.read("Fair/o08-null-and-mirror", as: Mirror.self)
    let ids = FairLevels.questionA
    for one in all.mirror {
      let weights = try CriterionWeights(
        criteria: ids, proportionalTo: ids.map { (one.weights[$0] ?? .nan) })
      let problem = try FairLevels.problem(
        "US/open", options: FairLevels.options, criteria: ids)
      let forwards = try PairComparison(
        problem, first: "vertebroplasty", second: "care", weights: weights)
      let backwards = try PairComparison(
        problem, first: "care", second: "vertebroplasty", weights: weights)
      #expect(distance([forwards.margin, backwards.margin], [one.M, one.mirrored]) < 1e-9)
      #expect(forwards.leader == one.leader && backwards.leader == one.mirroredLeader)
    }
    for one in all.null {
      let weights = try CriterionWeights(
        criteria: ids, proportionalTo: ids.map { (one.weights[$0] ?? .nan) })
      let problem = try FairLevels.problem(
        "US/open", options: FairLevels.options, criteria: ids)
      let same = DecisionProblem(
        alternatives: ["one", "other"], criteria: problem.criteria,
        table: PerformanceTable(cells: [problem.table.cells[0], problem.table.cells[0]]))
      let comparison = try PairComparison(
        same, first: "one", second: "other", weights: weights)
      #expect(comparison.margin == one.M)
    }
  }
}
