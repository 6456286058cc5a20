// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Testing

struct RangeWarningTests {
  static let levels: [([Double], isWide: Bool, isNarrow: Bool)] = [
    ([0.5, 0.55, 0.59], true, false),
    ([0.5, 0.5, 0.5], true, false),
    // A tenth of the range, to the last bit, is enough.
    ([0.5, 0.55, 0.6], false, false),
    ([0.1, 0.2], false, false),
    ([0, 0.4, 1], false, true),
    ([0, 0.4, 0.9], false, false),
    ([0.1, 0.4, 1], false, false),
    // Two states have nothing beyond them.
    ([0, 1, 1], false, false),
  ]

  @Test("A range far wider than the options, or made of them, is named", arguments: levels)
  func namesTheRange(levels: [Double], isWide: Bool, isNarrow: Bool) throws {
    let problem = try SmallProblem.exact(levels.map { [$0, $0 == levels[0] ? 0.2 : 0.6] })
    let found = ModelWarnings.of(problem: problem, weights: nil)
    let expected: [ModelWarning] =
      isWide ? [.rangeTooWide(criterion: "c0")] : isNarrow ? [.rangeTooNarrow(criterion: "c0")] : []
    #expect(found.filter { $0.criteria == ["c0"] } == expected)
  }

  @Test("The direction of a range makes no difference")
  func theDirectionMakesNoDifference() throws {
    let criterion = try Criterion(
      id: "c0", direction: .lowerIsBetter, worst: 60, best: 0, branch: "b")
    func problem(_ levels: [Double]) -> DecisionProblem {
      DecisionProblem(
        alternatives: levels.indices.map { "a\($0)" }, criteria: [criterion],
        table: PerformanceTable(cells: levels.map { [PerformanceCell(.exact($0))] }))
    }
    func found(_ levels: [Double]) -> [ModelWarning] {
      ModelWarnings.of(problem: problem(levels), weights: nil)
    }
    #expect(found([30, 34]) == [.rangeTooWide(criterion: "c0")])
    #expect(found([60, 30, 0]) == [.rangeTooNarrow(criterion: "c0")])
    #expect(found([50, 10]).isEmpty)
  }

  @Test("Unsure levels at both ends take up the whole range")
  func unsureLevelsAtBothEnds() throws {
    let problem = try SmallProblem.make([
      [PerformanceCell(.exact(0))],
      [PerformanceCell(.triangular(low: 0.5, likely: 1, high: 1))],
    ])
    let found = ModelWarnings.of(problem: problem, weights: nil)
    #expect(found == [.rangeTooNarrow(criterion: "c0")])
  }
}
