// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension ModelWarnings {
  /// The share of draws beyond the range above which it is said.
  static let outsideShare = 0.01
  /// How many levels stand for the distribution of a baseline.
  private static let baselineLevels = 64

  /// Levels of which more than 1 % of the draws lie beyond the ends of the range, where the value
  /// function is continued in a straight line (`decision-model.md` 2.1).
  static func ofDraws(in problem: DecisionProblem) -> [ModelWarning] {
    problem.alternatives.indices.flatMap { row in
      problem.criteria.enumerated().compactMap { column, criterion in
        outside(row, column, criterion, problem.table) > outsideShare
          ? .drawsOutsideRange(problem.reference(row, column)) : nil
      }
    }
  }

  /// The share of the draws of a level that lies beyond the ends of its range.
  ///
  /// A level with a baseline: the mean over 64 levels of the baseline, those of the middles of 64
  /// parts of equal share.
  static func outside(
    _ row: Int, _ column: Int, _ criterion: Criterion, _ table: PerformanceTable
  ) -> Double {
    let cell = table.cell(row, column)
    let (low, high) = (
      min(criterion.worst, criterion.best), max(criterion.worst, criterion.best)
    )
    guard let baseline = cell.baseline else {
      let distribution = cell.distribution
      if distribution.fault != nil || distribution.isExact { return 0 }
      return share(of: distribution.marginal, below: low, above: high)
    }
    let bases = levels(baseline.alternative, column, table, steps: table.rowCount)
    let marginal = cell.distribution.marginal
    let sum = bases.reduce(0) { sum, base in
      switch baseline.operation {
      case .sum: return sum + share(of: marginal, below: low - base, above: high - base)
      case .ratio:
        // A baseline of zero, or below, has no ratio that could be looked for.
        if base <= 0 { return sum + (low <= 0 && base == 0 ? 0 : 1) }
        return sum + share(of: marginal, below: low / base, above: high / base)
      }
    }
    return bases.isEmpty ? 0 : sum / Double(bases.count)
  }

  private static func share(of marginal: Marginal, below low: Double, above high: Double) -> Double
  {
    if case .point(let level) = marginal { return level < low || level > high ? 1 : 0 }
    return marginal.probability(upTo: low) + (1 - marginal.probability(upTo: high))
  }

  /// Levels that stand for the distribution of a row, each for the same share.
  private static func levels(
    _ row: Int, _ column: Int, _ table: PerformanceTable, steps: Int
  ) -> [Double] {
    let cell = table.cell(row, column)
    let distribution = cell.distribution
    guard steps > 0, distribution.fault == nil else { return [] }
    let own: [Double] =
      if case .point(let level) = distribution.marginal {
        [level]
      } else {
        (0..<baselineLevels).map {
          distribution.marginal.quantile((Double($0) + 0.5) / Double(baselineLevels))
        }
      }
    guard let baseline = cell.baseline else { return own }
    let below = levels(baseline.alternative, column, table, steps: steps - 1)
    let all = below.flatMap { base in
      own.map { baseline.operation == .sum ? base + $0 : base * $0 }
    }.sorted()
    if all.count <= baselineLevels { return all }
    return (0..<baselineLevels).map { place in
      all[(2 * place + 1) * all.count / (2 * baselineLevels)]
    }
  }
}
