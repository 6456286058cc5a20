// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Testing

/// Oracles o01 to o05 and o17, from a file of the command to its JSON.
struct WeightOracleTests {
  struct House: Decodable {
    let input: Matrix
    let expected: Expected
    struct Expected: Decodable {
      let eigen_weights: [Double]
      let lambda_max: Double
      let CI: Double
      let geometric_mean_weights: [Double]
    }
  }
  struct Matrix: Decodable {
    let labels: [String]
    let pairwise: [[String]]
  }

  @Test(arguments: ["eigenvector", "geometricMean"])
  func house(priorities: String) throws {
    let oracle = try Oracle.read("o01-ahp-house-8x8", as: House.self)
    let output = try ProblemText.weighing(
      oracle.input.labels,
      ProblemText.pairwise(
        oracle.input.labels, oracle.input.pairwise, "priorities=\"\(priorities)\"")
    ).analysed()
    let expected = oracle.expected
    let weights =
      priorities == "eigenvector" ? expected.eigen_weights : expected.geometric_mean_weights
    #expect(distance(output.weighting.weights, weights) < 1e-9)
    let consistency = try #require(output.weighting.consistency)
    #expect(abs(try #require(consistency.largestEigenvalue) - expected.lambda_max) < 1e-9)
    #expect(abs(try #require(consistency.index) - expected.CI) < 1e-9)
    #expect(consistency.isPastLimit == true)
    #expect(output.warnings.contains { $0.kind == "comparisonsContradict" })
  }

  struct Hierarchy: Decodable {
    let input: [String: Matrix]
    let expected: Expected
    struct Expected: Decodable {
      let local: [String: Local]
      let AHPy_2_1_run: [String: Double]
    }
    struct Local: Decodable {
      let weights: [Double]
    }
  }

