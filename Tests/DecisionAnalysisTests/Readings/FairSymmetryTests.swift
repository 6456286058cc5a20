// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

/// Nothing that is no evidence may decide a question.
struct FairSymmetryTests {
  /// "A procedure or none" with the cells of one option replaced.
  private static func question(
    _ change: (inout [[PerformanceCell]], [String]) -> Void, reading: String = "blinded"
  ) throws -> PreparedReading {
    let setting = "US/\(reading)"
    let criteria = FairLevels.questionA
    let problem = try FairLevels.problem(
      setting, options: FairLevels.options, criteria: criteria)
    var cells = problem.table.cells
    change(&cells, criteria)
    return try PreparedReading(
      DecisionProblem(
        alternatives: problem.alternatives, criteria: problem.criteria,
        table: PerformanceTable(cells: cells)),
      criteria: criteria, traits: FairLevels.traits, declared: FairLevels.declared(setting),
      points: 1024, sigma: 0.3, longestList: 7)
  }

  private static func analyse(
    _ reading: PreparedReading, _ weights: CriterionWeights, _ first: String, _ second: String
  ) throws -> ReadingAnalysis {
    try #require(
      try reading.analyse(
        first: first, second: second, weights: weights,
        uncertainty: .responseError(sigma: 0.3), limits: StrengthLimits()))
  }

  @Test("With the same levels for both options there is never a verdict")
  func nothingDiffers() throws {
    let question = try Self.question { cells, _ in cells[1] = cells[0] }
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<(FairPopulation.sets / 10) {
      let analysis = try Self.analyse(
        question, FairPopulation.weights(&generator), "vertebroplasty", "care")
      #expect(analysis.comparison.margin == 0)
      #expect(analysis.verdict.strength == .none)
    }
  }

  @Test("Exchanged options get the same answer, the other way round")
  func mirrored() throws {
    let question = try FairLevels.procedureOrNone("US/open")
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<(FairPopulation.sets / 10) {
      let weights = try FairPopulation.weights(&generator)
      let one = try Self.analyse(question, weights, "vertebroplasty", "care")
      let other = try Self.analyse(question, weights, "care", "vertebroplasty")
      #expect((one.comparison.margin + other.comparison.margin).magnitude < 1e-12)
      #expect(one.evidence.share == other.evidence.share)
      #expect(one.verdict == other.verdict)
    }
  }

  @Test("Where pain and shape are the same, care does not win by the list")
  func equalOnPainAndShape() throws {
    var shares = FairShares()
    let questions = try ["blinded", "open"].map { reading in
      try Self.question(
        { cells, criteria in
          for (column, id) in criteria.enumerated()
          where id == "pain-relief" || id == "height-restoration" {
            cells[1][column] = cells[0][column]
          }
        }, reading: reading)
    }
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<FairPopulation.sets {
      let weights = try FairPopulation.weights(&generator)
      let parts = try questions.map { question in
        let analysis = try Self.analyse(question, weights, "vertebroplasty", "care")
        return CombinedVerdict.Part(
          margin: analysis.comparison.margin, strength: analysis.verdict.strength)
      }
      shares.add(
        CombinedVerdict(parts, limits: StrengthLimits()), first: "procedure", second: "care")
    }
    #expect(shares.percent("care") <= 30)
  }

  @Test("A better level never lowers the margin of its option")
  func better() throws {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<50 {
      let weights = try FairPopulation.weights(&generator)
      let own = try #require(weights.restricted(to: FairLevels.questionA))
      let column = Int.random(in: 0..<5, using: &generator)
      let step = Double.random(in: 0.01...0.3, using: &generator)
      let problem = try FairLevels.problem(
        "US/blinded", options: FairLevels.options, criteria: FairLevels.questionA)
      var cells = problem.table.cells
      let criterion = problem.criteria[column]
      let before = problem.table.mean(1, column)
      let after = before + step * (criterion.best - criterion.worst)
      func margin(_ level: Double) throws -> Double {
        cells[1][column] = PerformanceCell(.exact(level))
        return try PairComparison(
          DecisionProblem(
            alternatives: problem.alternatives, criteria: problem.criteria,
            table: PerformanceTable(cells: cells)),
          first: "vertebroplasty", second: "care", weights: own
        ).margin
      }
      #expect(try margin(after) >= margin(before))
    }
  }

  @Test(
    "The third option leaves the margin of a pair as it is, and so does the reading for the procedures"
  )
  func thirdOption() throws {
    var generator = SeededGenerator(seed: 23)
    for _ in 0..<100 {
      let weights = try FairPopulation.weights(&generator)
      let own = try #require(weights.restricted(to: FairLevels.questionA))
      func margin(_ options: [String], _ pair: [String], _ setting: String) throws -> Double {
        try PairComparison(
          FairLevels.problem(setting, options: options, criteria: FairLevels.questionA),
          first: pair[0], second: pair[1], weights: own
        ).margin
      }
      let pair = ["vertebroplasty", "care"]
      let all = try margin(FairLevels.options, pair, "US/open")
      #expect(try (margin(pair, pair, "US/open") - all).magnitude < 1e-12)
      let which = try #require(weights.restricted(to: FairLevels.questionB + FairLevels.alike))
      func procedures(_ reading: String) throws -> Double {
        try PairComparison(
          FairLevels.problem(
            "US/\(reading)", options: ["vertebroplasty", "kyphoplasty"],
            criteria: FairLevels.questionB + FairLevels.alike),
          first: "vertebroplasty", second: "kyphoplasty", weights: which
        ).margin
      }
      #expect(try (procedures("blinded") - procedures("open")).magnitude < 1e-12)
    }
  }
}
