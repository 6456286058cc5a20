// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A positive reciprocal matrix of judgements: a_ji = 1 / a_ij, a_ii = 1.
struct PairwiseMatrix {
  /// The rows.
  let rows: [[Double]]

  /// The number of criteria.
  var count: Int { rows.count }

  /// The matrix of judgements that have no faults, in the order of the ids.
  init(_ comparisons: [PairwiseComparison], of ids: [String]) {
    var rows = ids.map { _ in ids.map { _ in 1.0 } }
    // Where both directions are given the first one stands: they are reciprocal but for rounding.
    for comparison in comparisons.reversed() {
      guard let i = ids.firstIndex(of: comparison.first),
        let j = ids.firstIndex(of: comparison.second), i != j
      else { continue }
      rows[i][j] = comparison.ratio
      rows[j][i] = 1 / comparison.ratio
    }
    self.rows = rows
  }

  /// The weights by a rule; they sum to 1.
  func weights(_ rule: PriorityRule) -> [Double] {
    switch rule {
    case .geometricMean: geometricMean
    case .eigenvector: eigenvector
    }
  }

  /// The geometric mean of each row, normalised.
  var geometricMean: [Double] {
    PairwiseMatrix.normalised(
      rows.map { row in row.reduce(1) { $0 * NthRoot.of($1, degree: count) } })
  }

  /// The principal eigenvector, normalised, by power iteration until no weight moves by 1e-13, at
  /// most 1000 steps.
  var eigenvector: [Double] {
    var weights = geometricMean
    for _ in 0..<1000 {
      let next = PairwiseMatrix.normalised(product(weights))
      let change = zip(weights, next).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
      weights = next
      if change < 1e-13 { break }
    }
    return weights
  }

  /// The largest eigenvalue: the sum of A w for the normalised principal eigenvector w.
  var largestEigenvalue: Double { product(eigenvector).reduce(0, +) }

  /// The geometric consistency index, 2 / ((n-1)(n-2)) times the sum over i < j of
  /// ln^2(a_ij w_j / w_i) with geometric mean weights (Aguaron and Moreno-Jimenez 2003); nil for
  /// fewer than three criteria.
  var geometricConsistencyIndex: Double? {
    guard count > 2 else { return nil }
    let weights = geometricMean
    var sum = 0.0
    for i in 0..<count {
      for j in (i + 1)..<max(count, i + 1) {
        let error = Numerics.log(rows[i][j] * weights[j] / weights[i])
        sum += error * error
      }
    }
    return 2 / (Double(count - 1) * Double(count - 2)) * sum
  }

  /// The three criteria whose judgements contradict each other most, the argmax over i < j < k of
  /// |ln(a_ij a_jk a_ki)|; nil when none do.
  var worstTriad: [Int]? {
    var (worst, largest) = ([Int]?.none, 1e-9)
    for i in 0..<count {
      for j in (i + 1)..<max(count, i + 1) {
        for k in (j + 1)..<max(count, j + 1) {
          let error = Numerics.log(rows[i][j] * rows[j][k] * rows[k][i]).magnitude
          if error > largest { (worst, largest) = ([i, j, k], error) }
        }
      }
    }
    return worst
  }

  private func product(_ weights: [Double]) -> [Double] {
    rows.map { row in zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  private static func normalised(_ amounts: [Double]) -> [Double] {
    let sum = amounts.reduce(0, +)
    return amounts.map { $0 / sum }
  }
}
