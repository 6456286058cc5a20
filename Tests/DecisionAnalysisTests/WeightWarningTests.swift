// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Testing

struct WeightWarningTests {
  private static func found(
    _ amounts: [Double], branches: [String], method: WeightingMethod = .elicited(.swing),
    notes: [WeightingNote] = [], elicitation: WeightElicitation? = nil
  ) throws -> [ModelWarning] {
    // Every criterion has other levels, so that nothing but the weights is named.
    let problem = try SmallProblem.exact(
      [0.2, 0.7].map { level in branches.indices.map { level + Double($0) / 100 } },
      branches: branches)
    let weights = try CriterionWeights(
      criteria: problem.criteria.map(\.id), proportionalTo: amounts, method: method, notes: notes)
    return ModelWarnings.of(problem: problem, weights: weights, elicitation: elicitation)
  }

  /// Weights, the branch of each criterion, and the branches that are named.
  static let splits: [([Double], [String], [String])] = [
    // Three of four criteria hold most of the weight of two branches.
    ([30, 30, 30, 10], ["x", "x", "x", "y"], ["x"]),
    // Not more than one and a half times the equal share.
    ([25, 25, 24, 26], ["x", "x", "x", "y"], []),
    // The heavy branch is the short one.
    ([5, 5, 10, 80], ["x", "x", "x", "y"], []),
    // Branches of one length: splitting is not the reason.
    ([40, 45, 5, 10], ["x", "x", "y", "y"], []),
    // The heavy branch is long, and the others of their kind are not: the lengths do not agree.
    ([30, 30, 1, 2, 3, 4, 15, 15], ["x", "x", "y", "y", "y", "y", "z", "u"], []),
    ([20, 20, 15, 15, 10, 10, 5, 5], ["x", "x", "x", "y", "y", "z", "z", "u"], ["x"]),
    ([60, 40], ["x", "x"], []),
  ]

  @Test("A long branch that weighs far more than its share is named", arguments: splits)
  func namesSplitBranches(amounts: [Double], branches: [String], named: [String]) throws {
    let found = try Self.found(amounts, branches: branches)
    #expect(found == named.map { .splitting(branch: $0) })
  }

  @Test("Splitting is looked for in weights that were asked, criterion by criterion")
  func looksOnlyWhereItCanBe() throws {
    let (amounts, branches) = ([30.0, 30, 30, 10], ["x", "x", "x", "y"])
    #expect(
      try Self.found(amounts, branches: branches, method: .notElicited) == [.notElicited])
  }

  @Test("Weights that nobody was asked for say so, and equal ones that were asked say that")
  func labelsEqualWeights() throws {
    let branches = ["x", "x", "y"]
    #expect(
      try Self.found([1, 1, 1], branches: branches, method: .notElicited) == [.notElicited])
    #expect(try Self.found([1, 1, 1], branches: branches) == [.allEqual])
    #expect(try Self.found([1, 2, 1], branches: ["x", "y", "z"]).isEmpty)
  }

  @Test("Ratings that look like places, and comparisons that contradict each other, are named")
  func namesOddAnswers() throws {
    let branches = ["x", "y", "z"]
    let ranks = WeightElicitation.directRating(
      [1.0, 2, 3].enumerated().map {
        ElicitedAnswer(criterion: "c\($0.offset)", worst: 0, best: 1, points: $0.element)
      })
    #expect(
      try Self.found(
        [1, 2, 3], branches: branches, method: .elicited(.directRating), elicitation: ranks)
        == [.looksLikeRanks])
    let criteria = try SmallProblem.criteria(3)
    let pairs = [("c0", "c1", 3.0), ("c1", "c2", 3), ("c0", "c2", 2)]
    let answers = WeightElicitation.pairwise(
      PairwiseAnswers(
        ranges: criteria.map { ShownRange(criterion: $0.id, worst: 0, best: 1) },
        comparisons: pairs.map { PairwiseComparison(first: $0, second: $1, ratio: $2) },
        rule: .geometricMean, acceptsInconsistency: true))
    let weights = try CriterionWeights(from: answers, criteria: criteria)
    let problem = try SmallProblem.exact([[0.2, 0.3, 0.4], [0.6, 0.5, 0.7]])
    let found = ModelWarnings.of(problem: problem, weights: weights, elicitation: answers)
    #expect(found == [.comparisonsContradict(criteria: ["c0", "c1", "c2"])])
  }

  @Test("Pairwise comparisons are of criteria only, never of options")
  func neverComparesOptions() throws {
    let problem = try SmallProblem.exact([[0.2, 0.3], [0.6, 0.5]])
    let answers = WeightElicitation.pairwise(
      PairwiseAnswers(
        ranges: problem.alternatives.map { ShownRange(criterion: $0, worst: 0, best: 1) },
        comparisons: [PairwiseComparison(first: "a0", second: "a1", ratio: 3)],
        rule: .geometricMean, acceptsInconsistency: false))
    let faults = answers.faults(for: problem.criteria)
    #expect(faults.contains(.notOnList("a0")) && faults.contains(.notOnList("a1")))
  }
}
