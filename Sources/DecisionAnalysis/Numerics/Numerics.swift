// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Elementary and special functions made from + - * / and the square root only.
///
/// These five operations give the same bits on every machine; the functions of the system's
/// mathematical library do not (`decision-model.md` 3.4). Nothing here traps: an argument outside
/// the domain of a function gives "not a number".
public enum Numerics {
  /// ln 2 cut to 32 bits, so that its products with small whole numbers are exact.
  static let ln2High = 6.93147180369123816490e-01
  /// ln 2 minus `ln2High`.
  static let ln2Low = 1.90821492927058770002e-10
  /// ln sqrt(2 pi).
  static let lnRootTwoPi = 0.9189385332046727418
  /// 1 / sqrt(2 pi).
  static let inverseRootTwoPi = 0.3989422804014326779

  /// The whole number nearest to a number of magnitude below 2^51.
  ///
  /// Adding 1.5 * 2^52 leaves no bits for the fraction.
  static func nearestWhole(_ x: Double) -> Double {
    (x + 6_755_399_441_055_744) - 6_755_399_441_055_744
  }

  /// 2^exponent for exponents of normal numbers, -1022...1023.
  static func powerOfTwo(_ exponent: Int) -> Double {
    Double(bitPattern: UInt64(bitPattern: Int64(exponent + 1023)) << 52)
  }
}
