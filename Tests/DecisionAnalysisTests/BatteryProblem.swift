// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport

/// A random problem with every kind of distribution, curved values, shared baselines, and every kind
/// of uncertain weights.
struct BatteryProblem {
  let problem: DecisionProblem
  let weights: CriterionWeights
  let uncertainty: WeightUncertainty

  init(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let rows = Int.random(in: 2...4, using: &generator)
    let columns = Int.random(in: 3...5, using: &generator)
    // Levels 0...1 stay between anchors of -1...2 with or without a baseline.
    let criteria = try (0..<columns).map { try Self.criterion($0, &generator) }
    let cells = (0..<rows).map { row in
      (0..<columns).map { column in Self.cell(row, Int(seed) + 3 * row + column, &generator) }
    }
    problem = DecisionProblem(
      alternatives: (0..<rows).map { "a\($0)" }, criteria: criteria,
      table: PerformanceTable(cells: cells))
    let amounts = (0..<columns).map { _ in Double.random(in: 1...10, using: &generator) }
    weights = try CriterionWeights(criteria: criteria.map(\.id), proportionalTo: amounts)
    let ranges = (0..<columns).map { PerformanceInterval($0 == 0 ? 1 : 0, 1) }
    uncertainty =
      [
        .none, .responseError(sigma: 0.3), .uniform, .ordinal(ranks: Array(1...columns)),
        .responseError(sigma: 0.8), .relativeToTop(ranges),
      ][Int(seed % 6)]
  }

  private static func criterion(
    _ index: Int, _ generator: inout SeededGenerator
  ) throws -> Criterion {
    let isRising = Bool.random(using: &generator)
    let (worst, best) = isRising ? (-1.0, 2.0) : (2.0, -1.0)
    var points = [ValuePoint(level: worst, value: 0), ValuePoint(level: best, value: 1)]
    if Bool.random(using: &generator) {
      let level = Double.random(in: 0.2...0.6, using: &generator)
      points.insert(
        ValuePoint(level: level, value: Double.random(in: 0.3...0.7, using: &generator)), at: 1)
    }
    let function = try PartialValueFunction(
      points: points, direction: isRising ? .higherIsBetter : .lowerIsBetter,
      outside: Int.random(in: 0..<4, using: &generator) == 0 ? .clamp : .extrapolate)
    return try Criterion(
      id: "c\(index)", direction: function.direction, worst: worst, best: best,
      valueFunction: function, branch: "b")
  }

  private static func cell(
    _ row: Int, _ kind: Int, _ generator: inout SeededGenerator
  ) -> PerformanceCell {
    let middle = Double.random(in: 0.3...0.7, using: &generator)
    let half = Double.random(in: 0.05...0.25, using: &generator)
    let (low, high) = (middle - half, middle + half)
    let n = Int.random(in: 20...200, using: &generator)
    if row > 0, Int.random(in: 0..<4, using: &generator) == 0 {
      let isSum = Bool.random(using: &generator)
      return isSum
        ? PerformanceCell(
          .normal(estimate: middle - 0.5, low: low - 0.5, high: high - 0.5),
          baseline: Baseline(alternative: 0, operation: .sum))
        : PerformanceCell(
          .lognormal(estimate: nil, low: 0.4 + low, high: 0.4 + high),
          baseline: Baseline(alternative: row - 1, operation: .ratio))
    }
    switch kind % 10 {
    case 0: return PerformanceCell(.normal(estimate: middle, low: low, high: high))
    case 1: return PerformanceCell(.lognormal(estimate: nil, low: low, high: high))
    case 2: return PerformanceCell(.beta(events: Int(middle * Double(n)), n: n, scale: 1))
    case 3: return PerformanceCell(.beta(events: n % 2 == 0 ? 0 : n, n: n, scale: 1))
    case 4: return PerformanceCell(.betaInterval(estimate: nil, low: low, high: high, scale: 1))
    case 5:
      return PerformanceCell(
        .truncatedNormal(
          estimate: middle, low: low, high: high, floor: middle - half / 2, ceiling: 1,
          matchesMoments: false))
    case 6:
      return PerformanceCell(.triangular(low: low, likely: low + half / 3, high: high))
    case 7: return PerformanceCell(.uniform(low: low, high: high))
    case 8: return PerformanceCell(.exact(middle))
    default: return PerformanceCell(.betaShape(alpha: 0.8, beta: 4, scale: 1))
    }
  }
}
