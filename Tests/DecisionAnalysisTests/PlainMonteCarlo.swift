// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport

/// The shares of a simulation by drawing and counting, without lattice, smoothing or single precision.
struct PlainMonteCarlo {
  /// Shares of ranks as [alternative][rank].
  private(set) var ranks: [[Double]]
  /// Shares in which the row is above the column.
  private(set) var winning: [[Double]]

  /// Levels are picked from this many equally likely quantiles of each distribution.
  private static let quantiles = 1024

  init(
    _ problem: DecisionProblem, _ weights: [Double], _ uncertainty: WeightUncertainty, draws: Int,
    seed: UInt64
  ) {
    var generator = SeededGenerator(seed: seed)
    let (m, n) = (problem.alternatives.count, problem.criteria.count)
    let places = (0..<Self.quantiles).map { (Double($0) + 0.5) / Double(Self.quantiles) }
    let normal = places.map { Numerics.normalQuantile($0) }
    let levels = (0..<m).map { row in
      (0..<n).map { column in
        let marginal = problem.table.cell(row, column).distribution.marginal
        return places.map { marginal.quantile($0) }
      }
    }
    var rankCounts = [Int](repeating: 0, count: m * m)
    var wins = rankCounts
    var totals = [Double](repeating: 0, count: m)
    var drawn = totals
    for _ in 0..<draws {
      let drawnWeights = Self.draw(weights, uncertainty, normal, &generator)
      for row in 0..<m { totals[row] = 0 }
      for column in 0..<n {
        let function = problem.criteria[column].valueFunction
        // Rows stand only on rows before them.
        for row in 0..<m {
          var level = levels[row][column][Int(generator.next() % UInt64(Self.quantiles))]
          if let baseline = problem.table.cells[row][column].baseline {
            let below = drawn[baseline.alternative]
            level = baseline.operation == .sum ? below + level : below * level
          }
          drawn[row] = level
          totals[row] += drawnWeights[column] * function.value(at: level)
        }
      }
      for row in 0..<m {
        var rank = 0
        for other in 0..<m where other != row {
          if totals[other] > totals[row] { rank += 1 }
          if totals[row] > totals[other] { wins[row * m + other] += 1 }
        }
        rankCounts[row * m + rank] += 1
      }
    }
    func shares(_ counts: [Int]) -> [[Double]] {
      (0..<m).map { row in (0..<m).map { Double(counts[row * m + $0]) / Double(draws) } }
    }
    ranks = shares(rankCounts)
    winning = shares(wins)
  }

  /// Weights of one draw, up to a factor.
  private static func draw(
    _ weights: [Double], _ uncertainty: WeightUncertainty, _ normal: [Double],
    _ generator: inout SeededGenerator
  ) -> [Double] {
    switch uncertainty {
    case .responseError(let sigma):
      return weights.map {
        $0 * Numerics.exp(sigma * normal[Int(generator.next() % UInt64(normal.count))])
      }
    case .uniform:
      return weights.map { _ in
        -Numerics.log(Double.random(in: Double.leastNormalMagnitude...1, using: &generator))
      }
    case .ordinal(let ranks):
      let sorted = weights.map { _ in
        -Numerics.log(Double.random(in: Double.leastNormalMagnitude...1, using: &generator))
      }.sorted(by: >)
      return ranks.map { sorted[$0 - 1] }
    case .relativeToTop(let ranges):
      // Only ranges 0...1: the first criterion has the largest of weights uniform on the simplex.
      var drawn = ranges.map { _ in
        -Numerics.log(Double.random(in: Double.leastNormalMagnitude...1, using: &generator))
      }
      let largest = drawn.indices.reduce(0) { drawn[$1] > drawn[$0] ? $1 : $0 }
      drawn.swapAt(0, largest)
      return drawn
    default:
      return weights
    }
  }
}
