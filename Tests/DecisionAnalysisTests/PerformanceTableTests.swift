// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Testing

struct PerformanceTableTests {
  private static let base = PerformanceCell(.normal(estimate: 30, low: 20, high: 45))

  static let relative: [(Baseline.Operation, PerformanceDistribution, [Double])] = [
    (.sum, .normal(estimate: 8, low: 3, high: 13), [38, 33, 43]),
    (.sum, .exact(-5), [25, 25, 25]),
    (.ratio, .uniform(low: 1.5, high: 2.5), [60, 45, 75]),
    (.ratio, .normal(estimate: -1, low: -2, high: 1), [-30, -60, 30]),
  ]

  @Test(arguments: relative)
  func combinesARelativeCellWithTheEstimateOfItsBaseline(
    operation: Baseline.Operation, own: PerformanceDistribution, expected: [Double]
  ) {
    let baseline = Baseline(alternative: 0, operation: operation)
    let table = PerformanceTable(cells: [[Self.base], [PerformanceCell(own, baseline: baseline)]])
    let interval = table.interval(1, 0)
    #expect([table.estimate(1, 0), interval.low, interval.high] == expected)
    #expect(table.interval(0, 0) == PerformanceInterval(20, 45))
  }

  @Test func followsAChainOfBaselinesAndReferenceRows() {
    let table = PerformanceTable(
      cells: [
        [
          PerformanceCell(.exact(2), baseline: Baseline(alternative: 1, operation: .ratio))
        ],
        [
          PerformanceCell(.exact(8), baseline: Baseline(alternative: 2, operation: .sum))
        ],
      ],
      references: [ReferenceRow(id: "reference", cells: [Self.base])])
    #expect(table.rowCount == 3)
    #expect(table.estimate(1, 0) == 38)
    #expect(table.estimate(0, 0) == 76)
    #expect(table.level(2, 0, own: 5) == 5)
  }

  @Test func givesNoLevelToACircularBaseline() {
    let cell = PerformanceCell(.exact(1), baseline: Baseline(alternative: 0, operation: .sum))
    #expect(PerformanceTable(cells: [[cell]]).estimate(0, 0).isNaN)
  }
}
