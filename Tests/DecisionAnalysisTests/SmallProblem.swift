// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis

/// Small problems whose numbers can be checked by hand: levels are values on 0...1, higher is better.
enum SmallProblem {
  static func criteria(_ count: Int, branches: [String]? = nil) throws -> [Criterion] {
    try (0..<count).map { index in
      try Criterion(
        id: "c\(index)", direction: .higherIsBetter, worst: 0, best: 1,
        branch: branches?[index] ?? "branch")
    }
  }

  static func make(
    _ cells: [[PerformanceCell]], references: [ReferenceRow] = [], branches: [String]? = nil
  ) throws -> DecisionProblem {
    DecisionProblem(
      alternatives: cells.indices.map { "a\($0)" },
      criteria: try criteria(cells[0].count, branches: branches),
      table: PerformanceTable(cells: cells, references: references))
  }

  static func exact(_ values: [[Double]], branches: [String]? = nil) throws -> DecisionProblem {
    try make(values.map { row in row.map { PerformanceCell(.exact($0)) } }, branches: branches)
  }

  static func model(_ values: [[Double]], _ weights: [Double]) throws -> AdditiveModel {
    try model(exact(values), weights)
  }

  static func model(_ problem: DecisionProblem, _ weights: [Double]) throws -> AdditiveModel {
    try AdditiveModel(problem, self.weights(problem, weights))
  }

  static func weights(_ problem: DecisionProblem, _ amounts: [Double]) throws -> CriterionWeights {
    try CriterionWeights(criteria: problem.criteria.map(\.id), proportionalTo: amounts)
  }
}
