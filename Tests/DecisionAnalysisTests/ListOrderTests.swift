// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

/// The order in which alternatives are listed decides nothing, and ties are ties.
struct ListOrderTests {
  /// The analysis of exact values with the alternatives in some order.
  private static func analysis(
    _ rows: [(id: String, values: [Double])], _ amounts: [Double],
    _ uncertainty: WeightUncertainty = .none
  ) throws -> (question: QuestionAnalysis, simulation: SimulationResult) {
    let problem = DecisionProblem(
      alternatives: rows.map(\.id), criteria: try SmallProblem.criteria(amounts.count),
      table: PerformanceTable(
        cells: rows.map { row in row.values.map { PerformanceCell(.exact($0)) } }))
    return try analysis(of: problem, SmallProblem.weights(problem, amounts), uncertainty)
  }

  private static func analysis(
    of problem: DecisionProblem, _ weights: CriterionWeights, _ uncertainty: WeightUncertainty
  ) throws -> (question: QuestionAnalysis, simulation: SimulationResult) {
    let simulation = try SamplePlan(problem, points: 1024).simulate(
      SamplePlan.Request(
        weights: weights, uncertainty: uncertainty, sets: [problem.alternatives],
        centralWeights: true))
    let question = try analyse(
      problem, weights, comparing: problem.alternatives, thresholds: VerdictThresholds(),
      simulation: simulation)
    return (question, simulation)
  }

  static let orders: [[Int]] = [
    [0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0],
  ]

  @Test("The margin is the lead over the next best, wherever that is listed", arguments: orders)
  func leadsOverTheNext(order: [Int]) throws {
    let rows: [(id: String, values: [Double])] = [
      ("far", [0.2, 0.2]), ("near", [0.9, 0.5]), ("best", [0.6, 0.802]),
    ]
    let verdict = try Self.analysis(order.map { rows[$0] }, [100, 100]).question.verdict
    #expect(verdict.leader == "best" && verdict.challenger == "near")
    #expect((verdict.margin - 0.1).magnitude < 1e-9)
    #expect(verdict.level == .closeCall && verdict.closeCall == .aboutTheSame)
  }

  @Test(
    "Exact twins share their ranks and are a close call, with any uncertainty and in any order",
    arguments: orders)
  func twinsAreAClose(order: [Int]) throws {
    let rows: [(id: String, values: [Double])] = [
      ("one", [0.7, 0.3, 0.9]), ("two", [0.7, 0.3, 0.9]), ("worse", [0.2, 0.2, 0.5]),
    ]
    for uncertainty in SimulationExamples.uncertainties {
      let (question, simulation) = try Self.analysis(
        order.map { rows[$0] }, [3, 2, 1], uncertainty)
      #expect(question.verdict.margin == 0 && question.verdict.level == .closeCall)
      #expect(question.verdict.share == 0.5, "\(uncertainty)")
      #expect(question.leader == "one" && question.challenger == "two")
      #expect(question.verdict.leader == "one" && question.verdict.challenger == "two")
      #expect((simulation.firstRankEntropy - 1).magnitude < 1e-12)
      #expect(try #require(simulation.rankingEntropy) >= 1 - 1e-12)
    }
  }

  @Test("Totals that are equal by chance of the numbers are ties as well", arguments: orders)
  func differentTwins(order: [Int]) throws {
    // 0.1 + 0.2 and 0.3: equal but for rounding.
    let rows: [(id: String, values: [Double])] = [
      ("one", [0.1, 0.2, 0.6]), ("two", [0.6, 0.1, 0.2]), ("worse", [0.2, 0.3, 0.1]),
    ]
    for uncertainty in [WeightUncertainty.none, .responseError(sigma: 0)] {
      let (question, simulation) = try Self.analysis(
        order.map { rows[$0] }, [1, 1, 1], uncertainty)
      #expect(question.verdict.level == .closeCall && question.verdict.share == 0.5)
      #expect(question.verdict.leader == "one" && question.verdict.challenger == "two")
      #expect((simulation.firstRankEntropy - 1).magnitude < 1e-12)
    }
  }

