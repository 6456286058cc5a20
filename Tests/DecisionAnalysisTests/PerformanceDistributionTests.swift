// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

struct PerformanceDistributionTests {
  private struct Oracle: Decodable {
    let fit: Fit
  }
  private struct Fit: Decodable {
    let normal: [Row]
    let lognormal: [Row]
  }
  private struct Row: Decodable {
    let est: Double
    let lo: Double
    let hi: Double
    let mu: Double?
    let implied_median: Double?
  }

  /// Oracle o14: R 4.2.2, closed forms.
  @Test func equalsThePeersCentres() throws {
    let fit = try OracleFile.read("o14-distributions-from-ci", as: Oracle.self).fit
    for row in fit.lognormal {
      let median = try #require(row.implied_median)
      let free = PerformanceDistribution.lognormal(estimate: nil, low: row.lo, high: row.hi)
      let given = PerformanceDistribution.lognormal(estimate: row.est, low: row.lo, high: row.hi)
      #expect((free.estimate / median - 1).magnitude <= 1e-9)
      #expect(given.estimate == row.est)
    }
    for row in fit.normal {
      let normal = PerformanceDistribution.normal(estimate: row.est, low: row.lo, high: row.hi)
      #expect(normal.estimate == row.mu)
    }
  }

  static let estimates: [(PerformanceDistribution, estimate: Double, low: Double, high: Double)] = [
    (.exact(4), 4, 4, 4),
    (.normal(estimate: 2, low: -1, high: 6), 2, -1, 6),
    (.lognormal(estimate: 5, low: 4, high: 9), 5, 4, 9),
    (.lognormal(estimate: nil, low: 4, high: 9), 6, 4, 9),
    (.triangular(low: 0, likely: 0.7, high: 1.8), 0.7, 0, 1.8),
    (.uniform(low: 8, high: 45), 26.5, 8, 45),
    // Quantiles of the Jeffreys posterior by scipy 1.17 (scipy.stats.beta.ppf); no event has the
    // lower limit 0, and only events the upper limit 1.
    (.beta(events: 81, n: 263, scale: 1), 81.0 / 263, 0.254522, 0.365647),
    (.beta(events: 15, n: 148, scale: 1), 15.0 / 148, 0.060449, 0.157643),
    (.beta(events: 0, n: 20, scale: 1), 0, 0, 0.116639),
    (.beta(events: 1, n: 29, scale: 1), 1.0 / 29, 0.003746, 0.150078),
    (.beta(events: 29, n: 29, scale: 1), 1, 0.917714, 1),
    // Oracle o14, rule of counts without a prior, and the fit to both quantiles.
    (.betaShape(alpha: 20, beta: 116, scale: 1), 20.0 / 136, 0.0929029434, 0.2110291387),
    (.betaInterval(estimate: 0.1, low: 0.05, high: 0.2, scale: 1), 0.1, 0.05, 0.2),
  ]

  @Test(arguments: estimates)
  func givesTheEstimateAndTheLimits(
    distribution: PerformanceDistribution, estimate: Double, low: Double, high: Double
  ) {
    #expect(distribution.fault == nil)
    #expect(distribution.estimate == estimate)
    #expect((distribution.interval.low - low).magnitude <= 1e-6 * max(1, high))
    #expect((distribution.interval.high - high).magnitude <= 1e-6 * max(1, high))
    #expect(distribution.interval.contains(estimate))
    #expect(distribution.isExact == (low == high))
  }

  @Test func keepsTheLimitsOfACountInsideItsScale() {
    for n in 1...60 {
      for events in 0...n {
        let counts = PerformanceDistribution.beta(events: events, n: n, scale: 1000)
        #expect(counts.interval.low >= 0 && counts.interval.high <= 1000)
        #expect((counts.interval.low == 0) == (events == 0))
        #expect((counts.interval.high == 1000) == (events == n))
        #expect(counts.interval.contains(counts.estimate) && !counts.isExact)
      }
    }
  }

  static let refusals: [(PerformanceDistribution, DistributionFault)] = [
    (.exact(.nan), .notFinite),
    (.exact(.infinity), .notFinite),
    (.normal(estimate: .nan, low: 0, high: 1), .notFinite),
    (.normal(estimate: 0, low: 1, high: -1), .limitsReversed),
    (.normal(estimate: 2, low: 0, high: 1), .estimateOutsideLimits),
    (.normal(estimate: -2, low: 0, high: 1), .estimateOutsideLimits),
    (.lognormal(estimate: nil, low: 0, high: 1), .lowNotPositive),
    (.lognormal(estimate: 1, low: -1, high: 2), .lowNotPositive),
    (.lognormal(estimate: 3, low: 1, high: 2), .estimateOutsideLimits),
    (.lognormal(estimate: nil, low: 1, high: .infinity), .notFinite),
    (.beta(events: 0, n: 0, scale: 1), .noObservations),
    (.beta(events: -1, n: 5, scale: 1), .eventsOutOfRange),
    (.beta(events: 6, n: 5, scale: 1), .eventsOutOfRange),
    (.beta(events: 1, n: 5, scale: 0), .scaleNotPositive),
    (.beta(events: 1, n: 5, scale: .nan), .notFinite),
    (.triangular(low: 0, likely: 3, high: 2), .estimateOutsideLimits),
    (.triangular(low: 3, likely: 3, high: 2), .limitsReversed),
    (.uniform(low: 2, high: 1), .limitsReversed),
    (.uniform(low: -.infinity, high: 1), .notFinite),
  ]

  @Test(arguments: refusals)
  func refuses(distribution: PerformanceDistribution, fault: DistributionFault) {
    #expect(distribution.fault == fault)
  }
}
