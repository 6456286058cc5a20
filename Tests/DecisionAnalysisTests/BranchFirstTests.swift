// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

struct BranchFirstTests {
  private static let branches = ["x", "x", "y", "z"]

  /// Shares of branches, each with points of its criteria by number.
  private static func answers(
    _ shares: [(String, Double, [(Int, Double)])]
  ) -> WeightElicitation {
    .branchFirst(
      shares.map { branch, points, inside in
        BranchShare(
          branch: branch, points: points,
          answers: inside.map {
            ElicitedAnswer(criterion: "c\($0.0)", worst: 0, best: 1, points: $0.1)
          })
      })
  }

  private static func criteria() throws -> [Criterion] {
    try SmallProblem.criteria(4, branches: branches)
  }

  static let accepted: [([(String, Double, [(Int, Double)])], [Double], [WeightingNote])] = [
    (
      [("x", 50, [(0, 80), (1, 20)]), ("y", 30, [(2, 100)]), ("z", 20, [(3, 100)])],
      [0.4, 0.1, 0.3, 0.2], []
    ),
    // In another order, and a branch without points that shares nothing out.
    (
      [("z", 100, [(3, 100)]), ("y", 0, [(2, 0)]), ("x", 0, [(1, 0), (0, 0)])], [0, 0, 0, 1], []
    ),
    (
      [("x", 0, [(0, 30), (1, 70)]), ("y", 60, [(2, 100)]), ("z", 40, [(3, 100)])],
      [0, 0, 0.6, 0.4], []
    ),
    (
      [("x", 50.4, [(0, 80), (1, 20)]), ("y", 30, [(2, 100)]), ("z", 20, [(3, 100)])],
      [0.8 * 50.4 / 100.4, 0.2 * 50.4 / 100.4, 30 / 100.4, 20 / 100.4], [.hundredPointsNotExact]
    ),
    (
      [("x", 50, [(0, 80), (1, 20.4)]), ("y", 30, [(2, 100)]), ("z", 20, [(3, 100)])],
      [0.5 * 80 / 100.4, 0.5 * 20.4 / 100.4, 0.3, 0.2], [.hundredPointsNotExact]
    ),
  ]

  @Test("The weight is the share of the branch times the share within it", arguments: accepted)
  func multipliesTheShares(
    shares: [(String, Double, [(Int, Double)])], expected: [Double], notes: [WeightingNote]
  ) throws {
    let (answers, criteria) = (Self.answers(shares), try Self.criteria())
    #expect(answers.faults(for: criteria).isEmpty)
    let weights = try CriterionWeights(from: answers, criteria: criteria)
    #expect(distance(weights.values, expected) <= 1e-15)
    #expect(weights.notes == notes && weights.method == .elicited(.branchFirst))
  }

  static let refused: [([(String, Double, [(Int, Double)])], [WeightingError])] = [
    ([("x", 70, [(0, 80), (1, 20)]), ("y", 30, [(2, 100)])], [.missing("c3")]),
    (
      [("x", 50, [(0, 80), (1, 20)]), ("y", 30, [(2, 100)]), ("z", 19, [(3, 100)])],
      [.sumIsNotHundred]
    ),
    (
      [("x", 50, [(0, 80), (1, 21)]), ("y", 30, [(2, 99)]), ("z", 20, [(3, 100)])],
      [.branchSumIsNotHundred("x"), .branchSumIsNotHundred("y")]
    ),
    // Points within a branch that has none must still add up, if any are given.
    (
      [("x", 0, [(0, 80), (1, 10)]), ("y", 60, [(2, 100)]), ("z", 40, [(3, 100)])],
      [.branchSumIsNotHundred("x")]
    ),
    (
      [("x", 0, [(0, 0), (1, 0)]), ("y", 0, [(2, 0)]), ("z", 0, [(3, 0)])], [.allZero]
    ),
    (
      [("x", 50, [(0, 80), (2, 20)]), ("y", 30, [(1, 100)]), ("z", 20, [(3, 100)])],
      [.inOtherBranch("c2"), .inOtherBranch("c1")]
    ),
    (
      [
        ("x", 50, [(0, 80), (1, 20)]), ("y", 30, [(2, 100)]), ("z", 10, [(3, 100)]),
        ("z", 10, []),
      ], [.duplicateBranch("z")]
    ),
    (
      [
        ("x", 50, [(0, 80), (1, 20)]), ("y", 30, [(2, 100)]), ("z", 20, [(3, 100)]), ("u", 0, []),
      ], [.branchNotOnList("u")]
    ),
    (
      [("x", -1, [(0, 80), (1, 20)]), ("y", 101, [(2, 100)]), ("z", .nan, [(3, 100)])],
      [.branchPoints("x"), .branchPoints("y"), .branchPoints("z")]
    ),
    (
      [("x", 50, [(0, 101), (1, -1)]), ("y", 30, [(2, .nan)]), ("z", 20, [(3, 100)])],
      [.aboveHundred("c0"), .negative("c1"), .notFinite("c2")]
    ),
    (
      [
        ("x", 50, [(0, 80), (1, 20), (0, 0)]), ("y", 30, [(2, 100)]), ("z", 20, [(3, 100)]),
      ], [.duplicate("c0")]
    ),
  ]

  @Test("Shares that cannot be are refused, with all that is wrong", arguments: refused)
  func refusesShares(
    shares: [(String, Double, [(Int, Double)])], errors: [WeightingError]
  ) throws {
    let (answers, criteria) = (Self.answers(shares), try Self.criteria())
    #expect(answers.faults(for: criteria) == errors)
    #expect(throws: errors[0]) { try CriterionWeights(from: answers, criteria: criteria) }
  }

  @Test("Another range than the criterion has is refused")
  func refusesAnotherRange() throws {
    let answers = WeightElicitation.branchFirst([
      BranchShare(
        branch: "x", points: 100,
        answers: [
          ElicitedAnswer(criterion: "c0", worst: 0, best: 2, points: 60),
          ElicitedAnswer(criterion: "c1", worst: 0, best: 1, points: 40),
        ])
    ])
    let criteria = try SmallProblem.criteria(2, branches: ["x", "x"])
    #expect(answers.faults(for: criteria) == [.differentAnchors("c0")])
  }

  @Test("A long branch is not said to be split when it was weighed as a whole")
  func isNotSaidToBeSplit() throws {
    let answers = Self.answers([
      ("x", 80, [(0, 50), (1, 50)]), ("y", 10, [(2, 100)]), ("z", 10, [(3, 100)]),
    ])
    let problem = try SmallProblem.exact(
      [[0.2, 0.3, 0.4, 0.5], [0.6, 0.5, 0.7, 0.7]], branches: Self.branches)
    let weights = try CriterionWeights(from: answers, criteria: problem.criteria)
    let found = ModelWarnings.of(problem: problem, weights: weights, elicitation: answers)
    #expect(found.isEmpty)
  }
}