  @Test("Three that tie have a third of each rank, beside an unsure one too", arguments: 0..<4)
  func triplets(place: Int) throws {
    let same = [PerformanceCell(.exact(0.5)), PerformanceCell(.exact(0.6))]
    var cells = [same, same, same]
    cells.insert(
      [PerformanceCell(.beta(events: 2, n: 10, scale: 1)), PerformanceCell(.exact(0.1))], at: place)
    let problem = try SmallProblem.make(cells)
    for uncertainty in [WeightUncertainty.none, .responseError(sigma: 0.3), .uniform] {
      let (question, simulation) = try Self.analysis(
        of: problem, SmallProblem.weights(problem, [2, 1]), uncertainty)
      for rank in 0..<4 {
        let sum = simulation.rankAcceptability.reduce(0) { $0 + $1[rank] }
        #expect((sum - 1).magnitude < 0.005, "\(uncertainty) \(rank)")
      }
      #expect(question.verdict.level == .closeCall && question.verdict.share < 0.34)
      #expect(simulation.firstRankEntropy <= 2)
      #expect(try #require(simulation.rankingEntropy) >= simulation.firstRankEntropy - 0.03)
    }
  }

  @Test(
    "With unsure levels the margin is over the next best, not over the one that wins more often")
  func smallestMeanDifference() throws {
    // "wide" is above the leader more often than "next", but further below it on average.
    let problem = DecisionProblem(
      alternatives: ["wide", "leader", "next"], criteria: try SmallProblem.criteria(1),
      table: PerformanceTable(cells: [
        [PerformanceCell(.normal(estimate: 0.5, low: 0.05, high: 0.95))],
        [PerformanceCell(.exact(0.6))], [PerformanceCell(.exact(0.595))],
      ]))
    let verdict = try Self.analysis(
      of: problem, SmallProblem.weights(problem, [1]), .none
    ).question.verdict
    #expect(verdict.challenger == "next" && (verdict.margin - 0.5).magnitude < 1e-9)
  }

  @Test("Random problems give the same answer in whatever order they are listed", arguments: seeds)
  func permuted(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let random = try RandomProblem(seed: seed, relativeCells: false)
    let problem = random.problem
    let order = problem.alternatives.indices.shuffled(using: &generator)
    let columns = problem.criteria.indices.shuffled(using: &generator)
    let shuffled = DecisionProblem(
      alternatives: order.map { problem.alternatives[$0] },
      criteria: columns.map { problem.criteria[$0] },
      table: PerformanceTable(
        cells: order.map { row in columns.map { problem.table.cell(row, $0) } }))
    let weights = try CriterionWeights(
      criteria: shuffled.criteria.map(\.id),
      proportionalTo: columns.map { random.weights.values[$0] })
    let first = try Self.analysis(of: problem, random.weights, .responseError(sigma: 0.3))
    let second = try Self.analysis(of: shuffled, weights, .responseError(sigma: 0.3))
    #expect(first.question.leader == second.question.leader)
    #expect(first.question.challenger == second.question.challenger)
    #expect((first.question.difference - second.question.difference).magnitude < 1e-12)
    for flips in first.question.criterionFlips {
      let other = try #require(second.question.criterionFlips.first { $0.target == flips.target })
      #expect(flips.up?.challenger == other.up?.challenger)
      #expect(flips.down?.challenger == other.down?.challenger)
    }
    let (one, other) = (first.question.verdict, second.question.verdict)
    #expect((one.margin - other.margin).magnitude < 0.3)
    #expect((one.share - other.share).magnitude < 0.05)
    // Each margin is the smallest difference of the means beside it.
    for (verdict, simulation) in [(one, first.simulation), (other, second.simulation)] {
      let totals = simulation.meanTotals.sorted(by: >)
      #expect((verdict.margin - 100 * (totals[0] - totals[1])).magnitude < 1e-9)
    }
  }
}
