// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

struct AnalyseTests {
  private static let amounts: [Double] = [100, 60, 40, 10, 20, 30, 15, 70, 50]

  private static func question(_ ids: [String]) throws -> QuestionAnalysis {
    let problem = try FractureProblem.make()
    return try FractureProblem.analysis(
      of: problem, SmallProblem.weights(problem, amounts), comparing: ids,
      otherLists: [["cost", "recovery"]])
  }

  @Test func bundlesEveryPartOfAQuestion() throws {
    let problem = try FractureProblem.make()
    let analysis = try Self.question(problem.alternatives)
    #expect(analysis.overall.alternatives == problem.alternatives)
    #expect(analysis.criterionFlips.count == 9)
    #expect(
      analysis.branchFlips.map(\.target)
        == ["relief", "burden", "risk", "freedom"].map { .branch($0) })
    #expect(analysis.breakEvens.count == 18)
    #expect(analysis.leaveOneOut.variations.count == 10)
    #expect(!analysis.tornado.isEmpty && analysis.smallestChange != nil)
    let totals = analysis.overall.totals
    let leader = try #require(problem.alternatives.firstIndex(of: analysis.leader))
    let challenger = try #require(problem.alternatives.firstIndex(of: analysis.challenger))
    #expect(totals[leader] == totals.max())
    #expect(analysis.difference == totals[leader] - totals[challenger])
    #expect(analysis.dominance == Dominance.all(in: problem))
  }

  @Test func answersThePairTheSameWithAndWithoutTheThird() throws {
    let pair = try Self.question(["vertebroplasty", "kyphoplasty"])
    let whole = try Self.question(["care", "vertebroplasty", "kyphoplasty"])
    #expect(pair.overall.totals == Array(whole.overall.totals.dropFirst()))
    let turned = try Self.question(["kyphoplasty", "vertebroplasty"])
    #expect(turned.leader == pair.leader && turned.difference == pair.difference)
    #expect(turned.verdict == pair.verdict)
    #expect(turned.valueOfInformation?.perfect == pair.valueOfInformation?.perfect)
    #expect(turned.criterionFlips == pair.criterionFlips)
  }

  @Test(arguments: seeds)
  func improvingAPerformanceNeverLowersItsTotal(seed: UInt64) throws {
    let random = try RandomProblem(seed: seed, relativeCells: false)
    let before = try AdditiveModel(random.problem, random.weights).totals
    var generator = SeededGenerator(seed: seed)
    let row = Int.random(in: random.problem.alternatives.indices, using: &generator)
    let column = Int.random(in: random.problem.criteria.indices, using: &generator)
    var cells = random.problem.table.cells
    let criterion = random.problem.criteria[column]
    let level = cells[row][column].distribution.estimate
    let better = level + (criterion.best - level) * Double.random(in: 0...1, using: &generator)
    cells[row][column] = PerformanceCell(.exact(better))
    let improved = DecisionProblem(
      alternatives: random.problem.alternatives, criteria: random.problem.criteria,
      table: PerformanceTable(cells: cells))
    let after = try AdditiveModel(improved, random.weights).totals
    for other in after.indices {
      #expect(other == row ? after[other] >= before[other] : after[other] == before[other])
    }
    let moved = after[row] - before[row]
    let gained =
      criterion.valueFunction.value(at: better) - criterion.valueFunction.value(at: level)
    let weight = try #require(random.weights.weight(of: criterion.id))
    #expect((moved - weight * gained).magnitude <= 1e-12)
  }

  @Test func givesTheSameAnswerTwice() throws {
    let ids = ["care", "vertebroplasty", "kyphoplasty"]
    #expect(try Self.question(ids) == Self.question(ids))
  }

  static let refusals: [([String], AnalysisError)] = [
    (["care"], .tooFewAlternatives),
    ([], .tooFewAlternatives),
    (["care", "surgery"], .unknownAlternative("surgery")),
    (["care", "care"], .duplicateAlternative("care")),
  ]

  @Test(arguments: refusals)
  func refusesAComparison(ids: [String], error: AnalysisError) {
    #expect(throws: error) { try Self.question(ids) }
  }

  @Test func refusesAnInvalidProblemAndForeignWeights() throws {
    let problem = try SmallProblem.exact([[2], [0]])
    let cell = CellReference(alternative: "a0", criterion: "c0")
    let faults: [DecisionProblemError] = [
      .estimateOutsideAnchors(cell), .limitOutsideAnchors(cell),
    ]
    let weights = try SmallProblem.weights(problem, [1])
    let fracture = try FractureProblem.make()
    let simulation = try SamplePlan(fracture, points: 1024).simulate(
      SamplePlan.Request(
        weights: SmallProblem.weights(fracture, Self.amounts), uncertainty: .none))
    #expect(throws: AnalysisError.invalidProblem(faults)) {
      try analyse(
        problem, weights, comparing: ["a0", "a1"], thresholds: FractureProblem.thresholds,
        simulation: simulation)
    }
    #expect(throws: AnalysisError.weightsDoNotFit) {
      try analyse(
        fracture, weights, comparing: ["care", "kyphoplasty"],
        thresholds: FractureProblem.thresholds, simulation: simulation)
    }
  }
}
