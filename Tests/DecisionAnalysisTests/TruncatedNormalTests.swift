// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

/// Oracle o13, part `truncnorm`: R 4.2.2, `integrate` and `uniroot`.
struct TruncatedNormalTests {
  private struct Oracle: Decodable {
    let truncnorm: [Row]

    struct Row: Decodable {
      let mu: Double
      let sd: Double
      let low: Double
      let high: Double
      let result: Result
    }
    struct Result: Decodable {
      let mean: Double
      let sd: Double
      let q025: Double
      let q50: Double
      let q975: Double
    }
  }

  @Test("Mean, standard deviation and quantiles are those of R")
  func equalsR() throws {
    let oracle = try OracleFile.read("o13-special-functions", as: Oracle.self)
    #expect(oracle.truncnorm.count == 3)
    for row in oracle.truncnorm {
      let cut = try #require(
        TruncatedNormal(parentMean: row.mu, parentSD: row.sd, low: row.low, high: row.high))
      #expect(relativeError(cut.mean, row.result.mean) <= 1e-9)
      #expect(relativeError(cut.sd, row.result.sd) <= 1e-9)
      #expect(relativeError(cut.quantile(0.025), row.result.q025) <= 1e-9)
      #expect(relativeError(cut.quantile(0.5), row.result.q50) <= 1e-9)
      #expect(relativeError(cut.quantile(0.975), row.result.q975) <= 1e-9)
    }
  }

  /// mean, sd and quantiles at 0.025, 0.5, 0.975 by mpmath 1.3.0 with 50 digits.
  static let cases: [(name: String, limits: [Double], expected: [Double])] = [
    (
      "half normal", [0.0, 1.0, 0.0, .infinity],
      [
        0.7978845608028654, 0.602810274989087, 0.03133798202142659, 0.6744897501960817,
        2.241402727604945,
      ]
    ),
    (
      "uncut", [3.5, 2.0, -.infinity, .infinity],
      [3.5, 2.0, -0.41992796908010843, 3.5, 7.419927969080108]
    ),
    (
      "upper limit alone", [1.0, 0.5, -.infinity, 0.25],
      [
        0.030661416688728405, 0.19335627320454507, -0.4672730141097145, 0.08351556705344916,
        0.24348894444500496,
      ]
    ),
    (
      "seven deviations out", [-7.0, 1.0, 0.0, .infinity],
      [
        0.13754561322650327, 0.13513664083668142, 0.00354626592262596, 0.09647265564723374,
        0.4996455598795833,
      ]
    ),
    (
      "a hundred deviations out", [-50.0, 0.5, 0.0, 10.0],
      [
        0.004999000499630353, 0.004998501024013686, 0.00012657622462985155, 0.003465269376214707,
        0.01843915403946275,
      ]
    ),
    (
      "far below", [30.0, 2.0, -1.0, 1.0],
      [
        0.8633514510269658, 0.13601995406303907, 0.4978836003798169, 0.904996091864205,
        0.9965244736809308,
      ]
    ),
    (
      "just beyond the mean", [-0.01, 1.0, 0.0, 0.5],
      [
        0.24462982644276368, 0.14367694136621512, 0.01196980513796504, 0.242006066671161,
        0.48641632800423296,
      ]
    ),
    (
      "narrow beyond the mean", [0.0, 1.0, 2.0, 2.001],
      [
        2.0004998332916832, 0.0002886751009015853, 2.0000249756362725, 2.0004997499375574,
        2.0009749756015225,
      ]
    ),
  ]

  @Test("Far tails, open ends and narrow cuts are met", arguments: cases)
  func meetsHardCases(cut: (name: String, limits: [Double], expected: [Double])) throws {
    let limits = cut.limits
    let computed = try #require(
      TruncatedNormal(
        parentMean: limits[0], parentSD: limits[1], low: limits[2], high: limits[3]))
    let values =
      [computed.mean, computed.sd] + [0.025, 0.5, 0.975].map { computed.quantile($0) }
    for (value, expected) in zip(values, cut.expected) {
      #expect(relativeError(value, expected) <= 1e-12, "\(cut.name): \(value), \(expected)")
    }
  }

  @Test("Cutting on the other side gives the mirror image", arguments: [0.5, 3, 40, 1e4])
  func isMirrored(distance: Double) throws {
    let right = try #require(
      TruncatedNormal(parentMean: -distance, parentSD: 1, low: 0, high: 2.5))
    let left = try #require(
      TruncatedNormal(parentMean: distance, parentSD: 1, low: -2.5, high: 0))
    #expect(relativeError(right.mean, -left.mean) <= 1e-14)
    #expect(relativeError(right.sd, left.sd) <= 1e-14)
    for p in [0.0625, 0.25, 0.5, 0.75, 0.875] {
      #expect(relativeError(right.quantile(p), -left.quantile(1 - p)) <= 1e-15)
    }
  }

  @Test(
    "Quantiles rise from limit to limit",
    arguments: [-1e9, -300, -45, -3, -0.1, 0, 0.4, 1, 5, 50, 1e6])
  func rises(mean: Double) throws {
    let cut = try #require(TruncatedNormal(parentMean: mean, parentSD: 0.7, low: 0, high: 1))
    var last = 0.0
    for step in 0...200 {
      let value = cut.quantile(Double(step) / 200)
      #expect(value >= last && value <= 1)
      last = value
    }
    #expect(cut.quantile(0) == 0 && cut.quantile(1) == 1)
    #expect(cut.mean >= 0 && cut.mean <= 1 && cut.sd >= 0 && cut.sd < 0.3)
    #expect(cut.quantile(-0.1).isNaN)
  }

  static let refused: [[Double]] = [
    [.nan, 1, 0, 1], [.infinity, 1, 0, 1], [0, 0, 0, 1], [0, -1, 0, 1], [0, .infinity, 0, 1],
    [0, .nan, 0, 1], [0, 1, 1, 1], [0, 1, 2, 1], [0, 1, .nan, 1], [0, 1, 0, .nan],
    [0, 1, .infinity, .infinity], [0, 1, -.infinity, -.infinity],
  ]

  @Test("Parameters that make no distribution are refused", arguments: refused)
  func refuses(limits: [Double]) {
    #expect(
      TruncatedNormal(
        parentMean: limits[0], parentSD: limits[1], low: limits[2], high: limits[3]) == nil)
  }
}
