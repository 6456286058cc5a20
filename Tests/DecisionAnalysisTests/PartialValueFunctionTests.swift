// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

/// Oracle o06: R smaa 0.3-3 tests and R MCDA 0.1.0 run.
struct PartialValueFunctionTests {
  private struct Oracle: Decodable {
    let R_smaa_tests: [String: Case]
    let R_MCDA: MCDA
  }
  private struct Case: Decodable {
    let x_breaks: [Double]?
    let v: [Double]?
    let low: Double?
    let high: Double?
    let points: [String: Double]
    let clip: [String: Double]?
    let extrapolate: [String: Double]?
  }
  private struct MCDA: Decodable {
    let value_functions: [String: Points]
    let criteria: [String]
    let performances: [[Double]]
    let expected: [[Double]]
  }
  private struct Points: Decodable {
    let x: [Double]
    let v: [Double]
  }

  private static func function(
    _ levels: [Double], _ values: [Double], _ direction: Direction, _ outside: OutsideAnchors,
    flat: Bool = false
  ) throws -> PartialValueFunction {
    try PartialValueFunction(
      points: zip(levels, values).map { ValuePoint(level: $0, value: $1) }, direction: direction,
      outside: outside, allowsFlatStretches: flat)
  }

  @Test(arguments: ["increasing", "decreasing", "linear", "linear_decreasing"])
  func equalsThePeerInsideAndOutsideTheAnchors(name: String) throws {
    let cases = try OracleFile.read("o06-piecewise-linear-values", as: Oracle.self).R_smaa_tests
    let example = try #require(cases[name])
    let direction: Direction = name.contains("decreasing") ? .lowerIsBetter : .higherIsBetter
    for outside in OutsideAnchors.allCases {
      let function: PartialValueFunction
      if let levels = example.x_breaks, let values = example.v {
        function = try Self.function(levels, values, direction, outside)
      } else {
        let (low, high) = (try #require(example.low), try #require(example.high))
        function = try .linear(
          worst: direction == .higherIsBetter ? low : high,
          best: direction == .higherIsBetter ? high : low, outside: outside)
      }
      #expect(function.direction == direction)
      let beyond = outside == .clamp ? example.clip : example.extrapolate
      for (level, value) in example.points.merging(beyond ?? [:], uniquingKeysWith: { $1 }) {
        let found = function.value(at: try #require(Double(level)))
        #expect((found - value).magnitude <= 1e-12, "level \(level), \(outside)")
      }
    }
  }

  @Test func equalsThePeerOnFlatStretches() throws {
    let oracle = try OracleFile.read("o06-piecewise-linear-values", as: Oracle.self).R_MCDA
    for (column, name) in oracle.criteria.enumerated() {
      let points = try #require(oracle.value_functions[name])
      // The peer's values are weighted; ours run to 1, so the largest is the weight.
      let scale = try #require(points.v.max())
      let direction: Direction = name == "Comfort" ? .higherIsBetter : .lowerIsBetter
      let function = try Self.function(
        points.x, points.v.map { $0 / scale }, direction, .extrapolate, flat: true)
      for (performance, expected) in zip(oracle.performances, oracle.expected) {
        let value = scale * function.value(at: performance[column])
        #expect((value - expected[column]).magnitude <= 1e-12)
      }
    }
  }

  @Test(arguments: [Direction.higherIsBetter, .lowerIsBetter])
  func findsTheLevelOfAValue(direction: Direction) throws {
    let levels: [Double] = direction == .higherIsBetter ? [0, 10, 40] : [40, 10, 0]
    let function = try Self.function(levels, [0, 0.7, 1], direction, .extrapolate)
    for value in [0, 0.1, 0.35, 0.7, 0.9, 1] {
      let level = try #require(function.level(ofValue: value))
      #expect((function.value(at: level) - value).magnitude <= 1e-14)
    }
    for value in [-0.01, 1.01, .nan] { #expect(function.level(ofValue: value) == nil) }
  }

  @Test(arguments: seeds)
  func isExactAtBreakPointsAndMonotoneBesideThem(seed: UInt64) throws {
    for criterion in try RandomProblem(seed: seed).problem.criteria {
      let function = criterion.valueFunction
      for point in function.points {
        #expect(function.value(at: point.level) == point.value)
        #expect(function.level(ofValue: point.value) == point.level)
        let isRising = criterion.direction == .higherIsBetter
        let below = function.value(at: isRising ? point.level.nextDown : point.level.nextUp)
        let above = function.value(at: isRising ? point.level.nextUp : point.level.nextDown)
        #expect(below <= point.value && point.value <= above)
      }
    }
  }

  @Test func takesTheWorstLevelOfAFlatStretch() throws {
    let function = try Self.function(
      [0, 1, 2, 3], [0, 0.5, 0.5, 1], .higherIsBetter, .clamp, flat: true)
    #expect(function.level(ofValue: 0.5) == 1)
    let start = try Self.function([0, 1, 2], [0, 0, 1], .higherIsBetter, .clamp, flat: true)
    #expect(start.level(ofValue: 0) == 0)
  }

  static let refusals: [([Double], [Double], ValueFunctionFault)] = [
    ([1], [0], .tooFewPoints),
    ([], [], .tooFewPoints),
    ([0, .nan], [0, 1], .notFinite),
    ([0, 1], [0, .infinity], .notFinite),
    ([0, 2, 1, 3], [0, 0.3, 0.6, 1], .levelsNotStrictlyMonotone),
    ([0, 0, 1], [0, 0.5, 1], .levelsNotStrictlyMonotone),
    ([0, 1, 2], [0, 1.2, 1], .valuesAgainstDirection),
    ([0, 1], [1, 0], .valuesAgainstDirection),
    ([0, 1, 2], [0, 0, 1], .flatStretchNotDeclared),
    ([0, 1], [0.1, 1], .endsAreNotZeroAndOne),
    ([0, 1], [0, 0.9], .endsAreNotZeroAndOne),
  ]

  @Test(arguments: refusals)
  func refuses(levels: [Double], values: [Double], fault: ValueFunctionFault) {
    #expect(throws: fault) {
      try Self.function(levels, values, .higherIsBetter, .extrapolate)
    }
  }

  @Test func refusesALineWithoutLength() {
    #expect(throws: ValueFunctionFault.levelsNotStrictlyMonotone) {
      try PartialValueFunction.linear(worst: 5, best: 5)
    }
  }
}
