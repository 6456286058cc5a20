// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Makes the shares of each rank add up to 1 as well as those of each alternative.
///
/// Each row comes from its own smoothing, so that columns are off by the numeric error. Rows and
/// columns are divided by their sums in turn (Sinkhorn and Knopp 1967, Pacific J Math 21:343).
enum RankBalancing {
  static func balanced(_ shares: [[Double]]) -> [[Double]] {
    let count = shares.count
    // Row by row in one piece, which takes a fraction of the time.
    var flat = shares.flatMap { $0 }
    for _ in 0..<20 {
      for (across, along) in [(1, count), (count, 1)] {
        for line in 0..<count {
          var sum = 0.0
          for place in 0..<count { sum += flat[line * across + place * along] }
          guard sum > 0 else { return rows(flat, count) }
          for place in 0..<count { flat[line * across + place * along] /= sum }
        }
      }
    }
    return rows(flat, count)
  }

  private static func rows(_ flat: [Double], _ count: Int) -> [[Double]] {
    (0..<count).map { Array(flat[($0 * count)..<(($0 + 1) * count)]) }
  }
}
