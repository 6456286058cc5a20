// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Testing

struct DominanceTests {
  @Test(arguments: seeds)
  func neverLetsADominatedAlternativeLead(seed: UInt64) throws {
    let random = try RandomProblem(seed: seed, relativeCells: false)
    // A copy of each alternative that is a little worse on one criterion with weight or without.
    var cells = random.problem.table.cells
    let column = Int(seed % UInt64(random.problem.criteria.count))
    let isRising = random.problem.criteria[column].direction == .higherIsBetter
    for row in random.problem.alternatives.indices {
      var worse = cells[row]
      let level = worse[column].distribution.estimate
      worse[column] = PerformanceCell(.exact(isRising ? level - 5 : level + 5))
      cells.insert(worse, at: 0)
      cells.swapAt(0, row)
    }
    let problem = DecisionProblem(
      alternatives: cells.indices.map { "option-\($0)" }, criteria: random.problem.criteria,
      table: PerformanceTable(cells: cells))
    let found = Dominance.all(in: problem)
    #expect(!found.isEmpty)
    let model = try AdditiveModel(problem, random.weights)
    let leader = model.alternatives[try #require(model.leader())]
    #expect(!found.contains { $0.dominated == leader })
    for pair in found {
      let dominant = try #require(model.alternatives.firstIndex(of: pair.dominant))
      let dominated = try #require(model.alternatives.firstIndex(of: pair.dominated))
      #expect(model.totals[dominant] >= model.totals[dominated])
    }
  }

  static let pairs: [(first: [Double], second: [Double], dominant: String?)] = [
    ([0.5, 0.5], [0.5, 0.4], "a0"),
    ([0.1, 0.4], [0.5, 0.4], "a1"),
    ([0.5, 0.4], [0.4, 0.5], nil),
    ([0.5, 0.5], [0.5, 0.5], nil),
  ]

  @Test(arguments: pairs)
  func needsOneThingBetterAndNothingWorse(
    first: [Double], second: [Double], dominant: String?
  ) throws {
    let found = Dominance.all(in: try SmallProblem.exact([first, second]))
    #expect(found.map(\.dominant) == (dominant.map { [$0] } ?? []))
    #expect(found.allSatisfy { $0.holdsForIntervals })
  }

  static let limits: [(low: Double, high: Double, holds: Bool)] = [
    (0.5, 0.9, true), (0.4, 0.9, true), (0.39, 0.9, false),
  ]

  @Test(arguments: limits)
  func comparesTheWorstLimitWithTheBest(low: Double, high: Double, holds: Bool) throws {
    let problem = try SmallProblem.make([
      [PerformanceCell(.normal(estimate: 0.7, low: low, high: high))],
      [PerformanceCell(.normal(estimate: 0.3, low: 0.2, high: 0.4))],
    ])
    #expect(Dominance.all(in: problem).map(\.holdsForIntervals) == [holds])
  }

  @Test func addsTheDoubtOfABaselineToItsOwn() throws {
    let baseline = Baseline(alternative: 2, operation: .sum)
    let own = PerformanceCell(.normal(estimate: 0.3, low: 0.25, high: 0.35), baseline: baseline)
    let shared = PerformanceCell(.normal(estimate: 0.4, low: 0.1, high: 0.5))
    let problem = try SmallProblem.make([[own], [PerformanceCell(.exact(0.5))], [shared]])
    let pair = try #require(Dominance.all(in: problem).first { $0.dominated == "a1" })
    #expect(pair.dominant == "a0" && !pair.holdsForIntervals)
  }
}
