// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// In what share of the draws one alternative is ahead of another on the criteria of a question; a draw
/// in which they tie counts for neither.
///
/// Levels are drawn as the studies leave them, weights as their way of asking leaves them. Leaving a
/// criterion out keeps the draws of all others, so that their proportions stay as they were drawn.
/// Source: DecisionAnalysis.docc/Readings.md, "Pair of alternatives".
public struct PairShares: Sendable {
  private let plan: SamplePlan
  private let rows: [Int]
  private let columns: [Int]
  private let weights: [Double]
  private let draws: WeightDraws

  /// The shares for two alternatives of a plan.
  ///
  /// - Parameters:
  ///   - plan: the draws of the question's problem under one reading.
  ///   - first: the id of the first alternative.
  ///   - second: the id of the second.
  ///   - weights: the weights of criteria of the plan.
  ///   - uncertainty: how unsure these weights are.
  /// - Throws: `AnalysisError.unknownAlternative`, `.duplicateAlternative`, `.weightsDoNotFit`.
  public init(
    _ plan: SamplePlan, first: String, second: String, weights: CriterionWeights,
    uncertainty: QuestionUncertainty
  ) throws(AnalysisError) {
    var rows: [Int] = []
    for id in [first, second] {
      guard let row = plan.problem.alternatives.firstIndex(of: id) else {
        throw .unknownAlternative(id)
      }
      guard !rows.contains(row) else { throw .duplicateAlternative(id) }
      rows.append(row)
    }
    let columns = weights.criteria.compactMap { id in
      plan.problem.criteria.firstIndex { $0.id == id }
    }
    guard columns.count == weights.criteria.count, uncertainty.fits(columns.count) else {
      throw .weightsDoNotFit
    }
    self.plan = plan
    self.rows = rows
    self.columns = columns
    self.weights = weights.values
    draws = uncertainty.draws(plan, criteria: columns, weights: weights.values)
  }

  /// The share in which the first is ahead, 0...1.
  ///
  /// - Parameter criterion: the index of a criterion that is left out; nil: none.
  /// - Returns: nil when no criterion with weight is left.
  public func firstAhead(without criterion: Int? = nil) -> Double? {
    let places = weights.indices.filter { $0 != criterion }
    guard places.contains(where: { weights[$0] > 0 }) else { return nil }
    return share(places)
  }

  /// The share in which the first is ahead when some outcomes are drawn and then shifted to a mean
  /// difference of zero: as if the two were alike in them, with the doubt that the studies leave.
  ///
  /// - Parameter shifted: for these criteria (indices) the difference in mean value, first minus
  ///   second.
  public func firstAhead(makingAlike shifted: [Int: Double]) -> Double {
    share(Array(weights.indices), shifts: weights.indices.map { -(shifted[$0] ?? 0) })
  }

  private func share(_ places: [Int], shifts: [Double] = []) -> Double {
    let kernel = RankKernel(
      plan, alternatives: rows, criteria: places.map { columns[$0] },
      typical: places.map { weights[$0] }, weights: draws.keeping(places), sets: [],
      wantsCentralWeights: false, shiftsOfFirst: shifts)
    let sums = kernel.run()
    let direct = sums.above[1] / sums.counted
    // Each stands for the other's smoothing; the mean of both is nearer.
    return kernel.canTie(0, 1) ? direct : (direct + 1 - sums.above[2] / sums.counted) / 2
  }
}
