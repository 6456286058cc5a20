// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Independent totals that are normal, or fixed: rank shares, wins and expected best in one
/// dimension, by quadrature.
///
/// b_i^r = integral of the density of i times the Poisson-binomial share of r - 1 others above.
/// Source: DecisionAnalysis.docc/Simulation.md, "Normal totals".
public struct NormalTotals: Sendable, Equatable {
  /// The means of the totals.
  public let means: [Double]
  /// The standard deviations; 0 for a total without uncertainty.
  public let deviations: [Double]

  /// The groups (indices) of fixed totals that are equal.
  let twins: [[Int]]

  /// Totals from their means and standard deviations, one of each for each alternative.
  public init(means: [Double], deviations: [Double]) {
    let twins = TiedRanks.groups(means.count) { one, other in
      deviations[one] == 0 && deviations[other] == 0
        && (means[one] - means[other]).magnitude <= WeightFlips.smallest
    }
    // Fixed totals that are equal but for rounding are one number.
    var settled = means
    for group in twins { for member in group { settled[member] = means[group[0]] } }
    self.means = settled
    self.deviations = deviations
    self.twins = twins
  }

  /// The share of each rank as [alternative][rank], to about 1e-12; equal fixed totals share their
  /// ranks in equal parts.
  public var rankAcceptability: [[Double]] {
    TiedRanks.shared(betterRanks, by: twins)
  }

  private var betterRanks: [[Double]] {
    means.indices.map { i in
      guard deviations[i] > 0 else { return shares(above: means[i], leavingOut: i) }
      var sums = Array(repeating: 0.0, count: means.count)
      let (mean, sd) = (means[i], deviations[i])
      forEachNode(in: Array(means.indices)) { level, weight in
        let density = Numerics.normalDensity((level - mean) / sd) / sd
        guard density > 0 else { return }
        for (rank, share) in shares(above: level, leavingOut: i).enumerated() {
          sums[rank] += weight * density * share
        }
      }
      let all = sums.reduce(0, +)
      return sums.map { $0 / all }
    }
  }

  /// The share in which the row is above the column, strictly; 0 on the diagonal.
  public var pairwiseWinning: [[Double]] {
    means.indices.map { i in
      means.indices.map { k in
        if i == k { return 0 }
        let sd = (deviations[i] * deviations[i] + deviations[k] * deviations[k]).squareRoot()
        let lead = means[i] - means[k]
        return sd > 0 ? Numerics.normalCDF(lead / sd) : (lead > 0 ? 1 : 0)
      }
    }
  }

  /// The expected highest total of some alternatives (indices), at least one.
  ///
  /// Two: M_b + s L((M_b - M_a) / s) with the unit normal loss L; more: c + integral of
  /// 1 - product of the distribution functions above c, less that of the product below.
  public func expectedHighest(of members: [Int]) -> Double {
    if members.count == 2 {
      let (a, b) = (members[0], members[1])
      let sd = (deviations[a] * deviations[a] + deviations[b] * deviations[b]).squareRoot()
      let (high, low) = (max(means[a], means[b]), min(means[a], means[b]))
      return sd > 0 ? high + sd * Numerics.unitNormalLoss((high - low) / sd) : high
    }
    let start = members.reduce(-Double.infinity) { max($0, means[$1]) }
    var sum = start
    forEachNode(in: members, cutAt: start) { level, weight in
      let below = members.reduce(1) { $0 * share(of: $1, upTo: level) }
      sum += weight * (level > start ? 1 - below : -below)
    }
    return sum
  }

  /// The expected highest total less the highest expected one, for some alternatives (indices).
  public func perfectInformation(of members: [Int]) -> Double {
    let highest = members.reduce(-Double.infinity) { max($0, means[$1]) }
    return max(0, expectedHighest(of: members) - highest)
  }

  private func share(of alternative: Int, upTo level: Double) -> Double {
    let sd = deviations[alternative]
    if sd > 0 { return Numerics.normalCDF((level - means[alternative]) / sd) }
    return means[alternative] <= level ? 1 : 0
  }

  /// The shares in which none, one, two and more others are above a level.
  private func shares(above level: Double, leavingOut own: Int) -> [Double] {
    var shares = Array(repeating: 0.0, count: means.count)
    shares[0] = 1
    var others = 0
    for k in means.indices where k != own {
      let lower = share(of: k, upTo: level)
      others += 1
      for rank in stride(from: others, to: 0, by: -1) {
        shares[rank] = shares[rank] * lower + shares[rank - 1] * (1 - lower)
      }
      shares[0] *= lower
    }
    return shares
  }

  /// Sixteen-point Gauss-Legendre nodes on panels between the landmarks of the distributions.
  private func forEachNode(
    in members: [Int], cutAt cut: Double? = nil, _ body: (Double, Double) -> Void
  ) {
    var cuts = members.flatMap { k in
      GaussLegendre.landmarks.map { means[k] + deviations[k] * $0 }
    }
    if let cut { cuts.append(cut) }
    cuts.sort()
    for (low, high) in zip(cuts, cuts.dropFirst()) where high > low {
      let (middle, half) = ((low + high) / 2, (high - low) / 2)
      for (node, weight) in GaussLegendre.rule {
        body(middle - half * node, half * weight)
        body(middle + half * node, half * weight)
      }
    }
  }
}

