// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Eight draws side by side.
///
/// Sums run over the criteria lane by lane in a fixed order, so that the width of a machine's
/// registers changes no bit (`decision-model.md` 3.4).
typealias LaneBlock = SIMD16<Float>

extension LaneBlock {
  /// The standard normal distribution function in each lane, to 2e-7.
  ///
  /// Formula: Phi(-x) = (1 + a1 y + ... + a6 y^6)^-16 / 2 with y = x / sqrt(2), x >= 0 (Abramowitz
  /// and Stegun 1964, 7.1.28); no function of the system's library is used.
  @inline(__always)
  static func normalCDF(_ x: LaneBlock) -> LaneBlock {
    let negative = x .< 0
    let y = x.replacing(with: -x, where: negative) * 0.707106781
    var power = LaneBlock(repeating: 0.0000430638)
    power = power * y + 0.0002765672
    power = power * y + 0.0001520143
    power = power * y + 0.0092705272
    power = power * y + 0.0422820123
    power = power * y + 0.0705230784
    power = power * y + 1
    power *= power
    power *= power
    power *= power
    power *= power
    let tail = 0.5 / power
    return (1 - tail).replacing(with: tail, where: negative)
  }

  /// Shares (0...1) as whole multiples of 2^-12, so that up to 4096 of them add up exactly, in any
  /// order.
  @inline(__always)
  var counted: LaneBlock { (self + 3072) - 3072 }

  /// The larger number of each lane.
  @inline(__always)
  static func higher(_ one: LaneBlock, _ other: LaneBlock) -> LaneBlock {
    one.replacing(with: other, where: one .< other)
  }

  /// The lanes added up from the first to the last.
  var laneSum: Double {
    indices.reduce(0) { $0 + Double(self[$1]) }
  }
}
