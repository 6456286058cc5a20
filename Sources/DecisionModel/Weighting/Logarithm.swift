// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The natural logarithm from basic arithmetic alone, the same bits on every machine.
enum Logarithm {
  /// ln 2 in two parts; the first has so few digits that a whole number times it is exact.
  private static let twoHigh = 0x1.62e42fefap-1
  private static let twoLow = 0x1.cf79abc9e3b3ap-40

  /// The natural logarithm of a positive finite number, to about one unit in the last place;
  /// not a number for anything else.
  ///
  /// Formula: x = m 2^e with m between the roots of 1/2 and 2;
  /// ln x = e ln 2 + 2 (s + s^3/3 + s^5/5 + ...) with s = (m - 1) / (m + 1).
  static func natural(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return .nan }
    var (part, power) = (value.significand, Double(value.exponent))
    if part > 1.414_213_562_373_095_1 { (part, power) = (part / 2, power + 1) }
    let share = (part - 1) / (part + 1)
    let square = share * share
    // |s| is below 0.172: the term after the last one is below 1e-18 of the sum.
    var sum = 0.0
    for odd in stride(from: 23.0, through: 3, by: -2) { sum = (sum + 1 / odd) * square }
    return power * twoHigh + (power * twoLow + (2 * share * sum + 2 * share))
  }
}
