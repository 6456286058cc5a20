// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The smallest change of all weights together that makes two alternatives tie.
///
/// With d_j = v_aj - v_bj, e = d - mean(d), D = V_a - V_b: w' = w - (D / |e|^2) e, at the Euclidean
/// distance |D| / |e|. Source: `decision-model.md` 2.6.
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
    let differences = zip(model.values[first], model.values[second]).map { $0 - $1 }
    let mean = differences.reduce(0, +) / Double(differences.count)
    let centred = differences.map { $0 - mean }
    let length = AdditiveModel.sum(of: centred, times: centred).squareRoot()
    guard length > WeightFlips.smallest else { return nil }
    let lead = AdditiveModel.sum(of: model.weights, times: differences)
    size = lead.magnitude / length
    weights = zip(model.weights, centred).map { $0 - lead / length * ($1 / length) }
    isAttainable = weights.allSatisfy { $0 >= 0 }
  }
}