extension NormalTotals {
  /// The totals of some alternatives at fixed weights; `nil` unless each unsure cell that counts is
  /// normal and stands alone.
  init?(_ plan: SamplePlan, alternatives rows: [Int], criteria columns: [Int], _ weights: [Double])
  {
    var means: [Double] = []
    var deviations: [Double] = []
    for row in rows {
      var mean = 0.0
      var variance = 0.0
      for (column, weight) in zip(columns, weights) where weight > 0 {
        guard let value = Self.value(plan.problem, row, column) else { return nil }
        mean += weight * value.mean
        variance += weight * weight * value.sd * value.sd
      }
      means.append(mean)
      deviations.append(variance.squareRoot())
    }
    self.init(means: means, deviations: deviations)
  }

  private static func value(
    _ problem: DecisionProblem, _ row: Int, _ column: Int
  ) -> (mean: Double, sd: Double)? {
    let table = problem.table
    let cell = table.cell(row, column)
    let function = problem.criteria[column].valueFunction
    let isStoodOn = (0..<table.rowCount).contains {
      table.cell($0, column).baseline?.alternative == row
    }
    if cell.distribution.isExact, cell.baseline == nil {
      return (function.value(at: cell.distribution.estimate), 0)
    }
    guard case .normal(let mean, let sd) = cell.distribution.marginal, cell.baseline == nil,
      !isStoodOn, function.points.count == 2, function.outside == .extrapolate
    else { return nil }
    let slope =
      (function.points[1].value - function.points[0].value)
      / (function.points[1].level - function.points[0].level)
    return (function.value(at: mean), (slope * sd).magnitude)
  }

  /// The totals as the result of a simulation without draws; only the entropy of more than two
  /// alternatives is counted over draws, and left out unless it is asked for.
  func result(
    _ ids: [String], _ weights: CriterionWeights, _ plan: SamplePlan, rows: [Int], columns: [Int],
    sets: [[String]], places: [[Int]], entropy: Bool
  ) -> SimulationResult {
    let ranks = rankAcceptability
    let byCriterion = columns.enumerated().map { index, column in
      let weight = weights.values[index]
      return NormalTotals(
        means: means,
        deviations: rows.map { weight * (Self.value(plan.problem, $0, column)?.sd ?? 0) })
    }
    return SimulationResult(
      alternatives: ids, criteria: weights.criteria, rankAcceptability: ranks,
      pairwiseWinning: pairwiseWinning, meanTotals: means, meanWeights: weights.values,
      centralWeights: ranks.map { $0[0] > 0 ? weights.values : nil },
      confidenceFactors: ranks.map { $0[0] > 0 ? $0[0] : nil },
      valueOfInformation: zip(sets, places).map { set, members in
        let perfect = perfectInformation(of: members)
        return ValueOfInformation(
          alternatives: set, perfect: perfect, preferences: 0, evidence: perfect,
          evidenceByCriterion: byCriterion.map { $0.perfectInformation(of: members) })
      }, method: .quadrature, numericError: 1e-9,
      rankingEntropy: entropy
        ? orderEntropy(weights, plan, rows, columns) : nil)
  }

  private func orderEntropy(
    _ weights: CriterionWeights, _ plan: SamplePlan, _ rows: [Int], _ columns: [Int]
  ) -> Double? {
    let strict =
      RankingEntropy.bits(ofTwo: pairwiseWinning) ?? drawn(weights, plan, rows, columns)
    return strict.map { $0 + RankingEntropy.bits(ofTwins: twins) }
  }

  private func drawn(
    _ weights: CriterionWeights, _ plan: SamplePlan, _ rows: [Int], _ columns: [Int]
  ) -> Double? {
    RankKernel(
      plan, alternatives: rows, criteria: columns, typical: weights.values,
      weights: WeightDraws(fixed: weights.values), sets: [], wantsCentralWeights: false
    ).rankingEntropy()
  }
}

/// The sixteen-point Gauss-Legendre rule on -1...1, its positive half.
enum GaussLegendre {
  /// Nodes and weights.
  static let rule: [(node: Double, weight: Double)] = [
    (0.09501250983763744, 0.18945061045506864),
    (0.2816035507792589, 0.18260341504492364),
    (0.45801677765722737, 0.16915651939500265),
    (0.6178762444026438, 0.1495959888165767),
    (0.755404408355003, 0.12462897125553407),
    (0.8656312023878318, 0.0951585116824926),
    (0.9445750230732326, 0.062253523938647456),
    (0.9894009349916499, 0.027152459411754176),
  ]
  /// Where panels end, in standard deviations from a mean.
  static let landmarks: [Double] = [
    -9, -7, -5.5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5.5, 7, 9,
  ]
}
