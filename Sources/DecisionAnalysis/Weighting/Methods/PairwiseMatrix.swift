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

/// How far pairwise judgements agree with each other.
///
/// The numbers belong to the matrix, not to the rule that makes weights of it: the largest
/// eigenvalue is that of the principal eigenvector also when the weights are geometric means.
public struct PairwiseConsistency: Sendable, Equatable {
  /// The largest eigenvalue of the matrix; the number of criteria when all judgements agree.
  public let largestEigenvalue: Double
  /// The consistency index CI = (largest eigenvalue - n) / (n - 1).
  public let index: Double
  /// The consistency ratio CR = CI / RI(n), RI of `randomIndexTable`; 0 for two criteria, which cannot
  /// contradict each other.
  public let ratio: Double
  /// The largest ratio that is accepted without a warning: 0.05 for three criteria, 0.08 for four,
  /// 0.10 above (Saaty).
  public let ratioLimit: Double
  /// The geometric consistency index; nil for two criteria.
  public let geometricIndex: Double?
  /// The limit of the geometric index: 0.31 for three criteria, 0.35 for four, 0.37 above (Aguaron
  /// and Moreno-Jimenez 2003); nil for two.
  public let geometricLimit: Double?
  /// The three criteria whose judgements contradict each other most; nil when none do.
  public let worstTriad: [String]?

  /// The names of the tables of random indices; each program has another one, so it is printed.
  public var randomIndexTable: String {
    hasLargeMatrix ? "Alonso and Lamata 2006" : "Saaty 1980"
  }

  private let hasLargeMatrix: Bool

  /// The mean index of random matrices of three to ten criteria (Saaty 1980).
  static let randomIndices = [0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49]

  /// The mean index of random matrices of so many criteria, from three on.
  ///
  /// Above ten the mean largest eigenvalue is 2.7699 n - 4.3513 (Alonso and Lamata 2006, Int J Uncertain
  /// Fuzziness Knowl Based Syst 14:445), which holds for any number.
  static func randomIndex(of count: Int) -> Double {
    let n = Double(count)
    return count - 3 < randomIndices.count
      ? randomIndices[count - 3] : (1.7699 * n - 4.3513) / (n - 1)
  }

  /// The ratio above which answers are refused unless they are accepted openly.
  static let refusedAbove = 0.20

  /// Whether the judgements contradict each other more than is accepted without a warning.
  public var isPastLimit: Bool { ratio > ratioLimit }

  /// Whether the judgements contradict each other so much that they are refused unless that is
  /// accepted openly.
  public var isRefused: Bool { ratio > PairwiseConsistency.refusedAbove }

  /// The consistency of a matrix of the criteria.
  init(of matrix: PairwiseMatrix, criteria: [String]) {
    let n = matrix.count
    largestEigenvalue = matrix.largestEigenvalue
    // Rounding may leave a consistent matrix a hair below zero.
    let index = n > 1 ? max(0, (largestEigenvalue - Double(n)) / Double(n - 1)) : 0
    self.index = index
    hasLargeMatrix = n - 3 >= PairwiseConsistency.randomIndices.count
    ratio = n < 3 ? 0 : index / PairwiseConsistency.randomIndex(of: n)
    ratioLimit = n == 3 ? 0.05 : n == 4 ? 0.08 : 0.10
    geometricIndex = matrix.geometricConsistencyIndex
    geometricLimit = geometricIndex.map { _ in n == 3 ? 0.31 : n == 4 ? 0.35 : 0.37 }
    worstTriad = matrix.worstTriad.map { $0.map { criteria[$0] } }
  }
}

extension PairwiseAnswers {
  /// How far the judgements on the criteria agree with each other; nil unless each pair is judged.
  public func consistency(of criteria: [String]) -> PairwiseConsistency? {
    guard criteria.count > 1, comparisonFaults(of: criteria).isEmpty else { return nil }
    return PairwiseConsistency(
      of: PairwiseMatrix(comparisons, of: criteria), criteria: criteria)
  }
}

/// Roots from basic arithmetic alone, the same bits on every machine.
enum NthRoot {
  /// The positive root of degree `degree` of a positive finite number; not a number for anything
  /// else.
  ///
  /// Newton's iteration y -> ((n - 1) y + x / y^(n - 1)) / n from above the root, where every step
  /// comes down until rounding stops it.
  static func of(_ value: Double, degree: Int) -> Double {
    guard value > 0, value.isFinite, degree > 0 else { return .nan }
    if degree == 1 || value == 1 { return value }
    if degree == 2 { return value.squareRoot() }
    let n = Double(degree)
    let power = (Double(value.exponent) + 1) / n
    var root = Double(sign: .plus, exponent: Int(power.rounded(.up)), significand: 1)
    while true {
      var rest = value
      for _ in 1..<degree { rest /= root }
      let next = root + (rest - root) / n
      guard next < root else { return root }
      root = next
    }
  }
}
