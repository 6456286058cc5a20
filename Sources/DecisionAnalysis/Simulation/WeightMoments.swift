// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The mean and the standard deviation of each weight over all draws of a simulation.
public struct WeightMoments: Sendable, Equatable {
  /// The expected weights, in the order of the criteria; they sum to 1.
  public let means: [Double]
  /// The standard deviations, in the same order.
  public let deviations: [Double]
}

extension SamplePlan {
  /// What the weights of the draws are like: a clinician reads from it how unsure the weights are
  /// taken to be.
  ///
  /// - Throws: `AnalysisError.weightsDoNotFit` as `simulate(_:)`.
  public func moments(
    of weights: CriterionWeights, uncertainty: WeightUncertainty
  ) throws(AnalysisError) -> WeightMoments {
    let columns = weights.criteria.compactMap { id in
      problem.criteria.firstIndex { $0.id == id }
    }
    guard columns.count == weights.criteria.count, uncertainty.fits(columns.count) else {
      throw .weightsDoNotFit
    }
    let draws = WeightDraws(
      self, criteria: columns, weights: weights.values, uncertainty: uncertainty)
    return draws.moments(blocks: points / LaneBlock.scalarCount)
  }
}

extension WeightDraws {
  /// Sums of shares and of their squares, draw by draw in double precision.
  func moments(blocks: Int) -> WeightMoments {
    var counted = 0.0
    var sums = columns.map { _ in 0.0 }
    var squares = sums
    for block in 0..<blocks {
      for lane in 0..<LaneBlock.scalarCount {
        let row = block * stride
        let amounts = zip(columns, scale).map { Double(table[row + $0][lane]) * Double($1) }
        let all = amounts.reduce(0, +)
        guard all > 0 else { continue }
        counted += 1
        for (index, amount) in amounts.enumerated() {
          let share = amount / all
          sums[index] += share
          squares[index] += share * share
        }
      }
    }
    let means = sums.map { $0 / counted }
    return WeightMoments(
      means: means,
      deviations: zip(squares, means).map { max(0, $0 / counted - $1 * $1).squareRoot() })
  }
}
