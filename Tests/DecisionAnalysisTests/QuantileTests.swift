// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import TestSupport
import Testing

@testable import DecisionAnalysis

/// Oracle o13: R 4.2.2, printed to 15 digits; and what must hold for every quantile.
struct QuantileTests {
  private struct Oracle: Decodable {
    let qnorm: [Point]
    let pnorm: [Point]
    let qbeta: [Beta]
    let qgamma: [Gamma]
    let unit_normal_loss: [Loss]

    struct Point: Decodable {
      let p: Double
      let x: Double
    }
    struct Beta: Decodable {
      let a: Double
      let b: Double
      let p: Double
      let q: Double
    }
    struct Gamma: Decodable {
      let shape: Double
      let p: Double
      let q: Double
    }
    struct Loss: Decodable {
      let z: Double
      let L: Double
    }
  }

  @Test("Every quantile and probability of R is met to 1e-12")
  func equalsR() throws {
    let oracle = try OracleFile.read("o13-special-functions", as: Oracle.self)
    #expect(oracle.qbeta.count == 210)
    for row in oracle.qnorm {
      #expect(relativeError(Numerics.normalQuantile(row.p), row.x) <= 1e-12)
    }
    for row in oracle.pnorm {
      #expect(relativeError(Numerics.normalCDF(row.x), row.p) <= 1e-12)
    }
    for row in oracle.qbeta {
      let computed = Numerics.betaQuantile(row.p, alpha: row.a, beta: row.b)
      #expect(relativeError(computed, row.q) <= 1e-12, "\(row)")
    }
    for row in oracle.qgamma {
      #expect(relativeError(Numerics.gammaQuantile(row.p, shape: row.shape), row.q) <= 1e-12)
    }
    for row in oracle.unit_normal_loss {
      #expect((Numerics.unitNormalLoss(row.z) - row.L).magnitude <= 1e-13)
    }
  }

  static let probabilities: [Double] = [
    1e-300, 1e-100, 1e-12, 1e-6, 1e-3, 0.025, 0.1, 0.3, 0.5, 0.6, 0.85, 0.975, 0.999, 1 - 1e-6,
    1 - 1e-12, 0.9999999999999999,
  ]
  static let shapes: [Double] = [0.05, 0.3, 1, 1.5, 4, 17, 99.5, 1_234, 1e5, 1e7]

  @Test("The normal quantile undoes the distribution function", arguments: probabilities)
  func undoesTheNormal(p: Double) {
    let x = Numerics.normalQuantile(p)
    // The condition number of the tail is x^2.
    #expect(relativeError(Numerics.normalCDF(x), p) <= 1e-15 * (1 + x * x))
    #expect(relativeError(Numerics.normalCDF(-x), 1 - p) <= 1e-15 * (1 + x * x))
  }

  @Test("The gamma quantile undoes the distribution function and rises", arguments: shapes)
  func undoesTheGamma(shape: Double) {
    var last = 0.0
    for p in Self.probabilities {
      let x = Numerics.gammaQuantile(p, shape: shape)
      #expect(x >= last && x.isFinite)
      last = x
      // The condition number at the least p, or a result too small for a number.
      if x < 1e-300 { continue }
      let slack = p < 1e-50 ? 1e-10 : 2e-12
      #expect(relativeError(GammaTails(shape: shape).view(at: x).lowerTail, p) <= slack, "\(p)")
    }
  }

  @Test("The beta quantile undoes the distribution function and rises", arguments: shapes, shapes)
  func undoesTheBeta(alpha: Double, beta: Double) {
    var last = 0.0
    for p in Self.probabilities {
      let x = Numerics.betaQuantile(p, alpha: alpha, beta: beta)
      #expect(x >= last && x <= 1)
      last = x
      // Near 1 the nearest double is too coarse to stand for the quantile.
      if x < 1e-300 || x > 0.99 { continue }
      let slack = p < 1e-50 ? 1e-10 : 5e-11
      #expect(
        relativeError(Numerics.betaCDF(x, alpha: alpha, beta: beta), p) <= slack, "\(p) \(x)")
    }
  }

  @Test("Exchanging the parameters mirrors the beta distribution", arguments: shapes)
  func isMirrored(alpha: Double) {
    for p in [0.0625, 0.25, 0.5, 0.75, 0.875] {
      let x = Numerics.betaQuantile(p, alpha: alpha, beta: 2.5)
      let mirrored = 1 - Numerics.betaQuantile(1 - p, alpha: 2.5, beta: alpha)
      #expect((x - mirrored).magnitude <= 4e-16)
    }
  }

  @Test("Closed forms hold: uniform, power and exponential", arguments: probabilities)
  func meetsClosedForms(p: Double) {
    #expect(relativeError(Numerics.betaQuantile(p, alpha: 1, beta: 1), p) <= 5e-13)
    #expect(
      relativeError(Numerics.betaQuantile(p, alpha: 0.5, beta: 1), p * p) <= 5e-13 || p < 1e-150)
    let exponential = -Numerics.log1p(-p)
    #expect(relativeError(Numerics.gammaQuantile(p, shape: 1), exponential) <= 1e-12)
  }

  @Test("Functions rise from one number to the next", arguments: [-12.0, -3, -0.7, 0, 0.7, 2])
  func rises(start: Double) {
    var x = start
    var last = (Numerics.exp(x), Numerics.normalCDF(x))
    for _ in 0..<2_000 {
      x += 1e-9
      let next = (Numerics.exp(x), Numerics.normalCDF(x))
      #expect(next.0 > last.0 && next.1 > last.1)
      last = next
    }
  }
}
