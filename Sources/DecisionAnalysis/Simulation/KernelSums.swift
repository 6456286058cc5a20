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

/// What a sum over the criteria is made of, for all alternatives one after the other.
struct KernelTerms: Sendable {
  /// A value that is the same in each draw, times the weight of a criterion.
  struct Fixed: Sendable {
    let criterion: Int
    let value: Float
  }

  /// A column of values, times the weight of a criterion.
  struct Drawn: Sendable {
    let criterion: Int
    let column: Int
  }

  private(set) var fixed: [Fixed] = []
  private(set) var fixedEnds: [Int] = []
  private(set) var drawn: [Drawn] = []
  private(set) var drawnEnds: [Int] = []

  /// Adds the terms of the next alternative.
  mutating func append(fixed more: [Fixed], drawn others: [Drawn] = []) {
    // A value of zero adds nothing.
    fixed += more.filter { $0.value != 0 }
    drawn += others
    fixedEnds.append(fixed.count)
    drawnEnds.append(drawn.count)
  }

  /// The sum for an alternative in one block of draws.
  @inline(__always)
  func sum(
    _ alternative: Int, _ weights: Span<LaneBlock>, _ samples: Span<LaneBlock>, _ row: Int
  ) -> LaneBlock {
    var sum = LaneBlock()
    let fixed = self.fixed.span
    for index in (alternative == 0 ? 0 : fixedEnds[alternative - 1])..<fixedEnds[alternative] {
      sum += weights[fixed[index].criterion] * fixed[index].value
    }
    let drawn = self.drawn.span
    for index in (alternative == 0 ? 0 : drawnEnds[alternative - 1])..<drawnEnds[alternative] {
      sum += weights[drawn[index].criterion] * samples[row + drawn[index].column]
    }
    return sum
  }

  /// The sum over the values that are the same in each draw, times squared weights.
  @inline(__always)
  func sumOfSquares(_ alternative: Int, _ weights: Span<LaneBlock>) -> LaneBlock {
    var sum = LaneBlock()
    let fixed = self.fixed.span
    for index in (alternative == 0 ? 0 : fixedEnds[alternative - 1])..<fixedEnds[alternative] {
      let weight = weights[fixed[index].criterion]
      sum += weight * weight * fixed[index].value
    }
    return sum
  }
}

/// Sixteen draws side by side.
///
/// Sums run over the criteria lane by lane in a fixed order, so that the width of a machine's
/// registers changes no bit (DecisionAnalysis.docc/Numerics.md, "The same bits").
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
