// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport

/// A random valid problem with weights: some criteria curved, some cells on a shared baseline, some
/// weights zero.
struct RandomProblem {
  let problem: DecisionProblem
  let weights: CriterionWeights

  init(seed: UInt64, alternatives: Int? = nil, relativeCells: Bool = true) throws {
    var generator = SeededGenerator(seed: seed)
    let rows = alternatives ?? Int.random(in: 2...5, using: &generator)
    let columns = Int.random(in: 2...9, using: &generator)
    let criteria = try (0..<columns).map { try Self.criterion($0, &generator) }
    let cells = (0..<rows).map { row in
      criteria.map { Self.cell($0, isRelative: relativeCells && row > 0, &generator) }
    }
    problem = DecisionProblem(
      alternatives: (0..<rows).map { "option-\($0)" }, criteria: criteria,
      table: PerformanceTable(cells: cells))
    var amounts = (0..<columns).map { _ in Double.random(in: 0...100, using: &generator) }
    if Int.random(in: 0..<4, using: &generator) == 0 { amounts[0] = 0 }
    weights = try CriterionWeights(criteria: criteria.map(\.id), proportionalTo: amounts)
  }

  private static func criterion(
    _ index: Int, _ generator: inout SeededGenerator
  ) throws -> Criterion {
    let ends = [Double.random(in: -50...0, using: &generator), 100]
    let isRising = Bool.random(using: &generator)
    let (worst, best) = isRising ? (ends[0], ends[1]) : (ends[1], ends[0])
    let middle = Double.random(in: 0.2...0.8, using: &generator)
    let function = try PartialValueFunction(
      points: [
        ValuePoint(level: worst, value: 0),
        ValuePoint(level: worst + (best - worst) * 0.4, value: middle),
        ValuePoint(level: best, value: 1),
      ],
      direction: isRising ? .higherIsBetter : .lowerIsBetter)
    return try Criterion(
      id: "criterion-\(index)", direction: function.direction, worst: worst, best: best,
      valueFunction: function, branch: "branch-\(index % 3)")
  }

  private static func cell(
    _ criterion: Criterion, isRelative: Bool, _ generator: inout SeededGenerator
  ) -> PerformanceCell {
    // Levels 10...40, differences 0...20 and ratios 1...1.5 stay between anchors of at most 0...100.
    let baseline = Baseline(
      alternative: 0, operation: Bool.random(using: &generator) ? .sum : .ratio)
    let kind = Int.random(in: 0..<3, using: &generator)
    let estimate = Double.random(in: 12...38, using: &generator)
    if isRelative, kind == 0 {
      return baseline.operation == .sum
        ? PerformanceCell(.normal(estimate: 8, low: 2, high: 16), baseline: baseline)
        : PerformanceCell(.uniform(low: 1, high: 1.5), baseline: baseline)
    }
    if kind == 1 { return PerformanceCell(.exact(estimate)) }
    return PerformanceCell(.triangular(low: 10, likely: estimate, high: 40))
  }
}

/// The seeds that every property is tried with.
let seeds: [UInt64] = Array(1...200)
