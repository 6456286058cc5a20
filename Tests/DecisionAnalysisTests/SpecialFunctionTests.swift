// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

/// Table n01: values to the nearest double from 60-digit arithmetic (mpmath 1.3.0).
struct SpecialFunctionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let tolerance: Double
    let function: @Sendable ([Double]) -> Double

    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "exp", tolerance: 3e-16) { Numerics.exp($0[0]) },
    Case(name: "expm1", tolerance: 4e-16) { Numerics.expm1($0[0]) },
    Case(name: "log", tolerance: 3e-16) { Numerics.log($0[0]) },
    Case(name: "log1p", tolerance: 4e-16) { Numerics.log1p($0[0]) },
    Case(name: "logGamma", tolerance: 2e-15) { Numerics.logGamma($0[0]) },
    Case(name: "normalDensity", tolerance: 1e-15) { Numerics.normalDensity($0[0]) },
    Case(name: "normalCDF", tolerance: 1e-15) { Numerics.normalCDF($0[0]) },
    Case(name: "unitNormalLoss", tolerance: 2e-15) { Numerics.unitNormalLoss($0[0]) },
    Case(name: "gammaQuantile", tolerance: 1e-12) { Numerics.gammaQuantile($0[0], shape: $0[1]) },
    Case(name: "betaQuantile", tolerance: 1e-12) {
      Numerics.betaQuantile($0[0], alpha: $0[1], beta: $0[2])
    },
  ]

  private struct Table: Decodable {
    let rows: [String: [[Double]]]

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Name.self)
      var rows: [String: [[Double]]] = [:]
      for key in container.allKeys where key.stringValue != "source" {
        rows[key.stringValue] = try container.decode([[Double]].self, forKey: key)
      }
      self.rows = rows
    }

    struct Name: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init?(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }
  }

  @Test("A function equals the table of 60-digit arithmetic", arguments: cases)
  func equalsTheTable(row: Case) throws {
    let table = try OracleFile.read("n01-special-functions", as: Table.self)
    let rows = try #require(table.rows[row.name])
    #expect(rows.count >= 9)
    for values in rows {
      let expected = try #require(values.last)
      let computed = row.function(values.dropLast())
      #expect(
        relativeError(computed, expected) <= row.tolerance, "\(values), computed \(computed)")
    }
  }

  @Test("Every table is used")
  func usesEveryTable() throws {
    let table = try OracleFile.read("n01-special-functions", as: Table.self)
    #expect(Set(table.rows.keys) == Set(Self.cases.map(\.name)))
  }

  static let edges: [(name: String, computed: Double, expected: Double)] = [
    ("exp of much", Numerics.exp(709.79), .infinity),
    ("exp of infinity", Numerics.exp(.infinity), .infinity),
    ("exp of little", Numerics.exp(-745.14), 0),
    ("exp of minus infinity", Numerics.exp(-.infinity), 0),
    ("exp at the last number", Numerics.exp(-745.13), .leastNonzeroMagnitude),
    ("expm1 of little", Numerics.expm1(-800), -1),
    ("expm1 of much", Numerics.expm1(800), .infinity),
    ("log of 0", Numerics.log(0), -.infinity),
    ("log of 1", Numerics.log(1), 0),
    ("log of infinity", Numerics.log(.infinity), .infinity),
    ("log1p of -1", Numerics.log1p(-1), -.infinity),
    ("log1p of 0", Numerics.log1p(0), 0),
    ("log1p of infinity", Numerics.log1p(.infinity), .infinity),
    ("log gamma of 0", Numerics.logGamma(0), .infinity),
    ("log gamma of 1", Numerics.logGamma(1), 0),
    ("log gamma of infinity", Numerics.logGamma(.infinity), .infinity),
    ("normal density far out", Numerics.normalDensity(-50), 0),
    ("normal cdf of minus infinity", Numerics.normalCDF(-.infinity), 0),
    ("normal cdf of infinity", Numerics.normalCDF(.infinity), 1),
    ("normal quantile of 0", Numerics.normalQuantile(0), -.infinity),
    ("normal quantile of 0.5", Numerics.normalQuantile(0.5), 0),
    ("normal quantile of 1", Numerics.normalQuantile(1), .infinity),
    ("loss of minus infinity", Numerics.unitNormalLoss(-.infinity), .infinity),
    ("loss of infinity", Numerics.unitNormalLoss(.infinity), 0),
    ("gamma quantile of 0", Numerics.gammaQuantile(0, shape: 2), 0),
    ("gamma quantile of 1", Numerics.gammaQuantile(1, shape: 2), .infinity),
    ("beta cdf of 0", Numerics.betaCDF(0, alpha: 2, beta: 3), 0),
    ("beta cdf of 1", Numerics.betaCDF(1, alpha: 2, beta: 3), 1),
    ("beta quantile of 0", Numerics.betaQuantile(0, alpha: 2, beta: 3), 0),
    ("beta quantile of 1", Numerics.betaQuantile(1, alpha: 2, beta: 3), 1),
  ]

  @Test("The ends of a domain have their limits", arguments: edges)
  func hasLimits(edge: (name: String, computed: Double, expected: Double)) {
    #expect(edge.computed == edge.expected, "\(edge.name)")
  }

  static let outside: [(name: String, computed: Double)] = [
    ("exp", Numerics.exp(.nan)), ("expm1", Numerics.expm1(.nan)), ("log", Numerics.log(-1)),
    ("log of nothing", Numerics.log(.nan)), ("log1p", Numerics.log1p(-1.5)),
    ("log gamma", Numerics.logGamma(-0.5)), ("normal density", Numerics.normalDensity(.nan)),
    ("normal cdf", Numerics.normalCDF(.nan)), ("normal quantile", Numerics.normalQuantile(-0.1)),
    ("normal quantile above", Numerics.normalQuantile(1.1)),
    ("loss", Numerics.unitNormalLoss(.nan)),
    ("gamma quantile", Numerics.gammaQuantile(0.5, shape: 1e9)),
    ("gamma quantile above", Numerics.gammaQuantile(1.5, shape: 1)),
    ("beta cdf", Numerics.betaCDF(0.5, alpha: 1, beta: -1)),
    ("beta quantile", Numerics.betaQuantile(0.5, alpha: .infinity, beta: 1)),
    ("beta quantile below", Numerics.betaQuantile(-0.5, alpha: 1, beta: 1)),
  ]

  @Test("Outside its domain a function gives no number", arguments: outside)
  func givesNoNumber(function: (name: String, computed: Double)) {
    #expect(function.computed.isNaN, "\(function.name)")
  }
}

/// |computed - expected| / |expected|, or the plain difference where zero is expected.
func relativeError(_ computed: Double, _ expected: Double) -> Double {
  let difference = (computed - expected).magnitude
  if difference == 0 { return 0 }
  // Below the least normal number the spacing of the numbers is the scale.
  return difference / max(expected.magnitude, expected == 0 ? 1 : .leastNormalMagnitude)
}
