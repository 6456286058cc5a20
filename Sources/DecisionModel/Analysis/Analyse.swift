// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Works out one question: which of some alternatives fits a set of weights better, and what would
/// change that.
///
/// Ids keep the order given in `comparing`, which settles equal totals. Alternatives left out
/// change no total; rows that the compared ones stand on still count in the tornado.
///
/// - Parameters:
///   - problem: the whole problem.
///   - weights: weights for exactly its criteria.
///   - comparing: the ids of the alternatives of the question, at least two.
///   - thresholds: the declared limits of the verdict's classes.
///   - simulation: the simulation of at least these alternatives with the same weights.
///   - otherLists: other lists of criteria (ids) that the leader is tried on.
/// - Throws: `AnalysisError` for a problem with mistakes, weights for other criteria, fewer than
///   two alternatives, one that is unknown or named twice, or one that was not simulated.
public func analyse(
  _ problem: DecisionProblem, _ weights: CriterionWeights, comparing: [String],
  thresholds: VerdictThresholds, simulation: SimulationResult, otherLists: [[String]] = []
) throws(AnalysisError) -> QuestionAnalysis {
  let faults = problem.faults
  guard faults.isEmpty else { throw .invalidProblem(faults) }
  let question = try restricted(problem, comparing)
  // A part of a problem without faults has none.
  let model = try AdditiveModel(withoutFaults: question, weights)
  guard let leader = model.leader(), let challenger = model.leader(excluding: leader) else {
    throw .tooFewAlternatives
  }
  let criterionFlips = model.criteria.enumerated().map { column, id in
    WeightFlips(in: model, leader: leader, moving: [column], as: .criterion(id))
  }
  let breakEvens = model.criteria.indices.flatMap { column in
    [(leader, challenger), (challenger, leader)].map { one, other in
      BreakEven(question, model, alternative: one, rival: other, criterion: column)
    }
  }
  let overall = OverallValue(of: model)
  let difference = overall.totals[leader] - overall.totals[challenger]
  let dominance = Dominance.all(in: question)
  let evidence = try VerdictEvidence(
    model, leader: leader, dominance: dominance, flips: criterionFlips, breakEvens: breakEvens,
    weightsElicited: weights.method != .notElicited, simulation: simulation)
  return QuestionAnalysis(
    overall: overall, leader: model.alternatives[leader],
    challenger: model.alternatives[challenger], difference: difference,
    verdict: Verdict(evidence, thresholds: thresholds),
    valueOfInformation: simulation.valueOfInformation.first { $0.alternatives == comparing },
    criterionFlips: criterionFlips,
    branchFlips: branchFlips(of: question.criteria, in: model, leader: leader),
    breakEvens: breakEvens,
    tornado: TornadoBar.all(in: question, model, between: leader, and: challenger),
    dominance: dominance,
    smallestChange: SmallestChange(in: model, between: leader, and: challenger),
    leaderGuard: LeaderGuard(in: model, leader: leader, otherLists: otherLists))
}

private func restricted(
  _ problem: DecisionProblem, _ ids: [String]
) throws(AnalysisError) -> DecisionProblem {
  guard ids.count > 1 else { throw .tooFewAlternatives }
  for (index, id) in ids.enumerated() {
    guard problem.alternatives.contains(id) else { throw .unknownAlternative(id) }
    guard !ids[..<index].contains(id) else { throw .duplicateAlternative(id) }
  }
  do throws(DecisionModelError) {
    return try problem.restricted(toAlternatives: ids)
  } catch {
    throw .invalidProblem([error])
  }
}

private func branchFlips(
  of criteria: [Criterion], in model: AdditiveModel, leader: Int
) -> [WeightFlips] {
  var branches: [String] = []
  for criterion in criteria where !branches.contains(criterion.branch) {
    branches.append(criterion.branch)
  }
  return branches.map { branch in
    let members = criteria.indices.filter { criteria[$0].branch == branch }
    return WeightFlips(in: model, leader: leader, moving: members, as: .branch(branch))
  }
}
