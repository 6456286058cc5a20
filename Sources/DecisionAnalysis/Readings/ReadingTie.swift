// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The level of the criterion that the readings differ in at which the two alternatives would tie.
///
/// Source: DecisionAnalysis.docc/Readings.md, "Tie between readings".
public enum ReadingTie {
  /// The level x* of the first alternative at which the margin is zero, all other levels as in one
  /// reading: x* = x - M |R| / (100 w).
  ///
  /// - Parameters:
  ///   - level: the difference in level of that reading, in the unit of the criterion.
  ///   - margin: the margin of that reading, in points.
  ///   - other: the margin of the other reading.
  ///   - weight: the weight of the criterion, 0...1.
  ///   - worst: the level with value 0.
  ///   - best: the level with value 1.
  /// - Returns: nil unless the margins have opposite signs, the criterion has weight and the level
  ///   lies in the range.
  public static func level(
    _ level: Double, margin: Double, other: Double, weight: Double, worst: Double, best: Double
  ) -> Double? {
    guard margin * other < 0, weight > 0 else { return nil }
    let tie = level - margin * (best - worst) / (100 * weight)
    return min(worst, best) <= tie && tie <= max(worst, best) ? tie : nil
  }
}
