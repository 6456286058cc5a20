// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The optimum of the linear best-worst model (Rezaei 2016, Omega 64:126), without a solver.
///
/// It minimises xi subject to |w_B - a_Bj w_j| <= xi, |w_j - a_jW w_W| <= xi, sum w = 1, w >= 0.
/// With w_B = 1 and w_W = r the others can be eliminated: xi >= h(r), and each takes its upper bound
/// min((1 + h) / a_Bj, a_jW r + h). The quotient h / S of h and the sum S of all weights is
/// monotone between break points, so that its minimum stands at one of them.
/// Source: `decision-model.md` 2.2, item 6.
struct BestWorstSolution {
  /// The weights of the criteria between the most and the least important, in the order given.
  let others: [Double]
  /// The weight of the most important criterion.
  let most: Double
  /// The weight of the least important criterion.
  let least: Double
  /// The optimal xi: 0 when all comparisons agree.
  let deviation: Double

  /// One branch |1 - c r| / d of the lower bound of xi.
  private struct Branch {
    let c: Double
    let d: Double
  }

  /// The solution for a_BW and the pairs (a_Bj, a_jW) of the other criteria, all of 1...9.
  init(mostToLeast: Double, others pairs: [(fromMost: Double, toLeast: Double)]) {
    let branches =
      [Branch(c: mostToLeast, d: 1)]
      + pairs.map { Branch(c: $0.fromMost * $0.toLeast, d: 1 + $0.fromMost) }
    func bound(_ r: Double) -> Double {
      branches.reduce(0) { max($0, (1 - $1.c * r).magnitude / $1.d) }
    }
    func weights(_ r: Double, _ h: Double) -> [Double] {
      pairs.map { min((1 + h) / $0.fromMost, $0.toLeast * r + h) }
    }
    var (bestLeast, bestBound, bestSum, smallest) = (1 / mostToLeast, 1.0, 1.0, Double.infinity)
    for r in BestWorstSolution.candidates(branches, pairs).sorted() {
      let h = bound(r)
      let sum = weights(r, h).reduce(1 + r, +)
      if h / sum < smallest { (bestLeast, bestBound, bestSum, smallest) = (r, h, sum, h / sum) }
    }
    others = weights(bestLeast, bestBound).map { $0 / bestSum }
    most = 1 / bestSum
    least = bestLeast / bestSum
    deviation = bestBound / bestSum
  }

  /// Every r at which the quotient can bend: zeros of branches, crossings of two branches, and
  /// points where the two upper bounds of a weight are equal.
  private static func candidates(
    _ branches: [Branch], _ pairs: [(fromMost: Double, toLeast: Double)]
  ) -> [Double] {
    var found = branches.map { 1 / $0.c }
    for (place, one) in branches.enumerated() {
      for other in branches[(place + 1)...] {
        found.append((other.d - one.d) / (one.c * other.d - other.c * one.d))
        found.append((other.d + one.d) / (one.c * other.d + other.c * one.d))
      }
      for pair in pairs {
        let product = pair.fromMost * pair.toLeast
        for sign in [1.0, -1] {
          let rise = (pair.fromMost - 1) * sign
          found.append((one.d - rise) / (one.d * product - rise * one.c))
        }
      }
    }
    return found.filter { $0.isFinite && $0 > 0 }
  }
}
