// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

/// What must hold for every simulation.
struct SimulationTests {
  private static let seeds: [UInt64] = Array(1...12)
  private static let points = 1024
  /// The numeric error that 1024 draws are allowed here.
  private static let error = 0.02

  private static func simulate(
    _ random: RandomProblem, _ problem: DecisionProblem? = nil, order: [String]? = nil,
    _ uncertainty: WeightUncertainty = .responseError(sigma: 0.3)
  ) throws -> SimulationResult {
    let problem = problem ?? random.problem
    return try SamplePlan(problem, points: points).simulate(
      SamplePlan.Request(
        alternatives: order, weights: random.weights, uncertainty: uncertainty,
        sets: [order ?? problem.alternatives]))
  }

  @Test("Shares of ranks add up, and one of two alternatives is above the other", arguments: seeds)
  func addsUp(seed: UInt64) throws {
    let result = try Self.simulate(RandomProblem(seed: seed))
    for (index, row) in result.rankAcceptability.enumerated() {
      #expect((row.reduce(0, +) - 1).magnitude <= 1e-9)
      #expect(row.allSatisfy { $0 >= 0 && $0 <= 1 + 1e-9 })
      let expected = result.pairwiseWinning[index].reduce(0, +)
      // The mean number of alternatives below is the same either way.
      let below = row.enumerated().reduce(0) { sum, share in
        sum + share.element * Double(row.count - 1 - share.offset)
      }
      #expect((expected - below).magnitude <= Self.error)
    }
    for i in result.alternatives.indices {
      for k in result.alternatives.indices where i != k {
        let both = result.pairwiseWinning[i][k] + result.pairwiseWinning[k][i]
        #expect(both <= 1 + 1e-9)
      }
    }
    #expect((result.meanWeights.reduce(0, +) - 1).magnitude <= 1e-9)
  }

  @Test("A better performance never lowers the share of its alternative", arguments: seeds)
  func risesWithAPerformance(seed: UInt64) throws {
    let random = try RandomProblem(seed: seed)
    let before = try Self.simulate(random)
    let row = random.problem.alternatives.count - 1
    for (column, criterion) in random.problem.criteria.enumerated() {
      let cell = random.problem.table.cell(row, column)
      guard case .triangular(let low, let likely, let high) = cell.distribution else { continue }
      let step = criterion.direction == .higherIsBetter ? 6.0 : -6
      let better = random.problem.replacing(
        row, column,
        with: PerformanceCell(
          .triangular(low: low + step, likely: likely + step, high: high + step)))
      let after = try Self.simulate(random, better)
      #expect(after.firstRank(row) >= before.firstRank(row) - 0.005)
      for other in 0..<row {
        let (now, then) = (after.pairwiseWinning[row][other], before.pairwiseWinning[row][other])
        #expect(now >= then - 0.005)
      }
    }
  }

  @Test("Another order of the alternatives gives the same shares in that order", arguments: seeds)
  func permutes(seed: UInt64) throws {
    let random = try RandomProblem(seed: seed)
    let straight = try Self.simulate(random)
    let reversed = try Self.simulate(
      random, order: Array(random.problem.alternatives.reversed()))
    let places = Array(straight.alternatives.indices.reversed())
    for (i, place) in places.enumerated() {
      #expect(distance(reversed.rankAcceptability[i], straight.rankAcceptability[place]) <= 1e-3)
      #expect(
        distance(
          reversed.pairwiseWinning[i], places.map { straight.pairwiseWinning[place][$0] }) <= 1e-12)
      #expect((reversed.meanTotals[i] - straight.meanTotals[place]).magnitude <= 1e-6)
    }
  }

  @Test("Without an alternative, the others stand to each other as before", arguments: seeds)
  func dropsAnAlternative(seed: UInt64) throws {
    let random = try RandomProblem(seed: seed, alternatives: 4)
    let all = try Self.simulate(random)
    for dropped in 0..<4 {
      let kept = (0..<4).filter { $0 != dropped }
      let ids = kept.map { all.alternatives[$0] }
      let rest = try Self.simulate(random, order: ids)
      let restricted = try Self.simulate(
        random, try random.problem.restricted(toAlternatives: ids))
      for (i, row) in kept.enumerated() {
        let before = kept.map { all.pairwiseWinning[row][$0] }
        #expect(distance(rest.pairwiseWinning[i], before) <= 1e-12)
        #expect(distance(restricted.pairwiseWinning[i], before) <= Self.error)
      }
    }
  }

  @Test("Knowing everything is worth at least as much as knowing a part", arguments: seeds)
  func ordersTheValueOfInformation(seed: UInt64) throws {
    for uncertainty in SimulationExamples.uncertainties {
      let result = try Self.simulate(RandomProblem(seed: seed), nil, order: nil, uncertainty)
      let value = result.valueOfInformation[0]
      // Parts are worked out on a quarter of the draws.
      #expect(value.preferences >= 0 && value.evidence >= 0 && value.perfect >= 0)
      #expect(value.perfect >= value.preferences - 0.002)
      #expect(value.perfect >= value.evidence - 0.002)
      for part in value.evidenceByCriterion {
        #expect(part >= 0 && part <= value.evidence + 0.002)
      }
    }
  }

  @Test("The same request gives the same bits, whoever else is at work", arguments: seeds.prefix(4))
  func repeatsItself(seed: UInt64) async throws {
    let random = try RandomProblem(seed: seed)
    let plan = try SamplePlan(random.problem, points: Self.points)
    let request = SamplePlan.Request(
      weights: random.weights, uncertainty: .responseError(sigma: 0.3),
      sets: [random.problem.alternatives], centralWeights: true)
    let first = SimulationExamples.numbers(try plan.simulate(request)).map(\.bitPattern)
    let others = try await withThrowingTaskGroup(of: [UInt64].self) { group in
      for task in 0..<8 {
        group.addTask {
          let own = task % 2 == 0 ? plan : try SamplePlan(random.problem, points: Self.points)
          return SimulationExamples.numbers(try own.simulate(request)).map(\.bitPattern)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(others.count == 8 && others.allSatisfy { $0 == first })
  }
}
