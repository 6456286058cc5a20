// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The sums of some blocks, lane by lane; single precision holds the shares of up to 4096 exactly.
struct KernelBlocks {
  var ranks: [LaneBlock]
  var above: [LaneBlock]
  var weights: [LaneBlock]
  var central: [LaneBlock]
  var totals: [LaneBlock]
  var best: [LaneBlock]
  var expectedTotals: [LaneBlock]
  var bestExpected: [LaneBlock]

  init(alternatives m: Int, criteria n: Int, sets: Int, centralWeights: Bool) {
    let zero = LaneBlock()
    ranks = Array(repeating: zero, count: m * m)
    above = ranks
    weights = Array(repeating: zero, count: n)
    central = Array(repeating: zero, count: centralWeights ? m * n : 0)
    totals = Array(repeating: zero, count: m)
    best = Array(repeating: zero, count: sets)
    expectedTotals = totals
    bestExpected = best
  }
}
