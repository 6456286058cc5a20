// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension ModelWarnings {
  /// How far the estimate may lie from the centre, as a share of the width of the limits.
  static let offCentre = 0.1
  /// How far an estimate may lie from the implied median, as a share of it.
  static let offMedian = 0.1
  /// How far a mean may lie from its estimate, as a share of the width of the limits.
  static let movedMean = 0.05
  /// How far the shares below the limits may lie from 2.5 % and 97.5 %.
  static let betaResidual = 0.001

  /// Distributions that do not say what the estimate and the limits say.
  ///
  /// Normal: |e - (L + U) / 2| > 0.1 (U - L). Lognormal: the estimate is not within 10 % of
  /// sqrt(L U), and the draws follow the limits. Beta from limits: the fit leaves a residual, or
  /// its mean lies further from the estimate than 0.1 (U - L). Cut normal: the mean of what is left
  /// lies further from the estimate than 0.05 (U - L).
  /// Source: DecisionAnalysis.docc/Distributions.md, "Warnings about a distribution".
  static func ofDistributions(in problem: DecisionProblem) -> [ModelWarning] {
    problem.alternatives.indices.flatMap { row in
      problem.criteria.indices.compactMap { column in
        let distribution = problem.table.cell(row, column).distribution
        if distribution.fault != nil || distribution.isExact { return nil }
        return warning(distribution, problem.reference(row, column))
      }
    }
  }

  private static func warning(
    _ distribution: PerformanceDistribution, _ place: CellReference
  ) -> ModelWarning? {
    switch distribution {
    case .normal(let estimate, let low, let high):
      let isOff = (estimate - (low + high) / 2).magnitude > offCentre * (high - low)
      return isOff ? .estimateOffCentre(place) : nil
    case .lognormal(let estimate?, let low, let high):
      let median = (low * high).squareRoot()
      return (estimate - median).magnitude > offMedian * median ? .estimateOffMedian(place) : nil
    case .betaInterval(let estimate, let low, let high, let scale):
      let fit = BetaFit(low: low / scale, high: high / scale)
      let mean = distribution.marginal.mean
      let isOff = estimate.map { ($0 - mean).magnitude > offCentre * (high - low) } ?? false
      return fit.residual > betaResidual || isOff ? .betaMissesLimits(place) : nil
    case .truncatedNormal(let estimate, let low, let high, _, _, _):
      let marginal = distribution.marginal
      let isOff = (marginal.mean - estimate).magnitude > movedMean * (high - low)
      return isOff ? .meanMovedByCut(place) : nil
    default: return nil
    }
  }
}

extension ModelWarnings {
  /// The share of draws beyond the range above which it is said.
  static let outsideShare = 0.01
  /// How many levels stand for the distribution of a baseline.
  private static let baselineLevels = 64

  /// Levels of which more than 1 % of the draws lie beyond the ends of the range, where the value
  /// function is continued in a straight line (DecisionAnalysis.docc/Warnings.md, "Draws outside
  /// the range").
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
      case .oddsRatio:
        return sum
          + share(
            of: marginal, below: ratio(to: low, base, baseline.scale),
            above: ratio(to: high, base, baseline.scale))
      }
    }
    return bases.isEmpty ? 0 : sum / Double(bases.count)
  }

  /// The odds ratio that leads from a baseline to a level; 0 and infinity beyond the proportions.
  private static func ratio(to level: Double, _ base: Double, _ scale: Double) -> Double {
    if level <= 0 { return 0 }
    guard level < scale, base > 0 else { return .infinity }
    return level / (scale - level) * ((scale - base) / base)
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
      own.map { baseline.level(baseline: base, own: $0) }
    }.sorted()
    if all.count <= baselineLevels { return all }
    return (0..<baselineLevels).map { place in
      all[(2 * place + 1) * all.count / (2 * baselineLevels)]
    }
  }
}