  @Test func leader() throws {
    let oracle = try Oracle.read("o02-ahp-leader-hierarchy", as: Hierarchy.self)
    let criteria = try #require(oracle.input["leader_criteria_4"])
    let people = try #require(oracle.input["leader_age_3"]).labels
    let columns = try criteria.labels.map { label in
      let local = try #require(oracle.expected.local["leader_\(label)_3"]).weights
      return ProblemText.Column(id: label, cells: ProblemText.exact(local))
    }
    let output = try ProblemText(
      alternatives: people, columns: columns,
      preferences: ProblemText.pairwise(
        criteria.labels, criteria.pairwise, "priorities=\"eigenvector\"")
    ).analysed()
    let totals = try #require(try output.first().totals)
    let expected = try people.map { try #require(oracle.expected.AHPy_2_1_run[$0]) }
    #expect(distance(totals, expected) < 1e-6)
    #expect(try output.first().leader == "Nell")
  }

  struct Small: Decodable {
    let input: Input
    let expected: Expected
    struct Input: Decodable {
      let consistent_3: Matrix
      let style_4: Matrix
      let car_synthesis: Synthesis
    }
    struct Synthesis: Decodable {
      let criteria: [String]
      let criteria_pairwise: [[String]]
      let alternatives: [String]
      let style: [[String]]
      let reliability: [[String]]
      let fuel: [[String]]
    }
    struct Expected: Decodable {
      let style_4: Style
      let car_synthesis: Totals
    }
    struct Style: Decodable {
      let run: [String: Double]
    }
    struct Totals: Decodable {
      let run: [String: Double]
    }
  }

  @Test func smallMatrices() throws {
    let oracle = try Oracle.read("o03-ahp-small-and-inconsistent", as: Small.self)
    let consistent = oracle.input.consistent_3
    let agreed = try ProblemText.weighing(
      consistent.labels, ProblemText.pairwise(consistent.labels, consistent.pairwise, "")
    ).analysed()
    #expect(distance(agreed.weighting.weights, [2 / 3, 1 / 9, 2 / 9]) < 1e-9)
    #expect(try #require(agreed.weighting.consistency?.ratio) < 1e-9)
    let style = oracle.input.style_4
    let torn = try ProblemText.weighing(
      style.labels, ProblemText.pairwise(style.labels, style.pairwise, "")
    ).analysed()
    // The peer divides by 0.882, another table of random indices.
    let ratio = try #require(torn.weighting.consistency?.index) / 0.882
    #expect(abs(ratio - (try #require(oracle.expected.style_4.run["CR"]))) < 1e-9)
  }

  @Test func carSynthesis() throws {
    let oracle = try Oracle.read("o03-ahp-small-and-inconsistent", as: Small.self)
    let cars = oracle.input.car_synthesis
    // Peers compare the options by pairs too; their priorities are made by the command as well.
    let columns = try zip(cars.criteria, [cars.style, cars.reliability, cars.fuel]).map {
      name, matrix in
      let local = try ProblemText.weighing(
        cars.alternatives,
        ProblemText.pairwise(cars.alternatives, matrix, "priorities=\"eigenvector\"")
      ).analysed()
      return ProblemText.Column(id: name, cells: ProblemText.exact(local.weighting.weights))
    }
    let output = try ProblemText(
      alternatives: cars.alternatives, columns: columns,
      preferences: ProblemText.pairwise(
        cars.criteria, cars.criteria_pairwise, "priorities=\"eigenvector\"")
    ).analysed()
    let expected = try cars.alternatives.map {
      try #require(oracle.expected.car_synthesis.run[$0])
    }
    #expect(distance(try #require(try output.first().totals), expected) < 1e-9)
  }

  struct BestWorst: Decodable {
    let input: [String: Answers]
    let expected: Expected
    struct Answers: Decodable {
      let best_to_others: [Double]
      let others_to_worst: [Double]
    }
    struct Expected: Decodable {
      let linear_program: [String: Solution]
    }
    struct Solution: Decodable {
      let weights: [Double]
      let xi: Double
      let CR_input: Double
    }
  }

  @Test(arguments: ["car_consistent", "car_inconsistent", "car_more_inconsistent", "transport_3"])
  func bestWorst(name: String) throws {
    let oracle = try Oracle.read("o04-bwm-car", as: BestWorst.self)
    let answers = try #require(oracle.input[name])
    let ids = answers.best_to_others.indices.map { "c\($0)" }
    let most = try #require(answers.best_to_others.firstIndex(of: 1))
    let least = try #require(answers.others_to_worst.firstIndex(of: 1))
    let elements = ids.indices.map {
      "<compared criterion=\"\(ids[$0])\" worst=\"0\" best=\"1\" "
        + "fromMost=\"\(answers.best_to_others[$0])\" toLeast=\"\(answers.others_to_worst[$0])\"/>"
    }
    let output = try ProblemText.weighing(
      ids,
      "<weighting method=\"bestWorst\" mostImportant=\"\(ids[most])\" "
        + "leastImportant=\"\(ids[least])\">\(elements.joined())</weighting>"
    ).analysed()
    let expected = try #require(oracle.expected.linear_program[name])
    #expect(distance(output.weighting.weights, expected.weights) < 1e-8)
    let consistency = try #require(output.weighting.consistency)
    #expect(abs(try #require(consistency.deviation) - expected.xi) < 1e-8)
    #expect(abs(try #require(consistency.inputRatio) - expected.CR_input) < 1e-8)
  }

  struct Ranks: Decodable {
    let expected: [String: Weights]
    struct Weights: Decodable {
      let roc: [Double]
      let rank_sum: [Double]
      let rank_reciprocal: [Double]
    }
  }

  @Test(arguments: ["rankOrderCentroid", "rankSum", "reciprocal"])
  func ranks(rule: String) throws {
    let oracle = try Oracle.read("o05-rank-weights", as: Ranks.self)
    for count in [2, 5, 12] {
      let ids = (1...count).map { "c\($0)" }
      let elements = ids.enumerated().map {
        "<rank criterion=\"\($1)\" worst=\"0\" best=\"1\" rank=\"\($0 + 1)\"/>"
      }
      let output = try ProblemText.weighing(
        ids, "<weighting method=\"rankOrder\" rule=\"\(rule)\">\(elements.joined())</weighting>"
      ).analysed()
      let weights = try #require(oracle.expected["\(count)"])
      let expected =
        ["rankSum": weights.rank_sum, "reciprocal": weights.rank_reciprocal][rule] ?? weights.roc
      // The peer's own rounding is 4e-16.
      #expect(distance(output.weighting.weights, expected) < 1e-14)
      #expect(output.weighting.uncertainty.model == "ordinal")
    }
  }

  struct Counts: Decodable {
    let disaggregate: Answers
    let aggregate: [Item]
    struct Answers: Decodable {
      let B: [[Int]]
      let W: [[Int]]
      let stdBW: [[Double]]
    }
    struct Item: Decodable {
      let B: Int
      let W: Int
      let stdBW: Double
    }
  }

  @Test func countsOfPicks() throws {
    let oracle = try Oracle.read("o17-maxdiff-counts", as: Counts.self)
    let all = oracle.aggregate
    try check(most: all.map(\.B), least: all.map(\.W), shown: 40, scores: all.map(\.stdBW))
    let each = oracle.disaggregate
    for person in each.B.indices {
      try check(
        most: each.B[person], least: each.W[person], shown: 4, scores: each.stdBW[person])
    }
  }

  private func check(most: [Int], least: [Int], shown: Int, scores: [Double]) throws {
    let ids = most.indices.map { "c\($0)" }
    let elements = ids.indices.map {
      "<counted criterion=\"\(ids[$0])\" worst=\"0\" best=\"1\" shown=\"\(shown)\" "
        + "most=\"\(most[$0])\" least=\"\(least[$0])\"/>"
    }
    let output = try ProblemText.weighing(
      ids, "<weighting method=\"maxDiff\">\(elements.joined())</weighting>"
    ).analysed()
    let found = try #require(output.weighting.consistency?.scores)
    #expect(distance(found, scores) < 1e-9)
  }
}
