// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

/// Distributions from an estimate and a 95 % interval against R 4.2.2 (oracle o14).
struct DistributionFitTests {
  private struct Oracle: Decodable {
    let fit: Fit
    struct Fit: Decodable {
      let normal: [Normal]
      let lognormal: [Lognormal]
      let beta_from_ci_quantiles: [Beta]
      let beta_events: [Counts]
    }
    struct Normal: Decodable {
      let est: Double
      let lo: Double
      let hi: Double
      let mu: Double
      let sd: Double
    }
    struct Lognormal: Decodable {
      let est: Double
      let lo: Double
      let hi: Double
      let meanlog: Double
      let sdlog: Double
      let implied_median: Double
      let implied_mean: Double
    }
    struct Beta: Decodable {
      let lo: Double
      let hi: Double
      let alpha: Double
      let beta: Double
      let mean: Double
    }
    struct Counts: Decodable {
      let alpha: Double
      let beta: Double
      let q025: Double
      let q50: Double
      let q975: Double
    }
  }

  private static func fit() throws -> Oracle.Fit {
    try OracleFile.read("o14-distributions-from-ci", as: Oracle.self).fit
  }

  private static func isNear(_ one: Double, _ other: Double, _ tolerance: Double) -> Bool {
    (one - other).magnitude <= tolerance * max(1, other.magnitude)
  }

  @Test("A normal distribution keeps the estimate and the width of the interval")
  func equalsNormal() throws {
    for row in try Self.fit().normal {
      let marginal = PerformanceDistribution.normal(estimate: row.est, low: row.lo, high: row.hi)
        .marginal
      guard case .normal(let mean, let sd) = marginal else {
        Issue.record("\(marginal)")
        continue
      }
      #expect(Self.isNear(mean, row.mu, 1e-9) && Self.isNear(sd, row.sd, 1e-9))
    }
  }

  @Test("A lognormal distribution keeps the interval")
  func equalsLognormal() throws {
    for row in try Self.fit().lognormal {
      let marginal = PerformanceDistribution.lognormal(
        estimate: row.est, low: row.lo, high: row.hi
      ).marginal
      guard case .lognormal(let mean, let sd) = marginal else {
        Issue.record("\(marginal)")
        continue
      }
      #expect(Self.isNear(mean, row.meanlog, 1e-9) && Self.isNear(sd, row.sdlog, 1e-9))
      #expect(Self.isNear(marginal.quantile(0.5), row.implied_median, 1e-9))
      #expect(Self.isNear(marginal.mean, row.implied_mean, 1e-9))
      #expect(Self.isNear(marginal.quantile(0.025), row.lo, 1e-9))
      #expect(Self.isNear(marginal.quantile(0.975), row.hi, 1e-9))
    }
  }

  @Test(
    "A beta distribution fitted to both limits has them as its quantiles", arguments: [1.0, 100])
  func equalsBeta(scale: Double) throws {
    for row in try Self.fit().beta_from_ci_quantiles {
      let marginal = PerformanceDistribution.betaInterval(
        estimate: nil, low: scale * row.lo, high: scale * row.hi, scale: scale
      ).marginal
      guard case .beta(let alpha, let beta, _) = marginal else {
        Issue.record("\(marginal)")
        continue
      }
      #expect((alpha / row.alpha - 1).magnitude <= 1e-6)
      #expect((beta / row.beta - 1).magnitude <= 1e-6)
      #expect((marginal.mean / (scale * row.mean) - 1).magnitude <= 1e-6)
      #expect((marginal.quantile(0.025) / (scale * row.lo) - 1).magnitude <= 1e-9)
      #expect((marginal.quantile(0.975) / (scale * row.hi) - 1).magnitude <= 1e-9)
      #expect(BetaFit(low: row.lo, high: row.hi).residual <= 1e-12)
    }
  }

  private struct Limits: Decodable {
    let limits: [[Double]]
  }

  @Test("Limits of a beta distribution give its parameters back, however skewed it is")
  func fitsSkewedLimits() throws {
    for row in try OracleFile.read("n02-beta-limits", as: Limits.self).limits {
      let (low, high) = (row[2], row[3])
      let fit = BetaFit(low: low, high: high)
      #expect(fit.hasTheLimits, "\(row)")
      #expect((fit.alpha / row[0] - 1).magnitude <= 1e-5, "\(row): \(fit)")
      #expect((fit.beta / row[1] - 1).magnitude <= 1e-5, "\(row): \(fit)")
      let interval = PerformanceDistribution.betaInterval(
        estimate: nil, low: low, high: high, scale: 1)
      #expect(interval.fault == nil)
      #expect((interval.estimate / (row[0] / (row[0] + row[1])) - 1).magnitude <= 1e-5)
    }
  }

