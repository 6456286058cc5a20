// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Looks for weights that may mislead.
struct WeightGuards {
  let request: AnalysisRequest

  init(_ request: AnalysisRequest) { self.request = request }

  private var weights: CriterionWeights { request.weighting.weights }

  /// The warnings.
  var warnings: [AnalysisWarning] {
    var found: [AnalysisWarning] = []
    if weights.method == .notElicited { found.append(AnalysisWarning(.notElicited)) }
    if !request.weighting.hasRanges { found.append(AnalysisWarning(.weightsWithoutRanges)) }
    if !isInsideUncertainty { found.append(AnalysisWarning(.weightsOutsideUncertainty)) }
    let steps = [request.weighting.branches ?? weights] + request.weighting.inside.map(\.weights)
    for step in steps {
      if case .pairwise(let consistency)? = step.consistency, consistency.isPastLimit {
        found.append(
          AnalysisWarning(.comparisonsContradict, criteria: consistency.worstTriad ?? []))
      }
    }
    return found + splitting
  }

  /// Branches that may owe their weight to the number of their criteria; not where the branches
  /// were weighed themselves.
  private var splitting: [AnalysisWarning] {
    guard request.weighting.branches == nil else { return [] }
    return ModelWarnings.splitBranches(weights, request.problem.criteria)
      .compactMap { AnalysisWarning($0) }
  }

  /// Whether the weights keep the order or the ratios that their uncertainty states, to within
  /// rounding.
  private var isInsideUncertainty: Bool {
    let values = weights.values
    let top = values.reduce(0) { max($0, $1) }
    func isInside(_ ratio: Double, _ range: PerformanceInterval) -> Bool {
      ratio >= range.low - 1e-9 && ratio <= range.high + 1e-9
    }
    switch request.uncertainty {
    case .none, .dirichlet, .responseError, .uniform: return true
    case .ordinal(let ranks):
      return values.indices.allSatisfy { one in
        values.indices.allSatisfy { other in
          ranks[one] >= ranks[other] || values[one] >= values[other] - 1e-12
        }
      }
    case .relativeToTop(let ranges):
      return zip(values, ranges).allSatisfy { isInside($0 / top, $1) }
    case .chain(let order, let ratios):
      return ratios.indices.allSatisfy { place in
        isInside(values[order[place]] / values[order[place + 1]], ratios[place])
      }
    }
  }
}
