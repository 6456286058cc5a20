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
  /// lies further from the estimate than 0.05 (U - L), or there is no such distribution.
  /// Source: `decision-model.md` 2.4.
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
      if case .point = marginal { return .meanMovedByCut(place) }
      let isOff = (marginal.mean - estimate).magnitude > movedMean * (high - low)
      return isOff ? .meanMovedByCut(place) : nil
    default: return nil
    }
  }
}
