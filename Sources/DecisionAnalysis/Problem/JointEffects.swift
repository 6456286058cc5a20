// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Effects of some rows on one criterion that were estimated together: the logarithms of their own
/// quantities are multivariate normal, as a network meta-analysis gives them.
///
/// The cell of each row holds its marginal, a lognormal distribution. Source:
/// DecisionAnalysis.docc/Distributions.md, "Effects estimated together".
public struct JointEffects: Sendable, Equatable {
  /// The criterion, as a column of the table.
  public let criterion: Int
  /// The rows of the table.
  public let rows: [Int]
  /// The covariance of the logarithms, in the order of the rows.
  public let covariance: [[Double]]
  /// The lower triangle whose product with its transpose is the covariance (Cholesky).
  let root: [[Double]]

  /// Effects with a covariance; nil unless it is symmetric and positive definite.
  public init?(criterion: Int, rows: [Int], covariance: [[Double]]) {
    guard let root = Self.root(of: covariance), root.count == rows.count else { return nil }
    self.criterion = criterion
    self.rows = rows
    self.covariance = covariance
    self.root = root
  }

  /// The same effects at other places of the table; nil when none is left.
  func moved(criterion: Int, rows places: [Int?]) -> JointEffects? {
    let kept = rows.indices.filter { places[$0] != nil }
    return JointEffects(
      criterion: criterion, rows: kept.compactMap { places[$0] },
      covariance: kept.map { one in kept.map { covariance[one][$0] } })
  }

  private static func root(of covariance: [[Double]]) -> [[Double]]? {
    let count = covariance.count
    guard count > 0, covariance.allSatisfy({ $0.count == count && $0.allSatisfy(\.isFinite) })
    else {
      return nil
    }
    var root = Array(repeating: Array(repeating: 0.0, count: count), count: count)
    for i in 0..<count {
      for j in 0...i {
        guard covariance[i][j] == covariance[j][i] else { return nil }
        var rest = covariance[i][j]
        for k in 0..<j { rest -= root[i][k] * root[j][k] }
        if i == j {
          // What is left of the variance vanishes where one effect follows from the others.
          guard rest > 1e-12 * covariance[i][i] else { return nil }
          root[i][i] = rest.squareRoot()
        } else {
          root[i][j] = rest / root[j][j]
        }
      }
    }
    return root
  }

  /// The cell of one of the rows: a lognormal ratio, whose logarithm has this mean.
  public func cell(_ place: Int, logMean: Double, baseline: Baseline) -> PerformanceCell {
    let half = PerformanceDistribution.normalQuantile * covariance[place][place].squareRoot()
    return PerformanceCell(
      .lognormal(
        estimate: Numerics.exp(logMean), low: Numerics.exp(logMean - half),
        high: Numerics.exp(logMean + half)), baseline: baseline)
  }

  /// Draws of the own quantities together, from draws of each by itself.
  ///
  /// - Parameters:
  ///   - own: for each row the draws of its marginal.
  ///   - logs: for each row the mean and the standard deviation of the logarithm.
  func drawn(_ own: [[Double]], logs: [(mean: Double, sd: Double)]) -> [[Double]] {
    let normal = zip(own, logs).map { draws, log in
      draws.map { (Numerics.log($0) - log.mean) / log.sd }
    }
    return own.indices.map { i in
      own[i].indices.map { draw in
        var sum = logs[i].mean
        for j in 0...i { sum += root[i][j] * normal[j][draw] }
        return Numerics.exp(sum)
      }
    }
  }
}
