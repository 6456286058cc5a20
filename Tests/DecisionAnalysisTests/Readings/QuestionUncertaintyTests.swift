// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Testing

/// Shares of a question whose weights are some of a longer list.
struct QuestionUncertaintyTests {
  static let list = FairPopulation.list

  @Test("A question of the whole list has the share of the simulation of that list")
  func wholeList() throws {
    let problem = try FairLevels.problem(
      "US/open", options: FairLevels.options, criteria: FairLevels.questionA)
    let plan = try SamplePlan(problem, points: 4096)
    let weights = try CriterionWeights(
      criteria: FairLevels.questionA, proportionalTo: [30, 20, 10, 60, 20])
    let cases: [WeightUncertainty] = [
      .none, .responseError(sigma: 0.3), .ordinal(ranks: [2, 3, 5, 1, 3]),
      .relativeToTop(
        [(0.3, 0.7), (0.2, 0.5), (0.05, 0.3), (1, 1), (0.2, 0.4)].map {
          PerformanceInterval($0.0, $0.1)
        }),
    ]
    for uncertainty in cases {
      let simulated = try plan.simulate(
        SamplePlan.Request(
          alternatives: ["vertebroplasty", "care"], weights: weights, uncertainty: uncertainty))
      let shares = try PairShares(
        plan, first: "vertebroplasty", second: "care", weights: weights,
        uncertainty: QuestionUncertainty(
          uncertainty, of: FairLevels.questionA, for: FairLevels.questionA))
      let share = try #require(shares.firstAhead())
      let expected = simulated.pairwiseWinning[0][1]
      #expect((share - expected).magnitude < 0.005, "\(uncertainty)")
    }
  }

  @Test("An order, or ranges, of a longer list leave the other criteria out of the question")
  func longerList() throws {
    let question = try FairLevels.procedureOrNone("US/open")
    let ranks = [1, 2, 5, 3, 6, 4, 7]
    let weights = try CriterionWeights(
      criteria: Self.list,
      proportionalTo: ranks.map { rank in
        (rank...7).reduce(0) { $0 + 1 / Double($1) }
      })
    let ranges = ranks.map { rank in
      rank == 1
        ? PerformanceInterval(1, 1) : PerformanceInterval(0.5 / Double(rank), 1 / Double(rank))
    }
    for uncertainty in [WeightUncertainty.ordinal(ranks: ranks), .relativeToTop(ranges)] {
      let analysis = try #require(
        try question.analyse(
          first: "vertebroplasty", second: "care", weights: weights, uncertainty: uncertainty,
          limits: StrengthLimits()))
      // Pain first, days second: both favour the procedure where people knew what they had.
      #expect(analysis.comparison.firstLeads && analysis.evidence.share > 0.9)
    }
    #expect(throws: AnalysisError.self) {
      try question.analyse(
        first: "vertebroplasty", second: "care", weights: weights,
        uncertainty: .ordinal(ranks: [1, 2]), limits: StrengthLimits())
    }
  }

  @Test(
    "A list in another order than the question gives the same shares",
    arguments: [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [2, 0, 3, 1, 4]])
  func otherOrder(_ places: [Int]) throws {
    let question = FairLevels.questionA
    let plan = try SamplePlan(
      FairLevels.problem("US/blinded", options: FairLevels.options, criteria: question),
      points: 4096)
    let ranks = [3, 2, 1, 5, 4]
    let amounts = ranks.map { rank in (rank...5).reduce(0.0) { $0 + 1 / Double($1) } }
    let ranges = ranks.map { rank in
      rank == 1
        ? PerformanceInterval(1, 1) : PerformanceInterval(0.5 / Double(rank), 1 / Double(rank))
    }
    func share(_ uncertainty: WeightUncertainty, _ list: [String]) throws -> Double {
      let weights = try CriterionWeights(criteria: question, proportionalTo: amounts)
      return try #require(
        try PairShares(
          plan, first: "vertebroplasty", second: "care", weights: weights,
          uncertainty: QuestionUncertainty(uncertainty, of: list, for: question)
        ).firstAhead())
    }
    let list = places.map { question[$0] }
    let cases: [(WeightUncertainty, WeightUncertainty)] = [
      (.ordinal(ranks: ranks), .ordinal(ranks: places.map { ranks[$0] })),
      (.relativeToTop(ranges), .relativeToTop(places.map { ranges[$0] })),
    ]
    for (asOfQuestion, asOfList) in cases {
      let difference = try share(asOfQuestion, question) - share(asOfList, list)
      #expect(difference.magnitude < 0.02, "\(asOfList)")
    }
  }

  @Test("Outcomes taken to be alike are shifted on a list that lacks criteria of the question, too")
  func alikeOfAShortList() throws {
    let question = FairLevels.questionB
    let alike = FairLevels.alike
    let problem = try FairLevels.problem(
      "US/blinded", options: ["vertebroplasty", "kyphoplasty"], criteria: question + alike)
    for left in question.indices {
      let short = question.enumerated().filter { $0.offset != left }.map(\.element)
      // The same list for the question as it is, and for a question of these criteria alone.
      let weights = try CriterionWeights(
        criteria: short + alike, proportionalTo: (1...(short.count + 2)).map(Double.init))
      let shares = try [question, short].map { criteria in
        try #require(
          try PreparedReading(
            problem.restricted(toCriteria: criteria + alike), criteria: criteria, alike: alike,
            points: 4096, sigma: 0.3, longestList: 8
          ).alikeShare(
            leader: "vertebroplasty", rival: "kyphoplasty", weights: weights,
            uncertainty: .responseError(sigma: 0.3)))
      }
      #expect((shares[0] - shares[1]).magnitude < 0.01, "without \(question[left]): \(shares)")
    }
  }
}
