// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension SamplePlan {
  /// What one person's simulation is about.
  public struct Request: Sendable {
    /// The ids of the alternatives; `nil`: all.
    public var alternatives: [String]?
    /// The weights of the criteria of the list, which may be some of the plan's.
    public var weights: CriterionWeights
    /// How unsure they are; lists are in the order of the weights.
    public var uncertainty: WeightUncertainty
    /// The sets of alternatives (ids) whose value of information is wanted.
    public var sets: [[String]]
    /// Whether central weights, confidence factors and the entropy of the order are wanted; they
    /// take many times as long.
    public var centralWeights: Bool

    /// A request from its parts.
    public init(
      alternatives: [String]? = nil, weights: CriterionWeights, uncertainty: WeightUncertainty,
      sets: [[String]] = [], centralWeights: Bool = false
    ) {
      self.alternatives = alternatives
      self.weights = weights
      self.uncertainty = uncertainty
      self.sets = sets
      self.centralWeights = centralWeights
    }
  }

  /// The simulation for one person.
  ///
  /// - Throws: `AnalysisError.weightsDoNotFit` when a weight is for no criterion of the plan or the
  ///   uncertainty has another length or unusable numbers; `.unknownAlternative`,
  ///   `.duplicateAlternative`, `.tooFewAlternatives` for the alternatives.
  public func simulate(_ request: Request) throws(AnalysisError) -> SimulationResult {
    let ids = request.alternatives ?? problem.alternatives
    let rows = try rows(of: ids)
    let columns = request.weights.criteria.compactMap { id in
      problem.criteria.firstIndex { $0.id == id }
    }
    guard columns.count == request.weights.criteria.count,
      request.uncertainty.fits(columns.count)
    else { throw .weightsDoNotFit }
    var sets: [[Int]] = []
    for set in request.sets {
      let places = set.compactMap { ids.firstIndex(of: $0) }
      guard places.count == set.count, !places.isEmpty else {
        throw .unknownAlternative(set.first { !ids.contains($0) } ?? "")
      }
      sets.append(places)
    }
    if request.uncertainty == .none,
      let exact = NormalTotals(self, alternatives: rows, criteria: columns, request.weights.values)
    {
      return exact.result(
        ids, request.weights, self, rows: rows, columns: columns, sets: request.sets,
        places: sets, entropy: request.centralWeights)
    }
    let run = SimulationRun(
      self, ids: ids, alternatives: rows, criteria: columns, weights: request.weights,
      uncertainty: request.uncertainty, sets: sets, centralWeights: request.centralWeights)
    return run.result(sets: request.sets)
  }

  private func rows(of ids: [String]) throws(AnalysisError) -> [Int] {
    guard ids.count > 1 else { throw .tooFewAlternatives }
    var rows: [Int] = []
    for id in ids {
      guard let row = problem.alternatives.firstIndex(of: id) else { throw .unknownAlternative(id) }
      guard !rows.contains(row) else { throw .duplicateAlternative(id) }
      rows.append(row)
    }
    return rows
  }
}

extension WeightUncertainty {
  /// Whether the parameters can be used for a number of criteria.
  public func fits(_ count: Int) -> Bool {
    switch self {
    case .none, .uniform: return true
    case .dirichlet(let concentration): return concentration.isFinite && concentration > 0
    case .responseError(let sigma): return sigma >= 0 && sigma <= 3
    case .ordinal(let ranks): return ranks.count == count && ranks.allSatisfy { $0 > 0 }
    case .relativeToTop(let ranges):
      return ranges.count == count && ranges.allSatisfy { $0.low >= 0 && $0.high <= 1 }
        && ranges.contains { $0.low == 1 }
    case .chain(let order, let ratios):
      return order.sorted() == Array(0..<count) && ratios.count == count - 1
        && ratios.allSatisfy { $0.low > 0 && $0.high.isFinite }
    }
  }
}
