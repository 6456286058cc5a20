// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension Numerics {
  /// The polynomial with the coefficients from the constant upward, by Horner's rule.
  ///
  /// The count is part of the type, so that the compiler unrolls the loop.
  @inline(__always)
  static func polynomial<let count: Int>(
    _ coefficients: InlineArray<count, Double>, at x: Double
  ) -> Double {
    var sum = coefficients[count - 1]
    for index in stride(from: count - 2, through: 0, by: -1) {
      sum = coefficients[index] + x * sum
    }
    return sum
  }
}
