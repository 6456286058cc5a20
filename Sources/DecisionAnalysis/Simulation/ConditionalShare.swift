// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The distribution function of one cell's value, tabulated: what stands in for sampling the cell.
///
/// The share of the nearest of 2048 nodes is taken: off by at most half the share of one node in a
/// draw, to either side alike, which leaves less than 1e-5 over all draws.
struct ConditionalShare: Sendable {
  /// How many nodes there are.
  static let nodes = 2048
  /// The value of the first node.
  let low: Float
  /// Nodes per unit of value.
  let nodesPerValue: Float
  /// The share above each node.
  let above: [Float]

  /// The table of a value that rises or falls with a level.
  ///
  /// - Parameters:
  ///   - marginal: the distribution of the level.
  ///   - rising: whether the value rises with the level.
  ///   - range: the values at the two ends, the low one first.
  ///   - level: the level of a value.
  init(
    _ marginal: Marginal, rising: Bool, range: PerformanceInterval, level: (Double) -> Double
  ) {
    let last = Double(Self.nodes - 1)
    let width = range.high - range.low
    low = Float(range.low)
    nodesPerValue = Float(last / width)
    func share(_ node: Int) -> Double {
      marginal.probability(upTo: level(range.low + width * Double(node) / last))
    }
    let shares =
      marginal.isCostly ? Self.interpolated(share) : (0..<Self.nodes).map(share)
    above = shares.map { Float(rising ? 1 - $0 : $0) }
  }

  /// Every eighth share is computed; those between follow by cubic polynomials.
  private static func interpolated(_ share: (Int) -> Double) -> [Double] {
    let step = 8
    let exact = stride(from: 0, to: nodes + step, by: step).map(share)
    return (0..<nodes).map { node in
      let start = min(max(node / step - 1, 0), exact.count - 4)
      let t = Double(node) / Double(step) - Double(start)
      let (a, b, c, d) = (exact[start], exact[start + 1], exact[start + 2], exact[start + 3])
      let value =
        -a * (t - 1) * (t - 2) * (t - 3) / 6 + b * t * (t - 2) * (t - 3) / 2
        - c * t * (t - 1) * (t - 3) / 2 + d * t * (t - 1) * (t - 2) / 6
      return min(1, max(0, value))
    }
  }

  /// The share above a value in each lane; `node` is the value in nodes from the first.
  @inline(__always)
  static func above(_ tables: Span<Float>, _ first: Int, at node: LaneBlock) -> LaneBlock {
    let last = Float(nodes - 1)
    let low = LaneBlock.higher(node, LaneBlock())
    let inside = low.replacing(with: last, where: low .> last)
    // Adding 2^23 rounds and leaves the whole part in the low bits.
    let shifted = inside + 8_388_608
    return LaneBlock(
      lowHalf: SIMD8(
        lowHalf: four(shifted.lowHalf.lowHalf, tables, first),
        highHalf: four(shifted.lowHalf.highHalf, tables, first)),
      highHalf: SIMD8(
        lowHalf: four(shifted.highHalf.lowHalf, tables, first),
        highHalf: four(shifted.highHalf.highHalf, tables, first)))
  }

  /// Four lanes at a time stay in one register.
  @inline(__always)
  private static func four(
    _ shifted: SIMD4<Float>, _ tables: Span<Float>, _ first: Int
  ) -> SIMD4<Float> {
    SIMD4(
      tables[first + Int(shifted[0].bitPattern & 2047)],
      tables[first + Int(shifted[1].bitPattern & 2047)],
      tables[first + Int(shifted[2].bitPattern & 2047)],
      tables[first + Int(shifted[3].bitPattern & 2047)])
  }
}
