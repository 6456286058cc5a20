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

    /// A request; without `alternatives` all are simulated, without `sets` no value of information
    /// is computed.
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

/// One run of the kernel and what follows from its sums.
struct SimulationRun: Sendable {
  private let plan: SamplePlan
  private let ids: [String]
  private let rows: [Int]
  private let columns: [Int]
  private let weights: CriterionWeights
  private let kernel: RankKernel
  private let sums: KernelSums

  init(
    _ plan: SamplePlan, ids: [String], alternatives rows: [Int], criteria columns: [Int],
    weights: CriterionWeights, uncertainty: WeightUncertainty, sets: [[Int]],
    centralWeights: Bool
  ) {
    self.plan = plan
    self.ids = ids
    self.rows = rows
    self.columns = columns
    self.weights = weights
    let draws = WeightDraws(
      plan, criteria: columns, weights: weights.values, uncertainty: uncertainty)
    kernel = RankKernel(
      plan, alternatives: rows, criteria: columns,
      typical: uncertainty.typical(weights.values, draws), weights: draws,
      sets: sets, wantsCentralWeights: centralWeights)
    sums = kernel.run()
  }

  func result(sets: [[String]]) -> SimulationResult {
    let m = rows.count
    let n = columns.count
    // The weights of a draw add up to 1, so that their sum counts the draws.
    let weighed = sums.weights.reduce(0, +)
    let meanWeights = sums.weights.map { $0 / weighed }
    let meanTotals = sums.totals.map { $0 / sums.counted }
    let ranks = kernel.ranks(of: sums)
    let central = (0..<m).map { i -> [Double]? in
      guard kernel.wantsCentralWeights else { return nil }
      let row = sums.central[(i * n)..<((i + 1) * n)]
      let all = row.reduce(0, +)
      return sums.ranks[i * m] > 0 && all > 0 ? row.map { $0 / all } : nil
    }
    let winning = winning()
    return SimulationResult(
      alternatives: ids, criteria: weights.criteria,
      rankAcceptability: kernel.canTie ? ranks : RankBalancing.balanced(ranks),
      pairwiseWinning: winning, meanTotals: meanTotals, meanWeights: meanWeights,
      centralWeights: central, confidenceFactors: central.enumerated().map(confidence),
      valueOfInformation: information(sets, meanWeights, meanTotals),
      method: kernel.isConditional
        ? .conditional(points: plan.points) : .oneCell(points: plan.points),
      numericError: SimulationPoints.numericError,
      rankingEntropy: kernel.wantsCentralWeights
        ? (RankingEntropy.bits(ofTwo: winning) ?? kernel.rankingEntropy()).map {
          $0 + RankingEntropy.bits(ofTwins: kernel.twins)
        } : nil)
  }

  /// Both alternatives of a pair stand for the other's smoothing; the mean of both is nearer.
  private func winning() -> [[Double]] {
    let m = rows.count
    return (0..<m).map { i in
      (0..<m).map { k in
        guard i != k else { return 0 }
        let direct = sums.above[i * m + k] / sums.counted
        let indirect = 1 - sums.above[k * m + i] / sums.counted
        return kernel.canTie(i, k) ? direct : (direct + indirect) / 2
      }
    }
  }

  private func confidence(_ index: Int, _ central: [Double]?) -> Double? {
    guard let central else { return nil }
    let fixed = RankKernel(
      plan, alternatives: rows, criteria: columns, typical: central,
      weights: WeightDraws(fixed: central), sets: [], wantsCentralWeights: false)
    return fixed.ranks(of: fixed.run())[index][0]
  }

  private func information(
    _ sets: [[String]], _ meanWeights: [Double], _ meanTotals: [Double]
  ) -> [ValueOfInformation] {
    guard !sets.isEmpty else { return [] }
    let evidence = EvidenceValue(
      plan, alternatives: rows, criteria: columns, weights: meanWeights, sets: kernel.sets)
    return sets.indices.map { index in
      let set = kernel.sets[index]
      let now = set.map { meanTotals[$0] }.max() ?? 0
      let nowExpected = set.map { sums.expectedTotals[$0] }.max() ?? 0
      return ValueOfInformation(
        alternatives: sets[index], perfect: max(0, sums.best[index] / sums.counted - now),
        preferences: max(0, (sums.bestExpected[index] - nowExpected) / (sums.counted / 4)),
        evidence: evidence.all[index], evidenceByCriterion: evidence.byCriterion[index])
    }
  }
}

extension WeightUncertainty {
  /// Weights by which the most important unsure cells are picked: those given, or what the draws are
  /// like where that may be something else.
  fileprivate func typical(_ weights: [Double], _ draws: WeightDraws) -> [Double] {
    switch self {
    case .none, .responseError, .dirichlet: return weights
    case .ordinal, .relativeToTop, .chain, .uniform:
      let moments = draws.moments(blocks: 64)
      return zip(moments.means, moments.deviations).map {
        ($0 * $0 + $1 * $1).squareRoot()
      }
    }
  }
}

extension RankKernel {
  /// Whether two alternatives (indices) may have the same total in a draw with positive chance.
  func canTie(_ one: Int, _ other: Int) -> Bool {
    if case .step = smoothing[one], case .step = smoothing[other] { return true }
    return false
  }

  /// Whether any two alternatives may tie.
  var canTie: Bool {
    smoothing.filter { if case .step = $0 { true } else { false } }.count > 1
  }

  /// Whether all unsure cells are normal parts.
  var isConditional: Bool {
    location.drawn.isEmpty
      && smoothing.allSatisfy { if case .table = $0 { false } else { true } }
  }
}

/// Makes the shares of each rank add up to 1 as well as those of each alternative.
///
/// Each row comes from its own smoothing, so that columns are off by the numeric error. Rows and
/// columns are divided by their sums in turn (Sinkhorn and Knopp 1967, Pacific J Math 21:343).
enum RankBalancing {
  static func balanced(_ shares: [[Double]]) -> [[Double]] {
    let count = shares.count
    // Row by row in one piece, which takes a fraction of the time.
    var flat = shares.flatMap { $0 }
    for _ in 0..<20 {
      for (across, along) in [(1, count), (count, 1)] {
        for line in 0..<count {
          var sum = 0.0
          for place in 0..<count { sum += flat[line * across + place * along] }
          guard sum > 0 else { return rows(flat, count) }
          for place in 0..<count { flat[line * across + place * along] /= sum }
        }
      }
    }
    return rows(flat, count)
  }

  private static func rows(_ flat: [Double], _ count: Int) -> [[Double]] {
    (0..<count).map { Array(flat[($0 * count)..<(($0 + 1) * count)]) }
  }
}
