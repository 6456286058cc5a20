// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Testing

struct RestrictionTests {
  @Test(arguments: seeds)
  func droppingAnAlternativeChangesNoOtherTotal(seed: UInt64) throws {
    let random = try RandomProblem(seed: seed, alternatives: 4)
    let whole = try AdditiveModel(random.problem, random.weights)
    for dropped in random.problem.alternatives {
      let kept = random.problem.alternatives.filter { $0 != dropped }
      let problem = try random.problem.restricted(toAlternatives: kept)
      let part = try AdditiveModel(problem, random.weights)
      let expected = zip(whole.alternatives, whole.totals).filter { $0.0 != dropped }.map(\.1)
      #expect(part.totals == expected)
      for (row, id) in kept.enumerated() {
        let before = try #require(random.problem.alternatives.firstIndex(of: id))
        for column in problem.criteria.indices {
          #expect(
            problem.table.interval(row, column) == random.problem.table.interval(before, column))
        }
      }
    }
  }

  @Test func keepsARowThatIsStoodOnAsAReference() throws {
    let problem = try FractureProblem.make()
    let part = try problem.restricted(toAlternatives: ["kyphoplasty", "care"])
    #expect(part.alternatives == ["kyphoplasty", "care"])
    #expect(part.table.references.map(\.id) == ["vertebroplasty"])
    #expect(part.table.cell(0, 5).baseline == Baseline(alternative: 2, operation: .sum))
    #expect(part.rowID(2) == "vertebroplasty")
    let alone = try problem.restricted(toAlternatives: ["care", "vertebroplasty"])
    #expect(alone.table.references.isEmpty)
  }

  @Test func keepsTheNamedCriteriaInTheOrderGiven() throws {
    let problem = try FractureProblem.make()
    let part = try problem.restricted(toCriteria: ["cost", "pain-relief"])
    try part.validate()
    #expect(part.criteria.map(\.id) == ["cost", "pain-relief"])
    #expect(part.values() == problem.values().map { [$0[5], $0[0]] })
  }

  @Test func refusesUnknownAndRepeatedIds() throws {
    let problem = try FractureProblem.make()
    #expect(throws: DecisionProblemError.unknownAlternative("surgery")) {
      try problem.restricted(toAlternatives: ["care", "surgery"])
    }
    #expect(throws: DecisionProblemError.duplicateAlternative("care")) {
      try problem.restricted(toAlternatives: ["care", "care"])
    }
    #expect(throws: DecisionProblemError.unknownCriterion("colour")) {
      try problem.restricted(toCriteria: ["cost", "colour"])
    }
    #expect(throws: DecisionProblemError.duplicateCriterion("cost")) {
      try problem.restricted(toCriteria: ["cost", "cost"])
    }
  }
}
