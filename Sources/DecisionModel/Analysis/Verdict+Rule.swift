// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension Verdict {
  /// The verdict on one question.
  ///
  /// - Parameters:
  ///   - problem: a problem without faults.
  ///   - weights: the weights of its criteria.
  ///   - analysis: what the closed forms say about some of its alternatives.
  ///   - simulation: what the simulation says about the same alternatives.
  ///   - thresholds: the declared limits of the classes.
  /// - Throws: `AnalysisError` when the parts do not belong together.
  public init(
    _ problem: DecisionProblem, _ weights: CriterionWeights, analysis: QuestionAnalysis,
    simulation: SimulationResult, thresholds: VerdictThresholds
  ) throws(AnalysisError) {
    let ids = simulation.alternatives
    guard ids.count > 1, ids == analysis.overall.alternatives else { throw .tooFewAlternatives }
    let means = simulation.meanTotals
    // Of equal numbers the first stands, as in the order of the question.
    let leader = ids.indices.reduce(0) { means[$1] > means[$0] ? $1 : $0 }
    let rest = ids.indices.filter { $0 != leader }
    let winning = simulation.pairwiseWinning
    let challenger = rest.reduce(rest[0]) { winning[$1][leader] > winning[$0][leader] ? $1 : $0 }
    var rule = VerdictRule(
      leader: ids[leader], others: rest.map { ids[$0] },
      margin: 100 * (means[leader] - means[challenger]), thresholds: thresholds)
    rule.dominance = analysis.dominance
    rule.flips = analysis.criterionFlips.filter { flips in
      flips.all.contains { $0.isWithin(thresholds.flipWithin) }
    }.map { .flipNearby($0.target) }
    rule.breakEvens = try Self.breakEvens(
      problem, weights, between: ids[leader], and: ids[challenger], among: ids)
    if weights.method == .notElicited { rule.bars.append(.weightsNotElicited) }
    if analysis.leader != ids[leader] { rule.bars.append(.leadersDiffer) }
    let share = simulation.firstRank(leader)
    let weaker = rule.result(share: share - simulation.numericError)
    let stronger = rule.result(share: share + simulation.numericError)
    self.init(
      level: weaker.level, closeCall: weaker.closeCall, reasons: weaker.reasons,
      leader: ids[leader], challenger: ids[challenger], margin: rule.margin, share: share,
      settledByNumericError: weaker.level != stronger.level)
  }

  /// The levels inside their intervals that make two alternatives tie.
  private static func breakEvens(
    _ problem: DecisionProblem, _ weights: CriterionWeights, between one: String,
    and other: String, among ids: [String]
  ) throws(AnalysisError) -> [VerdictReason] {
    let question: DecisionProblem
    do throws(DecisionModelError) {
      question = try problem.restricted(toAlternatives: ids)
    } catch {
      throw .invalidProblem([error])
    }
    let model = try AdditiveModel(question, weights)
    guard let first = ids.firstIndex(of: one), let second = ids.firstIndex(of: other) else {
      throw .tooFewAlternatives
    }
    return model.criteria.indices.flatMap { column in
      [(first, second), (second, first)].compactMap { moved, rival in
        let breakEven = BreakEven(
          question, model, alternative: moved, rival: rival, criterion: column)
        return breakEven.insideEvidence ? .breakEvenInsideEvidence(breakEven.cell) : nil
      }
    }
  }
}

/// What the classes of a verdict are decided on (`decision-model.md` 2.8).
struct VerdictRule {
  let leader: String
  let others: [String]
  /// In points of 100.
  let margin: Double
  let thresholds: VerdictThresholds
  /// Every dominance among the alternatives.
  var dominance: [Dominance] = []
  /// Flips and break-evens that keep the leader from fitting clearly better.
  var flips: [VerdictReason] = []
  var breakEvens: [VerdictReason] = []
  /// What keeps any alternative from being named.
  var bars: [VerdictReason] = []

  /// The class for a share of first ranks, with what keeps it out of the next stronger one.
  func result(
    share: Double
  ) -> (level: Verdict.Class, closeCall: Verdict.CloseCall?, reasons: [VerdictReason]) {
    let somewhat = bars + lacking(thresholds.sameBelow, thresholds.somewhatShare, share)
    guard bars.isEmpty else { return (.closeCall, closeCall(share), somewhat) }
    let dominated = dominance.filter { $0.dominant == leader }
    if others.allSatisfy({ id in dominated.contains { $0.dominated == id } }) {
      if dominated.allSatisfy(\.holdsForIntervals) {
        return (.betterOnEverything, nil, [.dominatesWithinIntervals])
      }
      if share >= thresholds.dominantShare { return (.betterOnEverything, nil, [.dominates]) }
    }
    guard somewhat.isEmpty else { return (.closeCall, closeCall(share), somewhat) }
    let clearly =
      lacking(thresholds.closeBelow, thresholds.clearlyShare, share) + flips + breakEvens
    guard clearly.isEmpty else { return (.fitsSomewhatBetter, nil, clearly) }
    return (.fitsClearlyBetter, nil, [])
  }

  private func lacking(_ least: Double, _ leastShare: Double, _ share: Double) -> [VerdictReason] {
    (margin < least ? [.marginBelow(least)] : [])
      + (share < leastShare ? [.shareBelow(leastShare)] : [])
  }

  private func closeCall(_ share: Double) -> Verdict.CloseCall {
    if margin < thresholds.sameBelow { return .aboutTheSame }
    return share < thresholds.somewhatShare ? .cannotBeToldApart : .tooClose
  }
}
