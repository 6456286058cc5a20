// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Roots from basic arithmetic alone, the same bits on every machine.
enum NthRoot {
  /// The positive root of degree `degree` of a positive finite number; not a number for anything
  /// else.
  ///
  /// Newton's iteration y -> ((n - 1) y + x / y^(n - 1)) / n from above the root, where every step
  /// comes down until rounding stops it.
  static func of(_ value: Double, degree: Int) -> Double {
    guard value > 0, value.isFinite, degree > 0 else { return .nan }
    if degree == 1 || value == 1 { return value }
    if degree == 2 { return value.squareRoot() }
    let n = Double(degree)
    let power = (Double(value.exponent) + 1) / n
    var root = Double(sign: .plus, exponent: Int(power.rounded(.up)), significand: 1)
    while true {
      var rest = value
      for _ in 1..<degree { rest /= root }
      let next = root + (rest - root) / n
      guard next < root else { return root }
      root = next
    }
  }
}
