// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Weights that were asked on some ranges, for other ranges of the same criteria.
///
/// A weight is the worth of a whole range, so that w / |R| is the worth of one unit and stays.
/// Source: DecisionAnalysis.docc/Elicitation.md, "Answers on another range".
public enum RangeWeights {
  /// The weights on new ranges: w |R_new| / |R_old|, divided by their sum.
  ///
  /// - Parameters:
  ///   - weights: the weights on the old ranges; some of the criteria may be left out.
  ///   - old: the size of the old range of each criterion that is kept, by id.
  ///   - new: the size of the new range, by id.
  /// - Throws: `WeightingError` when nothing with weight is left, or a range is not known.
  public static func carried(
    _ weights: CriterionWeights, from old: [String: Double], to new: [String: Double]
  ) throws(WeightingError) -> CriterionWeights {
    var ids: [String] = []
    var amounts: [Double] = []
    for (id, weight) in zip(weights.criteria, weights.values) {
      guard let before = old[id], let after = new[id] else { continue }
      guard before > 0, after > 0 else { throw .notFinite(id) }
      ids.append(id)
      amounts.append(weight * after / before)
    }
    return try CriterionWeights(
      criteria: ids, proportionalTo: amounts, method: weights.method, notes: weights.notes)
  }

  /// By what a margin in points grows when a question uses its own ranges: S / S_q with S = sum w and
  /// S_q = sum w |R_q| / |R|.
  public static func factor(
    _ weights: CriterionWeights, from old: [String: Double], to new: [String: Double]
  ) -> Double {
    var (all, scaled) = (0.0, 0.0)
    for (id, weight) in zip(weights.criteria, weights.values) {
      guard let before = old[id], let after = new[id], before > 0 else { continue }
      all += weight
      scaled += weight * after / before
    }
    return all / scaled
  }
}

/// How much of a range the evidence fills: a range that is hardly filled is a hidden weight.
///
/// Source: DecisionAnalysis.docc/Readings.md, "Range and fill".
public struct RangeFill: Sendable, Equatable {
  /// The lowest 95 % limit of all alternatives and readings.
  public let low: Double
  /// The highest.
  public let high: Double
  /// The part of the range that they fill, 0...1 when they lie inside.
  public let filled: Double
  /// Whether they lie inside the range.
  public let isInside: Bool

  /// The fill of a range by the limits of some levels; nil without any.
  public init?(worst: Double, best: Double, limits: [PerformanceInterval]) {
    guard let first = limits.first else { return nil }
    low = limits.reduce(first.low) { min($0, $1.low) }
    high = limits.reduce(first.high) { max($0, $1.high) }
    filled = (high - low) / (best - worst).magnitude
    let slack = 1e-9 * (best - worst).magnitude
    isInside = low >= min(worst, best) - slack && high <= max(worst, best) + slack
  }
}
