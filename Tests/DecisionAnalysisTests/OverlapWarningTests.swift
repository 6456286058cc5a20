// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Testing

struct OverlapWarningTests {
  private static func problem(
    tags: [[String]], _ values: [[Double]]
  ) throws -> DecisionProblem {
    DecisionProblem(
      alternatives: values.indices.map { "a\($0)" },
      criteria: try tags.enumerated().map {
        try Criterion(
          id: "c\($0.offset)", direction: .higherIsBetter, worst: 0, best: 1, branch: "b",
          measures: $0.element)
      },
      table: PerformanceTable(cells: values.map { $0.map { PerformanceCell(.exact($0)) } }))
  }

  @Test("Criteria that share a tag are named together, once for each tag")
  func namesSharedTags() throws {
    let problem = try Self.problem(
      tags: [["death"], ["death", "heart"], ["heart"], ["money"]],
      [[0.1, 0.2, 0.3, 0.4], [0.5, 0.9, 0.4, 0.1]])
    #expect(
      ModelWarnings.of(problem: problem, weights: nil) == [
        .sharedMeasure(tag: "death", criteria: ["c0", "c1"]),
        .sharedMeasure(tag: "heart", criteria: ["c1", "c2"]),
      ])
  }

  static let columns: [([Double], [Double], isNamed: Bool)] = [
    ([0.1, 0.3, 0.5, 0.7], [0.2, 0.41, 0.6, 0.8], true),
    // The order is another one, and then the correlation alone is not enough.
    ([0.1, 0.11, 0.5, 0.9], [0.11, 0.1, 0.5, 0.9], false),
    // The order is the same, and the correlation is too small.
    ([0.1, 0.2, 0.3, 0.9], [0.1, 0.7, 0.8, 0.9], false),
    // The order is turned round: one gains what the other loses.
    ([0.1, 0.3, 0.5, 0.7], [0.7, 0.5, 0.3, 0.1], false),
    // A tie in one and not in the other is another order.
    ([0.1, 0.1, 0.5, 0.7], [0.1, 0.12, 0.5, 0.7], false),
    ([0.4, 0.4, 0.4, 0.4], [0.4, 0.4, 0.4, 0.4], false),
    // Three options say nothing about a correlation.
    ([0.1, 0.4, 0.7], [0.1, 0.4, 0.7], false),
  ]

  @Test(
    "Two criteria with one order and nearly one line are named from four options on",
    arguments: columns)
  func namesOneOrder(first: [Double], second: [Double], isNamed: Bool) throws {
    let problem = try Self.problem(tags: [[], []], zip(first, second).map { [$0, $1] })
    let found = ModelWarnings.of(problem: problem, weights: nil).filter { $0.kind == .sameOrder }
    #expect(found == (isNamed ? [.sameOrder("c0", "c1")] : []))
  }

  @Test("Values are compared, not levels: a lower level can be the better one")
  func comparesValues() throws {
    let up = try Criterion(id: "c0", direction: .higherIsBetter, worst: 0, best: 1, branch: "b")
    let down = try Criterion(id: "c1", direction: .lowerIsBetter, worst: 1, best: 0, branch: "b")
    let levels = [0.1, 0.3, 0.5, 0.7]
    let problem = DecisionProblem(
      alternatives: levels.indices.map { "a\($0)" }, criteria: [up, down],
      table: PerformanceTable(
        cells: levels.map { [PerformanceCell(.exact($0)), PerformanceCell(.exact(1 - $0))] }))
    #expect(ModelWarnings.of(problem: problem, weights: nil) == [.sameOrder("c0", "c1")])
  }
}
