// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// How open the whole order of the alternatives is, in bits.
///
/// -sum p log2 p over all orders, ties being orders of their own. Source: `decision-model.md` 2.5.
enum RankingEntropy {
  /// How many alternatives a code has room for.
  static let mostAlternatives = 16

  /// The ranks (from 0) of up to 16 alternatives as one number.
  static func code(_ ranks: [Int]) -> UInt64 {
    ranks.reduce(0) { $0 << 4 | UInt64($1 & 15) }
  }

  /// The entropy of orders that count by importance; `nil` for more alternatives than fit.
  static func bits(of orders: [(code: UInt64, importance: Double)], alternatives: Int) -> Double? {
    let all = orders.reduce(0) { $0 + $1.importance }
    guard alternatives <= mostAlternatives, all > 0 else { return nil }
    // Sorting by code alone keeps equal codes in the order of the draws, so that sums are the same
    // on every machine.
    let sorted = orders.indices.sorted {
      orders[$0].code == orders[$1].code ? $0 < $1 : orders[$0].code < orders[$1].code
    }
    var bits = 0.0
    var place = 0
    while place < sorted.count {
      let code = orders[sorted[place]].code
      var sum = 0.0
      while place < sorted.count, orders[sorted[place]].code == code {
        sum += orders[sorted[place]].importance
        place += 1
      }
      if sum > 0 { bits -= sum / all * (Numerics.log(sum / all) / Numerics.log(2)) }
    }
    // One certain order gives minus zero.
    return max(0, bits)
  }

  /// The entropy of the order of two alternatives from their pairwise winning indices; `nil` for
  /// more.
  static func bits(ofTwo winning: [[Double]]) -> Double? {
    guard winning.count == 2 else { return nil }
    let (one, other) = (winning[0][1], winning[1][0])
    return bits(of: [(0, one), (1, other), (2, max(0, 1 - one - other))], alternatives: 2)
  }
}
