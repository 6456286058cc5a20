// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension RankKernel {
  /// The entropy of the order of all alternatives, in bits, over the sampled totals.
  ///
  /// Nothing is smoothed, so that it is less exact than the shares: to about 0.02 bits.
  func rankingEntropy() -> Double? {
    guard alternatives <= RankingEntropy.mostAlternatives else { return nil }
    var orders: [(code: UInt64, importance: Double)] = []
    orders.reserveCapacity(blocks * LaneBlock.scalarCount)
    let samples = self.samples.span
    for block in 0..<blocks {
      let weightRow = block * weights.stride
      let weight = (0..<criteria).map {
        weights.table[weightRow + weights.columns[$0]] * weights.scale[$0]
      }
      let totals = (0..<alternatives).map {
        total($0, weight.span, samples, block * columnCount)
      }
      var codes = SIMD16<UInt64>()
      for own in totals {
        var rank = SIMD16<Int32>()
        for other in totals {
          rank = rank.replacing(with: rank &+ 1, where: other .> own)
        }
        codes = codes &<< 4 | SIMD16<UInt64>(truncatingIfNeeded: rank)
      }
      for lane in 0..<LaneBlock.scalarCount {
        orders.append((codes[lane], 1))
      }
    }
    return RankingEntropy.bits(of: orders, alternatives: alternatives)
  }

  /// The sampled total of an alternative in one block of draws, up to the sum of the weights.
  private func total(
    _ k: Int, _ weight: Span<LaneBlock>, _ samples: Span<LaneBlock>, _ row: Int
  ) -> LaneBlock {
    let here = location.sum(k, weight, samples, row)
    switch smoothing[k] {
    case .step:
      return here
    case .normal(let column):
      let sd = variance.sumOfSquares(k, weight).squareRoot()
      return here + sd * samples[row + column]
    case .table(let criterion, let column, let baseColumn, _, _, _):
      var own = samples[row + column]
      if let baseColumn { own -= samples[row + baseColumn] }
      return here + weight[criterion] * own
    }
  }
}
