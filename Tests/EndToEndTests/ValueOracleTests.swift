// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Testing

/// Oracles o06, o07, o08 and o18, from a file of the command to its JSON.
struct ValueOracleTests {
  struct Piecewise: Decodable {
    let R_smaa_tests: Tests
    let R_MCDA: Functions
    struct Tests: Decodable {
      let increasing: Curve
      let decreasing: Curve
    }
    struct Curve: Decodable {
      let x_breaks: [Double]
      let v: [Double]
      let points: [String: Double]
      let clip: [String: Double]?
      let extrapolate: [String: Double]?
    }
    struct Functions: Decodable {
      let value_functions: [String: Points]
      let performances: [[Double]]
      let options: [String]
      let criteria: [String]
      let expected: [[Double]]
    }
    struct Points: Decodable {
      let x: [Double]
      let v: [Double]
    }
  }

  private static let equal = "<weighting method=\"equal\"/>"

  /// The values that the command gives to levels on one criterion.
  private func values(
    of levels: [Double], on curve: Piecewise.Curve, outside: String
  ) throws -> [Double] {
    let rises = try #require(curve.v.first) < #require(curve.v.last)
    let (first, last) = (try #require(curve.x_breaks.first), try #require(curve.x_breaks.last))
    let column = ProblemText.Column(
      id: "c", direction: rises ? "higherIsBetter" : "lowerIsBetter",
      ends: rises ? (first, last) : (last, first), attributes: "outside=\"\(outside)\"",
      points: zip(curve.x_breaks, curve.v).map { ($0, $1) }, cells: ProblemText.exact(levels))
    let output = try ProblemText(
      alternatives: levels.indices.map { "a\($0)" }, columns: [column], preferences: Self.equal
    ).analysed()
    #expect(output.problem.values.count == levels.count)
    return output.problem.values.map { $0[0] }
  }

  @Test func piecewiseLinearValues() throws {
    let oracle = try Oracle.read("o06-piecewise-linear-values", as: Piecewise.self).R_smaa_tests
    for curve in [oracle.increasing, oracle.decreasing] {
      for (outside, further) in [("clamp", curve.clip), ("extrapolate", curve.extrapolate)] {
        let points = curve.points.merging(further ?? [:]) { $1 }.sorted { $0.key < $1.key }
        let levels = try points.map { try #require(Double($0.key)) }
        let values = try values(of: levels, on: curve, outside: outside)
        #expect(distance(values, points.map(\.value)) < 1e-12)
      }
    }
  }

  @Test func flatStretches() throws {
    let oracle = try Oracle.read("o06-piecewise-linear-values", as: Piecewise.self).R_MCDA
    for (place, name) in oracle.criteria.enumerated() {
      let function = try #require(oracle.value_functions[name])
      // The peer's values end at a weight; ours end at 1.
      let highest = try #require(function.v.max())
      let points = zip(function.x, function.v).map { ($0, $1 / highest) }
      let ends = (try #require(function.x.first), try #require(function.x.last))
      let column = ProblemText.Column(
        id: name, direction: ends.0 < ends.1 ? "higherIsBetter" : "lowerIsBetter", ends: ends,
        attributes: "flatStretches=\"true\"", points: points,
        cells: ProblemText.exact(oracle.performances.map { $0[place] }))
      let output = try ProblemText(
        alternatives: oracle.options, columns: [column], preferences: Self.equal
      ).analysed()
      let values = output.problem.values.map { $0[0] * highest }
      #expect(distance(values, oracle.expected.map { $0[place] }) < 1e-12)
    }
  }

  struct GetReal: Decodable {
    let input: Input
    let expected: Expected
    struct Input: Decodable {
      let criteria: [String: Curve]
      let performances: [String: [String: Double]]
      let weight_sets: [String: [String: Double]]
    }
    struct Curve: Decodable {
      let direction: String
      let x: [Double]
      let v: [Double]
    }
    struct Expected: Decodable {
      let a: Totals
      let b: Totals
      let c: Totals
      let weight_flip_from_set_a: [String: Double]
    }
    struct Totals: Decodable {
      let weighted_contributions_in_criterion_order: [String: [Double]]
      let total: [String: Double]
    }
  }

  @Test(arguments: ["a", "b", "c"])
  func totalsAndFlips(set: String) throws {
    let oracle = try Oracle.read("o07-mavt-getreal", as: GetReal.self)
    let names = ["OS", "severe", "moderate"]
    let columns = try names.map { name in
      let curve = try #require(oracle.input.criteria[name])
      let isHigher = curve.direction == "higher"
      let (low, high) = (try #require(curve.x.first), try #require(curve.x.last))
      return ProblemText.Column(
        id: name, direction: isHigher ? "higherIsBetter" : "lowerIsBetter",
        ends: isHigher ? (low, high) : (high, low), points: zip(curve.x, curve.v).map { ($0, $1) },
        cells: ProblemText.exact(
          try ["alt1", "alt2"].map { try #require(oracle.input.performances[$0]?[name]) }))
    }
    let weights = try names.map { ($0, try #require(oracle.input.weight_sets[set]?[$0])) }
    let output = try ProblemText(
      alternatives: ["alt1", "alt2"], columns: columns, preferences: ProblemText.given(weights)
    ).analysed().first()
    let expected = ["b": oracle.expected.b, "c": oracle.expected.c][set] ?? oracle.expected.a
    for (row, name) in ["alt1", "alt2"].enumerated() {
      let total = try #require(expected.total[name])
      #expect(abs(try #require(output.totals)[row] - total) < 1e-9)
      #expect(
        distance(
          try #require(output.contributions)[row],
          try #require(expected.weighted_contributions_in_criterion_order[name])) < 1e-9)
    }
    guard set == "a" else { return }
    for flips in try #require(output.criterionFlips) {
      let flip = try #require(flips.down ?? flips.up)
      let expected = try #require(oracle.expected.weight_flip_from_set_a[flips.criterion])
      #expect(abs(flip.flipWeight - expected) < 1e-6)
    }
  }

  struct Scores: Decodable {
    let directions: [String]
    let performances: [[Double]]
    let anchors_low: [Double]
    let anchors_high: [Double]
    let weights_raw: [[Double]]
    let scores: [[Double]]
  }

  /// Every tenth set of weights; the anchors are those of the alternatives listed.
  @Test func localAnchors() throws {
    let oracle = try Oracle.read("o08-additive-3x8x200", as: Scores.self)
    let columns = oracle.directions.enumerated().map { place, direction in
      ProblemText.Column(
        id: "c\(place)", direction: direction + "IsBetter", ends: nil,
        cells: ProblemText.exact(oracle.performances.map { $0[place] }))
    }
    for set in stride(from: 0, to: 200, by: 10) {
      let weights = oracle.weights_raw[set].enumerated().map { ("c\($0)", $1) }
      let output = try ProblemText(
        alternatives: ["a", "b", "c"], columns: columns, preferences: ProblemText.given(weights)
      ).analysed()
      #expect(distance(try #require(try output.first().totals), oracle.scores[set]) < 1e-9)
      let ends = output.problem.criteria.map { min($0.worst, $0.best) }
      #expect(ends == oracle.anchors_low)
      #expect(output.warnings.filter { $0.kind == "localAnchors" }.count == 8)
    }
  }

  struct MinLikelyMax: Decodable {
    let low: [[Double]]
    let likely: [[Double]]
    let high: [[Double]]
    let weights: [String: Double]
    let result: [[Double]]
  }

  @Test func smallestLikelyAndLargest() throws {
    let oracle = try Oracle.read("o18-min-likely-max", as: MinLikelyMax.self)
    let names = ["Yield", "Toxicity", "Cost", "Separation", "Odour"]
    let weights = try names.map { ($0, try #require(oracle.weights[$0])) }
    for (place, levels) in [oracle.low, oracle.likely, oracle.high].enumerated() {
      let columns = try names.indices.map { row in
        let best = try #require(oracle.high[row].max())
        let triangles = (0..<3).map { option in
          "<triangular low=\"\(oracle.low[row][option])\" likely=\"\(oracle.likely[row][option])\" "
            + "high=\"\(oracle.high[row][option])\"/>"
        }
        return ProblemText.Column(
          id: names[row], ends: (0, best),
          cells: place == 1 ? triangles : ProblemText.exact(levels[row]))
      }
      let output = try ProblemText(
        alternatives: ["a1", "a2", "a3"], columns: columns,
        preferences: ProblemText.given(weights)
      ).analysed()
      #expect(distance(try #require(try output.first().totals), oracle.result[place]) < 1e-6)
    }
  }
}
