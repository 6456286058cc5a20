// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What the inner loop of the simulation adds up over the draws.
struct KernelSums: Sendable {
  /// The number of draws.
  let counted: Double
  /// The shares of ranks, [alternative][rank]; multiples of 2^-12.
  private(set) var ranks: [Double]
  /// The shares in which the row is above the column, by smoothing the row;
  /// multiples of 2^-12.
  private(set) var above: [Double]
  /// Over the first quarter of the draws: the weights.
  private(set) var weights: [Double]
  /// The weights where an alternative is first, [alternative][criterion].
  private(set) var central: [Double]
  /// The totals.
  private(set) var totals: [Double]
  /// The best total of each set, and the best of the expected totals.
  private(set) var best: [Double]
  /// Over the first quarter of the draws: the totals when every level has its expected value.
  private(set) var expectedTotals: [Double]
  /// Over the first quarter of the draws: the best of them in each set.
  private(set) var bestExpected: [Double]

  init(draws: Int, alternatives m: Int, criteria n: Int, sets: Int, centralWeights: Bool) {
    counted = Double(draws)
    ranks = Array(repeating: 0, count: m * m)
    above = ranks
    weights = Array(repeating: 0, count: n)
    central = Array(repeating: 0, count: centralWeights ? m * n : 0)
    totals = Array(repeating: 0, count: m)
    best = Array(repeating: 0, count: sets)
    bestExpected = best
    expectedTotals = totals
  }

  mutating func add(_ blocks: KernelBlocks) {
    Self.add(blocks.ranks, to: &ranks)
    Self.add(blocks.above, to: &above)
    Self.add(blocks.weights, to: &weights)
    Self.add(blocks.central, to: &central)
    Self.add(blocks.totals, to: &totals)
    Self.add(blocks.best, to: &best)
    Self.add(blocks.expectedTotals, to: &expectedTotals)
    Self.add(blocks.bestExpected, to: &bestExpected)
  }

  /// Fills in the middle of three ranks, which the kernel leaves out.
  mutating func completeRanks() {
    guard totals.count == 3 else { return }
    for i in 0..<3 { ranks[3 * i + 1] = counted - ranks[3 * i] - ranks[3 * i + 2] }
  }

  private static func add(_ blocks: [LaneBlock], to sums: inout [Double]) {
    for index in sums.indices { sums[index] += blocks[index].laneSum }
  }
}
