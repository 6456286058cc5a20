// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Testing

struct DecisionProblemTests {
  private static func on(_ row: Int) -> PerformanceCell {
    PerformanceCell(.exact(0), baseline: Baseline(alternative: row, operation: .sum))
  }
  private static let half = PerformanceCell(.exact(0.5))
  private static let place = CellReference(alternative: "a0", criterion: "c0")
  private static let second = CellReference(alternative: "a1", criterion: "c0")

  static let tables: [([[PerformanceCell]], [DecisionProblemError])] = [
    ([[half], [half]], []),
    ([[half], [on(0)]], []),
    ([[half]], [.tooFewAlternatives]),
    (
      [[PerformanceCell(.exact(1.1))], [half]],
      [.estimateOutsideAnchors(place), .limitOutsideAnchors(place)]
    ),
    (
      [[PerformanceCell(.normal(estimate: 0.9, low: 0.8, high: 1.1))], [half]],
      [.limitOutsideAnchors(place)]
    ),
    (
      [[PerformanceCell(.normal(estimate: 0.1, low: -0.1, high: 0.2))], [half]],
      [.limitOutsideAnchors(place)]
    ),
    (
      [[PerformanceCell(.exact(.nan))], [PerformanceCell(.uniform(low: 1, high: 0))]],
      [.distribution(.notFinite, at: place), .distribution(.limitsReversed, at: second)]
    ),
    ([[on(0)], [half]], [.baselineCircular(place)]),
    ([[on(1)], [on(0)]], [.baselineCircular(place), .baselineCircular(second)]),
    ([[on(2)], [half]], [.baselineMissing(place)]),
    ([[on(-1)], [half]], [.baselineMissing(place)]),
    ([[on(5)], [on(0)]], [.baselineMissing(place)]),
    ([[half], [half, half]], [.columnCountDiffers(alternative: "a1", expected: 1, found: 2)]),
  ]

  @Test(arguments: tables)
  func findsEveryMistakeOfATable(
    cells: [[PerformanceCell]], expected: [DecisionProblemError]
  ) throws {
    let problem = try SmallProblem.make(cells)
    #expect(problem.faults == expected)
    if expected.isEmpty {
      try problem.validate()
    } else {
      #expect(throws: InvalidDecisionProblem(errors: expected)) { try problem.validate() }
    }
  }

  @Test func findsRepeatedIdsMissingRowsAndMissingCriteria() throws {
    let criterion = try SmallProblem.criteria(1)[0]
    let repeated = DecisionProblem(
      alternatives: ["a", "a", "b"], criteria: [criterion, criterion],
      table: PerformanceTable(cells: [[Self.half, Self.half], [Self.half, Self.half]]))
    #expect(
      repeated.faults == [
        .duplicateAlternative("a"), .duplicateCriterion("c0"),
        .rowCountDiffers(expected: 3, found: 2),
      ])
    let empty = DecisionProblem(
      alternatives: [], criteria: [], table: PerformanceTable(cells: []))
    #expect(empty.faults == [.tooFewAlternatives, .noCriteria])
  }

  static let badCriteria: [(Direction, Double, Double, DecisionProblemError)] = [
    (.higherIsBetter, 1, 0, .anchorsAgainstDirection(criterion: "c")),
    (.lowerIsBetter, 0, 1, .anchorsAgainstDirection(criterion: "c")),
    (.higherIsBetter, 1, 1, .anchorsAgainstDirection(criterion: "c")),
    (.higherIsBetter, 0, .infinity, .anchorsAgainstDirection(criterion: "c")),
    (.higherIsBetter, 0, 2, .valueFunctionDoesNotFit(criterion: "c")),
    (.lowerIsBetter, 2, 0, .valueFunctionDoesNotFit(criterion: "c")),
  ]

  @Test(arguments: badCriteria)
  func refusesACriterion(
    direction: Direction, worst: Double, best: Double, error: DecisionProblemError
  ) throws {
    let function = try PartialValueFunction.linear(worst: 0, best: 1)
    #expect(throws: error) {
      try Criterion(
        id: "c", direction: direction, worst: worst, best: best, valueFunction: function,
        branch: "b")
    }
  }

  @Test func acceptsTheFractureTable() throws {
    try FractureProblem.make().validate()
  }

  @Test(arguments: seeds)
  func acceptsRandomProblems(seed: UInt64) throws {
    try RandomProblem(seed: seed).problem.validate()
  }
}
