// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Numbers that are printed as turning a result: rounded so that they lie strictly beyond the tie, on
/// the side where the order has changed.
///
/// Source: DecisionAnalysis.docc/Readings.md, "Numbers that turn a result".
public enum SafeRounding {
  /// What is closer to a whole step than this counts as on it.
  private static let tolerance = 1e-9

  /// The first whole step beyond a tie.
  ///
  /// - Parameters:
  ///   - tie: where the two tie.
  ///   - upwards: whether the order changes above the tie.
  ///   - step: the distance of printed numbers, above zero.
  ///   - low: the smallest number that can be printed.
  ///   - high: the largest.
  /// - Returns: how many steps; nil when it lies outside of the limits.
  public static func steps(
    beyond tie: Double, upwards: Bool, step: Double, low: Double, high: Double
  ) -> Int? {
    let place = tie / step
    let steps =
      upwards
      ? (place + tolerance).rounded(.down) + 1 : (place - tolerance).rounded(.up) - 1
    guard steps.isFinite, steps * step >= low - tolerance * step,
      steps * step <= high + tolerance * step
    else { return nil }
    return Int(steps)
  }

  /// The first whole percent beyond a weight (0...1) at which a result turns.
  public static func percent(beyond weight: Double, upwards: Bool) -> Int? {
    steps(beyond: 100 * weight, upwards: upwards, step: 1, low: 0, high: 100)
  }

  /// The points of a criterion that give it a weight in a question, the other points staying as they
  /// are: t R / (1 - t).
  ///
  /// - Parameters:
  ///   - weight: the weight t, 0...1.
  ///   - others: the sum R of the other points of the question.
  /// - Returns: nil when no number of points gives that weight.
  public static func points(of weight: Double, others: Double) -> Double? {
    guard weight >= 0, weight < 1, others > 0 else { return nil }
    return weight * others / (1 - weight)
  }
}

extension WeightFlip {
  /// The first whole step beyond the flip when all weights together are divided into so many steps:
  /// set to it, the challenger is ahead.
  ///
  /// - Parameter whole: the number of steps, such as 100 for percent.
  /// - Returns: nil when no whole step lies beyond it.
  public func steps(of whole: Int) -> Int? {
    SafeRounding.steps(
      beyond: flipWeight * Double(whole), upwards: direction == .up, step: 1, low: 0,
      high: Double(whole))
  }
}
