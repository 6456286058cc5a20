// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Testing

struct DistributionWarningTests {
  private static let place = CellReference(alternative: "a0", criterion: "c0")

  /// The warnings about one level on a range that is far wider than it.
  private static func found(
    _ distribution: PerformanceDistribution, worst: Double = -1000, best: Double = 1000
  ) throws -> [ModelWarning] {
    let criterion = try Criterion(
      id: "c0", direction: .higherIsBetter, worst: worst, best: best, branch: "b")
    let problem = DecisionProblem(
      alternatives: ["a0", "a1"], criteria: [criterion],
      table: PerformanceTable(cells: [
        [PerformanceCell(distribution)], [PerformanceCell(.exact(worst + (best - worst) / 8))],
      ]))
    try problem.validate()
    return ModelWarnings.of(problem: problem, weights: nil).filter { $0.cell != nil }
  }

  static let odd: [(PerformanceDistribution, ModelWarning?)] = [
    (.normal(estimate: 0.7, low: 0.3, high: 1.2), nil),
    (.normal(estimate: 6, low: 0, high: 10), nil),
    (.normal(estimate: 6.1, low: 0, high: 10), .estimateOffCentre(place)),
    (.normal(estimate: 3.9, low: 0, high: 10), .estimateOffCentre(place)),
    (.normal(estimate: 4, low: 4, high: 4), nil),
    (.lognormal(estimate: nil, low: 4, high: 9), nil),
    (.lognormal(estimate: 6.5, low: 4, high: 9), nil),
    (.lognormal(estimate: 6.7, low: 4, high: 9), .estimateOffMedian(place)),
    (.lognormal(estimate: 5.3, low: 4, high: 9), .estimateOffMedian(place)),
    (.betaInterval(estimate: nil, low: 0.05, high: 0.2, scale: 1), nil),
    (.betaInterval(estimate: 0.11, low: 0.05, high: 0.2, scale: 1), nil),
    (.betaInterval(estimate: 0.18, low: 0.05, high: 0.2, scale: 1), .betaMissesLimits(place)),
    (
      .truncatedNormal(
        estimate: 50, low: 40, high: 60, floor: 0, ceiling: 100, matchesMoments: false), nil
    ),
    (
      .truncatedNormal(
        estimate: 8, low: 0, high: 16, floor: 0, ceiling: 10, matchesMoments: false),
      .meanMovedByCut(place)
    ),
    (
      .truncatedNormal(
        estimate: 8, low: 4, high: 10, floor: 0, ceiling: 10, matchesMoments: true), nil
    ),
    (.beta(events: 3, n: 20, scale: 1), nil),
    (.triangular(low: 0, likely: 1, high: 9), nil),
    (.exact(4), nil),
  ]

  @Test("A distribution that says other things than estimate and limits is named", arguments: odd)
  func namesTheDistribution(
    distribution: PerformanceDistribution, expected: ModelWarning?
  ) throws {
    #expect(try Self.found(distribution) == (expected.map { [$0] } ?? []))
  }

  static let draws: [(PerformanceDistribution, worst: Double, isNamed: Bool)] = [
    // 2.5 % and about 0.1 % of a normal distribution lie below these ends.
    (.normal(estimate: 5, low: 0, high: 10), 0, true),
    (.normal(estimate: 5, low: 0, high: 10), -3, false),
    // 1.2 % and 0.8 %.
    (.normal(estimate: 5, low: 0, high: 10), -0.75, true),
    (.normal(estimate: 5, low: 0, high: 10), -1.15, false),
    (.lognormal(estimate: nil, low: 1, high: 9), 0.9, true),
    (.uniform(low: 1, high: 9), 1, false),
    (.exact(1), 1, false),
  ]

  @Test(
    "A level of which more than one draw in a hundred leaves the range is named",
    arguments: draws)
  func namesDrawsOutside(
    distribution: PerformanceDistribution, worst: Double, isNamed: Bool
  ) throws {
    let found = try Self.found(distribution, worst: worst, best: 100)
    #expect(found == (isNamed ? [.drawsOutsideRange(Self.place)] : []))
  }

  static let relative: [(Baseline.Operation, own: PerformanceDistribution, isNamed: Bool)] = [
    // Baseline and difference are each inside; together 2.1 % are above 10: sd sqrt(2), mean 7.12.
    (.sum, .normal(estimate: 2.12, low: 0.16, high: 4.08), true),
    (.sum, .normal(estimate: 1, low: -0.96, high: 2.96), false),
    (.sum, .exact(2), false),
    (.ratio, .uniform(low: 1, high: 1.8), true),
    (.ratio, .uniform(low: 1, high: 1.1), false),
  ]

  @Test("A level that stands on another is looked at with both unsure", arguments: relative)
  func looksAtBoth(
    operation: Baseline.Operation, own: PerformanceDistribution, isNamed: Bool
  ) throws {
    let criterion = try Criterion(
      id: "c0", direction: .higherIsBetter, worst: 0, best: 10, branch: "b")
    let problem = DecisionProblem(
      alternatives: ["a1", "a0"], criteria: [criterion],
      table: PerformanceTable(cells: [
        [PerformanceCell(.normal(estimate: 5, low: 3.04, high: 6.96))],
        [PerformanceCell(own, baseline: Baseline(alternative: 0, operation: operation))],
      ]))
    try problem.validate()
    let found = ModelWarnings.of(problem: problem, weights: nil).filter {
      $0.kind == .drawsOutsideRange
    }
    #expect(found == (isNamed ? [.drawsOutsideRange(Self.place)] : []))
  }

  @Test("A count of none has an interval above it, for every number of people")
  func aCountOfNoneHasAnInterval() {
    for n in 1...400 {
      let counts = PerformanceDistribution.beta(events: 0, n: n, scale: 1000)
      #expect(counts.estimate == 0 && counts.interval.low == 0)
      #expect(counts.interval.high > 0 && !counts.isExact)
      // The share that none of n people would show in 1 of 40 draws.
      #expect(counts.interval.high < 1000 * 4 / Double(n))
    }
  }
}
