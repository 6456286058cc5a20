// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A continued fraction b0 + a1 / (b1 + a2 / (b2 + ...)) taken from the front.
///
/// Source: the modified Lentz method, I. J. Thompson and A. R. Barnett, J. Comput. Phys. 64 (1986)
/// 490-509.
struct LentzFraction {
  /// The value of the part taken so far.
  private(set) var value: Double
  private var numeratorRatio: Double
  private var denominatorRatio = 0.0
  private var change = 0.0
  private var count = 0.0

  /// The largest number of terms; parameters of 1e8 need fewer.
  static let longest = 100_000.0

  /// The fraction that is b0 so far.
  init(first: Double) {
    value = first
    numeratorRatio = first
  }

  /// Takes the next a and b.
  mutating func append(numerator: Double, denominator: Double) {
    let below = denominator + numerator * denominatorRatio
    let above = denominator + numerator / numeratorRatio
    // A zero on the way stands for a pole that the next step removes.
    denominatorRatio = 1 / (below == 0 ? 1e-300 : below)
    numeratorRatio = above == 0 ? 1e-300 : above
    change = numeratorRatio * denominatorRatio
    value *= change
    count += 1
  }

  /// Whether the last step has changed nothing but rounding; also after very many steps.
  var isSettled: Bool { (change - 1).magnitude <= 2.5e-16 || count >= Self.longest }
}
