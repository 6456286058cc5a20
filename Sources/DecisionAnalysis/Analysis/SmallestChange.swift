// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The smallest change of all weights together that makes two alternatives tie.
///
/// With d_j = v_aj - v_bj, e = d - mean(d), D = V_a - V_b: w' = w - (D / |e|^2) e, at the Euclidean
/// distance |D| / |e|. Source: DecisionAnalysis.docc/Sensitivity.md, "Smallest change of all
/// weights".
public struct SmallestChange: Sendable, Equatable {
  /// The distance between the weights of now and those of the tie; a lower bound when the latter
  /// are not attainable.
  public let size: Double
  /// The weights of the tie, in the order of the criteria; they sum to 1.
  public let weights: [Double]
  /// Whether no weight had to fall below zero.
  public let isAttainable: Bool

  /// The change between two alternatives (indices); `nil` when they differ by the same value on
  /// every criterion, so that weights do not matter.
  public init?(in model: AdditiveModel, between first: Int, and second: Int) {
    let count = model.weights.count
    var centred: [Double] = []
    centred.reserveCapacity(count)
    var (sum, lead) = (0.0, 0.0)
    for column in model.weights.indices {
      let difference = model.value(first, column) - model.value(second, column)
      centred.append(difference)
      sum += difference
      lead += model.weights[column] * difference
    }
    let mean = sum / Double(count)
    var squares = 0.0
    for column in centred.indices {
      centred[column] -= mean
      squares += centred[column] * centred[column]
    }
    let length = squares.squareRoot()
    guard length > WeightFlips.smallest else { return nil }
    size = lead.magnitude / length
    weights = model.weights.indices.map { column in
      model.weights[column] - lead / length * (centred[column] / length)
    }
    isAttainable = weights.allSatisfy { $0 >= 0 }
  }
}
