// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Makes the shares of each rank add up to 1 as well as those of each alternative.
///
/// Each row comes from its own smoothing, so that columns are off by the numeric error. Rows and
/// columns are divided by their sums in turn (Sinkhorn and Knopp 1967, Pacific J Math 21:343).
enum RankBalancing {
  static func balanced(_ shares: [[Double]]) -> [[Double]] {
    var shares = shares
    let count = shares.count
    for _ in 0..<20 {
      for rank in 0..<count {
        let sum = shares.reduce(0) { $0 + $1[rank] }
        guard sum > 0 else { return shares }
        for row in 0..<count { shares[row][rank] /= sum }
      }
      for row in 0..<count {
        let sum = shares[row].reduce(0, +)
        guard sum > 0 else { return shares }
        for rank in 0..<count { shares[row][rank] /= sum }
      }
    }
    return shares
  }
}
