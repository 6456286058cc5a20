// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Testing

struct CriterionWeightsTests {
  @Test(arguments: seeds)
  func sumsToOne(seed: UInt64) throws {
    let weights = try RandomProblem(seed: seed).weights
    #expect((weights.values.reduce(0, +) - 1).magnitude <= 1e-15 * Double(weights.values.count))
    #expect(weights.values.allSatisfy { (0...1).contains($0) })
  }

  static let refused: [([String], [Double], WeightingError)] = [
    ([], [], .noCriteria),
    (["a", "b"], [1], .countDiffers),
    (["a", "a"], [1, 1], .duplicate("a")),
    (["a", "b"], [1, .nan], .notFinite("b")),
    (["a", "b"], [1, -1], .negative("b")),
    (["a", "b"], [0, 0], .allZero),
    (["a", "b"], [1e308, 1e308], .sumNotFinite),
  ]

  @Test(arguments: refused)
  func refusesNumbers(ids: [String], amounts: [Double], error: WeightingError) {
    #expect(throws: error) { try CriterionWeights(criteria: ids, proportionalTo: amounts) }
  }

  @Test func addsUpBranchesInTheOrderOfTheirCriteria() throws {
    let criteria = try SmallProblem.criteria(4, branches: ["x", "y", "x", "z"])
    let weights = try CriterionWeights(
      criteria: criteria.map(\.id), proportionalTo: [1, 2, 4, 1])
    let totals = weights.branchTotals(of: criteria)
    #expect(totals.map(\.branch) == ["x", "y", "z"])
    #expect(totals.map(\.weight) == [0.625, 0.25, 0.125])
    #expect(totals[0].criteria == ["c0", "c2"])
  }

  @Test func keepsProportionsOnAShorterList() throws {
    let weights = try CriterionWeights(criteria: ["a", "b", "c"], proportionalTo: [1, 3, 0])
    #expect(weights.restricted(to: ["b", "a"])?.values == [0.75, 0.25])
    #expect(weights.restricted(to: ["c"]) == nil)
    #expect(weights.restricted(to: ["a", "x"]) == nil)
    #expect(weights.restricted(to: ["a", "a"]) == nil)
    #expect(weights.restricted(to: []) == nil)
  }

  static let patterns: [([Double], WeightingMethod, PreferencePattern)] = [
    ([20, 20, 20], .elicited(.swing), .allEqual),
    ([100, 99, 100], .elicited(.swing), .ordinary),
    ([0, 5, 0], .elicited(.directRating), .singleCriterion),
    ([0, 5, 1], .elicited(.directRating), .someCountForNothing),
    ([3, 5, 1], .elicited(.directRating), .ordinary),
    ([33, 33, 34], .elicited(.hundredPoints), .allEqual),
    ([32, 34, 34], .elicited(.hundredPoints), .ordinary),
    ([50.5, 49.5], .elicited(.hundredPoints), .ordinary),
    ([50, 50], .elicited(.hundredPoints), .allEqual),
    ([33, 33, 34], .elicited(.directRating), .ordinary),
  ]

  @Test(arguments: patterns)
  func namesThePattern(
    amounts: [Double], method: WeightingMethod, pattern: PreferencePattern
  ) throws {
    let weights = try CriterionWeights(
      criteria: amounts.indices.map { "c\($0)" }, proportionalTo: amounts, method: method)
    #expect(PreferencePattern(of: weights) == pattern)
  }

  @Test("Criteria that count for nothing are listed")
  func listsCriteriaWithoutWeight() throws {
    let weights = try CriterionWeights(
      criteria: ["a", "b", "c", "d"], proportionalTo: [0, 2, 0, 1])
    #expect(weights.withoutWeight == ["a", "c"])
    #expect(try CriterionWeights.equal(criteria: ["a", "b"]).withoutWeight.isEmpty)
  }

  @Test func marksEqualWeightsAsNotElicited() throws {
    let weights = try CriterionWeights.equal(criteria: ["a", "b", "c", "d"])
    #expect(weights.values == [0.25, 0.25, 0.25, 0.25])
    #expect(weights.method == .notElicited)
    #expect(PreferencePattern(of: weights) == .allEqual)
  }
}