  @Test("Any two limits are met to a millionth, or refused", arguments: seeds)
  func fitsOrRefuses(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    // Both ends of the scale alike: the odds are drawn.
    let levels = (0..<2).map { _ in
      let odds = Numerics.exp(Double.random(in: -18...18, using: &generator))
      return odds / (1 + odds)
    }
    let (low, high) = (min(levels[0], levels[1]), max(levels[0], levels[1]))
    let interval = PerformanceDistribution.betaInterval(
      estimate: nil, low: low, high: high, scale: 1)
    let fit = BetaFit(low: low, high: high)
    if !fit.hasTheLimits {
      // Too narrow: no parameter that can be worked with is large enough.
      #expect(max(fit.alpha, fit.beta) > 9e7 || high - low < 1e-7, "\(low) \(high) \(fit)")
      #expect(interval.fault == .limitsNotReached)
      return
    }
    #expect(interval.fault == nil)
    for (level, share) in [(low, 0.025), (high, 0.975)] {
      #expect((interval.marginal.quantile(share) - level).magnitude <= 1e-6 * level)
      #expect((interval.marginal.probability(upTo: level) - share).magnitude <= 1e-6)
    }
  }

  static let unusable: [(PerformanceDistribution, DistributionFault)] = [
    (.betaInterval(estimate: nil, low: 0.01, high: 0.010001, scale: 1), .limitsNotReached),
    (.betaInterval(estimate: nil, low: 40, high: 40.0000001, scale: 100), .limitsNotReached),
    (.beta(events: 0, n: 100_000_000, scale: 1), .shapeTooLarge),
    (.beta(events: 999_999_999, n: 999_999_999, scale: 100), .shapeTooLarge),
    (.betaShape(alpha: 1, beta: 1.1e8, scale: 1), .shapeTooLarge),
    // The field case, a spread above that of the uniform distribution, and a mean on an end.
    (cut(0.7, 1.6, 0, 10), .spreadNotReached), (cut(5, 5, 4, 6), .spreadNotReached),
    (cut(0, 1, 0, 10), .spreadNotReached), (cut(10, 1, 0, 10), .spreadNotReached),
  ]

  private static func cut(
    _ estimate: Double, _ half: Double, _ floor: Double, _ ceiling: Double
  ) -> PerformanceDistribution {
    .truncatedNormal(
      estimate: estimate, low: estimate - half, high: estimate + half, floor: floor,
      ceiling: ceiling, matchesMoments: true)
  }

  @Test("Numbers that no distribution has are a fault", arguments: unusable)
  func refuses(distribution: PerformanceDistribution, fault: DistributionFault) {
    #expect(distribution.fault == fault)
  }

  @Test("Counts up to the largest have quantiles", arguments: [0, 1, 50_000_000, 99_999_999])
  func takesLargeCounts(events: Int) {
    let counts = PerformanceDistribution.beta(events: events, n: 99_999_999, scale: 1)
    #expect(counts.fault == nil)
    let interval = counts.interval
    #expect(interval.low <= counts.estimate && counts.estimate <= interval.high)
    #expect(interval.low < interval.high && interval.high - interval.low < 1e-3)
  }

  @Test("Beta distributions from counts have the quantiles of the peer")
  func equalsCounts() throws {
    for row in try Self.fit().beta_events {
      let marginal = PerformanceDistribution.betaShape(alpha: row.alpha, beta: row.beta, scale: 1)
        .marginal
      for (share, level) in [(0.025, row.q025), (0.5, row.q50), (0.975, row.q975)] {
        #expect((marginal.quantile(share) - level).magnitude <= 1e-9)
      }
    }
  }

  static let marginals: [PerformanceDistribution] = [
    .normal(estimate: 2, low: -1, high: 6), .lognormal(estimate: nil, low: 4, high: 9),
    .beta(events: 0, n: 20, scale: 100), .beta(events: 7, n: 88, scale: 1),
    .beta(events: 20, n: 20, scale: 1), .betaShape(alpha: 0.7, beta: 3, scale: 10),
    .betaInterval(estimate: nil, low: 0.05, high: 0.4, scale: 1),
    .truncatedNormal(
      estimate: 1, low: -1, high: 3, floor: 0, ceiling: 10, matchesMoments: false),
    .truncatedNormal(
      estimate: 1, low: 0.2, high: 1.8, floor: 0, ceiling: 10, matchesMoments: true),
    .triangular(low: 0, likely: 0.7, high: 1.8), .triangular(low: 0, likely: 0, high: 1),
    .triangular(low: 0, likely: 1, high: 1), .uniform(low: 8, high: 45),
  ]

  @Test("Quantile, probability, mean and spread of a distribution agree", arguments: marginals)
  func agreesWithItself(distribution: PerformanceDistribution) {
    let marginal = distribution.marginal
    let steps = 4000
    var (mean, square) = (0.0, 0.0)
    for step in 0..<steps {
      let share = (Double(step) + 0.5) / Double(steps)
      let level = marginal.quantile(share)
      #expect((marginal.probability(upTo: level) - share).magnitude <= 1e-9)
      mean += level / Double(steps)
      square += level * level / Double(steps)
    }
    let sd = marginal.standardDeviation
    #expect((mean - marginal.mean).magnitude <= 0.002 * sd)
    #expect(((square - mean * mean).squareRoot() / sd - 1).magnitude <= 0.01)
  }
}
