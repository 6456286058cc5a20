// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
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
