// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

/// Oracle o07: the GetReal example, run through the R backend of drugis mcda-elicitation-web.
struct GetReal {
  static let weightSets = ["a", "b", "c"]
  static let criterionNames = ["OS", "severe", "moderate"]

  struct Oracle: Decodable {
    let input: Input
    let expected: Expected
  }
  struct Input: Decodable {
    let criteria: [String: Points]
    let performances: [String: [String: Double]]
    let weight_sets: [String: [String: Double]]
  }
  struct Points: Decodable {
    let direction: String
    let x: [Double]
    let v: [Double]
  }
  struct Expected: Decodable {
    let a: Totals
    let b: Totals
    let c: Totals
    let weight_flip_from_set_a: [String: Double]
    let curves_from_set_a: [String: Curve]
  }
  struct Totals: Decodable {
    let weighted_contributions_in_criterion_order: [String: [Double]]
    let total: [String: Double]
  }
  struct Curve: Decodable {
    let x: [Double]
    let alt1: [Double]
    let alt2: [Double]
  }

  let problem: DecisionProblem
  let expected: [String: Totals]
  let flips: [String: Double]
  let curves: [String: Curve]
  private let weightSets: [String: [String: Double]]

  init() throws {
    let oracle = try OracleFile.read("o07-mavt-getreal", as: Oracle.self)
    let criteria = try Self.criterionNames.map { name in
      let points = try #require(oracle.input.criteria[name])
      let function = try PartialValueFunction(
        points: zip(points.x, points.v).map { ValuePoint(level: $0, value: $1) },
        direction: points.direction == "higher" ? .higherIsBetter : .lowerIsBetter)
      return try Criterion(
        id: name, direction: function.direction,
        worst: try #require(function.points.first).level,
        best: try #require(function.points.last).level, valueFunction: function, branch: "b")
    }
    let names = ["alt1", "alt2"]
    let cells = try names.map { alternative in
      try Self.criterionNames.map { name in
        PerformanceCell(.exact(try #require(oracle.input.performances[alternative]?[name])))
      }
    }
    problem = DecisionProblem(
      alternatives: names, criteria: criteria, table: PerformanceTable(cells: cells))
    expected = ["a": oracle.expected.a, "b": oracle.expected.b, "c": oracle.expected.c]
    flips = oracle.expected.weight_flip_from_set_a
    curves = oracle.expected.curves_from_set_a
    weightSets = oracle.input.weight_sets
  }

  func model(_ set: String) throws -> AdditiveModel {
    let weights = try Self.criterionNames.map { try #require(weightSets[set]?[$0]) }
    return try AdditiveModel(
      problem, CriterionWeights(criteria: Self.criterionNames, proportionalTo: weights))
  }
}
