// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// How far pairwise judgements agree with each other.
///
/// The numbers belong to the matrix, not to the rule that makes weights of it: the largest
/// eigenvalue is that of the principal eigenvector also when the weights are geometric means.
public struct PairwiseConsistency: Sendable, Equatable {
  /// The largest eigenvalue of the matrix; the number of criteria when all judgements agree.
  public let largestEigenvalue: Double
  /// The consistency index CI = (largest eigenvalue - n) / (n - 1).
  public let index: Double
  /// The consistency ratio CR = CI / RI(n), RI of `randomIndexTable`; nil when the table has no
  /// entry, which is so above ten criteria; 0 for two, which cannot contradict each other.
  public let ratio: Double?
  /// The largest ratio that is accepted without a warning: 0.05 for three criteria, 0.08 for four,
  /// 0.10 above (Saaty); nil without a ratio.
  public let ratioLimit: Double?
  /// The geometric consistency index; nil for two criteria.
  public let geometricIndex: Double?
  /// The limit of the geometric index: 0.31 for three criteria, 0.35 for four, 0.37 above (Aguaron
  /// and Moreno-Jimenez 2003); nil for two.
  public let geometricLimit: Double?
  /// The three criteria whose judgements contradict each other most; nil when none do.
  public let worstTriad: [String]?

  /// The name of the table of random indices; each program has another one, so it is printed.
  public static let randomIndexTable = "Saaty 1980"

  /// The mean index of random matrices of three to ten criteria.
  static let randomIndices = [0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49]

  /// The ratio above which answers are refused unless they are accepted openly.
  static let refusedAbove = 0.20

  /// Whether the judgements contradict each other more than is accepted without a warning; without
  /// a ratio the geometric index decides.
  public var isPastLimit: Bool {
    if let ratio, let ratioLimit { return ratio > ratioLimit }
    if let geometricIndex, let geometricLimit { return geometricIndex > geometricLimit }
    return false
  }

  /// Whether the judgements contradict each other so much that they are refused unless that is
  /// accepted openly.
  public var isRefused: Bool { ratio.map { $0 > PairwiseConsistency.refusedAbove } ?? false }

  /// The consistency of a matrix of the criteria.
  init(of matrix: PairwiseMatrix, criteria: [String]) {
    let n = matrix.count
    largestEigenvalue = matrix.largestEigenvalue
    // Rounding may leave a consistent matrix a hair below zero.
    let index = n > 1 ? max(0, (largestEigenvalue - Double(n)) / Double(n - 1)) : 0
    self.index = index
    let table = PairwiseConsistency.randomIndices
    ratio = n < 3 ? 0 : n - 3 < table.count ? index / table[n - 3] : nil
    ratioLimit = ratio.map { _ in n == 3 ? 0.05 : n == 4 ? 0.08 : 0.10 }
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
