// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

struct AnalysisFrameTests {
  /// Numbers at random: draws take long and these tests only ask that all use the same.
  private static func simulation(of ids: [String], _ seed: UInt64) -> SimulationResult {
    var generator = SeededGenerator(seed: seed)
    func row() -> [Double] { ids.map { _ in Double.random(in: 0...1, using: &generator) } }
    return SimulationResult(
      alternatives: ids, criteria: [], rankAcceptability: ids.map { _ in row() },
      pairwiseWinning: ids.map { _ in row() }, meanTotals: row(), meanWeights: [],
      centralWeights: ids.map { _ in nil }, confidenceFactors: ids.map { _ in nil },
      valueOfInformation: [], method: .givenDraws(1), numericError: 0.005)
  }

  @Test(
    "One frame answers for any list what the problem cut down to that list answers",
    arguments: seeds)
  func answersForAnyList(seed: UInt64) throws {
    let random = try RandomProblem(seed: seed)
    let problem = random.problem
    var generator = SeededGenerator(seed: seed)
    let ids = problem.criteria.map(\.id).shuffled(using: &generator)
    let list = Array(ids.prefix(Int.random(in: 1...ids.count, using: &generator)))
    let part = try problem.restricted(toCriteria: list)
    let amounts = list.map { _ in Double.random(in: 0.1...1, using: &generator) }
    let weights = try CriterionWeights(
      criteria: list.shuffled(using: &generator), proportionalTo: amounts)
    let compared = Array(
      problem.alternatives.shuffled(using: &generator)
        .prefix(Int.random(in: 2...problem.alternatives.count, using: &generator)))
    let simulation = Self.simulation(of: compared, seed)
    let frame = try AnalysisFrame(problem)
    let others = [Array(list.dropFirst())]
    #expect(
      try frame.analyse(
        weights, comparing: compared, list: list, thresholds: FractureProblem.thresholds,
        simulation: simulation, otherLists: others)
        == analyse(
          part, weights, comparing: compared, thresholds: FractureProblem.thresholds,
          simulation: simulation, otherLists: others))
    #expect(try frame.dominance(list: list) == Dominance.all(in: part))
    #expect(
      try frame.overall(weights, list: list) == OverallValue(of: AdditiveModel(part, weights)))
  }

  @Test("The parts of an answer are those that each part finds on its own", arguments: seeds)
  func joinsTheParts(seed: UInt64) throws {
    let random = try RandomProblem(seed: seed)
    let problem = random.problem
    let model = try AdditiveModel(problem, random.weights)
    let simulation = Self.simulation(of: problem.alternatives, seed)
    let analysis = try AnalysisFrame(problem).analyse(
      random.weights, comparing: problem.alternatives, thresholds: FractureProblem.thresholds,
      simulation: simulation)
    let leader = try #require(model.leader())
    let challenger = try #require(model.leader(excluding: leader))
    #expect(
      analysis.breakEvens
        == problem.criteria.indices.flatMap { column in
          [(leader, challenger), (challenger, leader)].map { one, other in
            BreakEven(problem, model, alternative: one, rival: other, criterion: column)
          }
        })
    #expect(
      analysis.tornado == TornadoBar.all(in: problem, model, between: leader, and: challenger))
    #expect(
      analysis.criterionFlips
        == problem.criteria.indices.map { column in
          WeightFlips(
            in: model, leader: leader, moving: [column],
            as: .criterion(problem.criteria[column].id))
        })
    #expect(analysis.dominance == Dominance.all(in: problem))
  }

  static let lists: [([String], DecisionProblemError)] = [
    ([], .noCriteria), (["cost", "price"], .unknownCriterion("price")),
    (["recovery", "cost", "recovery"], .duplicateCriterion("recovery")),
    (
      ["height-restoration", "further-collapse", "height-restoration"],
      .duplicateCriterion("height-restoration")
    ),
  ]

  @Test("A list that is not one of the problem's criteria is refused", arguments: lists)
  func refusesAList(list: [String], error: DecisionProblemError) throws {
    let frame = try AnalysisFrame(FractureProblem.make())
    let weights = try CriterionWeights.equal(criteria: ["cost"])
    #expect(throws: AnalysisError.invalidProblem([error])) {
      try frame.overall(weights, list: list)
    }
  }
}
