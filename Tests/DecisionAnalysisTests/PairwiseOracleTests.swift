// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

/// Oracles o01 (Saaty 1990), o02 (AHPy's leader) and o03 (R MCDA): published numbers and peers run.
struct PairwiseOracleTests {
  private struct House: Decodable {
    struct Input: Decodable { let pairwise: [[String]] }
    struct Published: Decodable {
      let weights: [Double]
      let lambda_max: Double
      let CI: Double
      let CR: Double
    }
    struct Expected: Decodable {
      let published: Published
      let eigen_weights: [Double]
      let geometric_mean_weights: [Double]
      let lambda_max: Double
      let CI: Double
    }
    let input: Input
    let expected: Expected
  }

  private struct Leader: Decodable {
    struct Matrix: Decodable { let pairwise: [[String]] }
    struct Local: Decodable {
      let weights: [Double]
      let lambda_max: Double
      let CI: Double
    }
    struct Documented: Decodable { let totals: [String: Double] }
    struct Expected: Decodable {
      let AHPy_documented: Documented
      let AHPy_2_1_run: [String: Double]
      let local: [String: Local]
    }
    let input: [String: Matrix]
    let expected: Expected
  }

  private struct Cars: Decodable {
    struct Matrix: Decodable { let pairwise: [[String]] }
    struct Synthesis: Decodable {
      let criteria_pairwise: [[String]]
      let style: [[String]]
      let reliability: [[String]]
      let fuel: [[String]]
    }
    struct Input: Decodable {
      let consistent_3: Matrix
      let style_4: Matrix
      let car_synthesis: Synthesis
    }
    struct Totals: Decodable { let run: [String: Double] }
    struct Expected: Decodable { let car_synthesis: Totals }
    struct Eigen: Decodable {
      let weights: [Double]
      let lambda_max: Double
      let CI: Double
    }
    struct Peers: Decodable {
      let numpy_eig: Eigen
      let geometric_mean_direct: [Double]
    }
    let input: Input
    let expected: Expected
    let peer_outputs: [String: Peers]
  }

  @Test("Saaty's house: both rules, the largest eigenvalue, CI and CR")
  func equalsTheHouse() throws {
    let oracle = try OracleFile.read("o01-ahp-house-8x8", as: House.self)
    let matrix = try PairwiseOracle(oracle.input.pairwise)
    let expected = oracle.expected
    #expect(distance(try matrix.weights(.eigenvector).values, expected.eigen_weights) <= 1e-9)
    #expect(
      distance(try matrix.weights(.geometricMean).values, expected.geometric_mean_weights) <= 1e-9)
    #expect(
      distance(try matrix.weights(.eigenvector).values, expected.published.weights) <= 0.0015)
    let found = try matrix.consistency()
    #expect((found.largestEigenvalue - expected.lambda_max).magnitude <= 1e-9)
    #expect((found.index - expected.CI).magnitude <= 1e-9)
    #expect((found.ratio - expected.published.CR).magnitude <= 0.0005)
    #expect(found.ratioLimit == 0.10)
    #expect(found.isPastLimit)
    #expect(!found.isRefused)
  }

  static let leader = [
    "leader_criteria_4", "leader_experience_3", "leader_education_3", "leader_charisma_3",
    "leader_age_3",
  ]

  @Test("The leader's matrices have the priorities and eigenvalues of numpy", arguments: leader)
  func equalsTheLocalPriorities(name: String) throws {
    let oracle = try OracleFile.read("o02-ahp-leader-hierarchy", as: Leader.self)
    let matrix = try PairwiseOracle(try #require(oracle.input[name]).pairwise)
    let expected = try #require(oracle.expected.local[name])
    #expect(distance(try matrix.weights(.eigenvector).values, expected.weights) <= 1e-9)
    let found = try matrix.consistency()
    #expect((found.largestEigenvalue - expected.lambda_max).magnitude <= 1e-9)
    #expect((found.index - expected.CI).magnitude <= 1e-9)
    if matrix.rows.count == 3 {
      // Both rules coincide for three.
      #expect(distance(try matrix.weights(.geometricMean).values, expected.weights) <= 1e-9)
    }
  }

  @Test("Weights times local priorities give the totals of the leader hierarchy")
  func equalsTheLeaderTotals() throws {
    let oracle = try OracleFile.read("o02-ahp-leader-hierarchy", as: Leader.self)
    let parts = try Self.leader.map {
      try PairwiseOracle(try #require(oracle.input[$0]).pairwise).weights(.eigenvector).values
    }
    for (place, name) in ["Moll", "Nell", "Sue"].enumerated() {
      let total = zip(parts[0], parts.dropFirst()).reduce(0) { $0 + $1.0 * $1.1[place] }
      let run = try #require(oracle.expected.AHPy_2_1_run[name])
      let documented = try #require(oracle.expected.AHPy_documented.totals[name])
      #expect((total - run).magnitude <= 1e-6)
      // The documentation prints 0.15 for 0.149075.
      #expect((total - documented).magnitude <= 1e-3)
    }
  }

  @Test("A consistent matrix gives exact weights, CR 0 and no worst triad")
  func equalsTheConsistentMatrix() throws {
    let oracle = try OracleFile.read("o03-ahp-small-and-inconsistent", as: Cars.self)
    let matrix = try PairwiseOracle(oracle.input.consistent_3.pairwise)
    for rule in PriorityRule.allCases {
      #expect(distance(try matrix.weights(rule).values, [2 / 3.0, 1 / 9.0, 2 / 9.0]) <= 1e-14)
    }
    let found = try matrix.consistency()
    #expect(found.ratio <= 1e-14)
    #expect(try #require(found.geometricIndex) <= 1e-14)
    #expect(found.worstTriad == nil)
    #expect(!found.isPastLimit)
  }

  @Test("The style of four cars is inconsistent as for numpy and R")
  func equalsTheStyle() throws {
    let oracle = try OracleFile.read("o03-ahp-small-and-inconsistent", as: Cars.self)
    let matrix = try PairwiseOracle(oracle.input.style_4.pairwise)
    let peer = try #require(oracle.peer_outputs["mcda_style_4"])
    #expect(distance(try matrix.weights(.eigenvector).values, peer.numpy_eig.weights) <= 1e-9)
    #expect(
      distance(try matrix.weights(.geometricMean).values, peer.geometric_mean_direct) <= 1e-9)
    let found = try matrix.consistency()
    #expect((found.largestEigenvalue - peer.numpy_eig.lambda_max).magnitude <= 1e-9)
    #expect((found.index - peer.numpy_eig.CI).magnitude <= 1e-9)
    #expect((found.ratio - peer.numpy_eig.CI / 0.90).magnitude <= 1e-9)
    #expect(found.ratioLimit == 0.08)
    #expect(found.isPastLimit)
  }

  @Test("Weights times local priorities give the totals of the cars")
  func equalsTheCarTotals() throws {
    let oracle = try OracleFile.read("o03-ahp-small-and-inconsistent", as: Cars.self)
    let cars = oracle.input.car_synthesis
    let parts = try [cars.criteria_pairwise, cars.style, cars.reliability, cars.fuel].map {
      try PairwiseOracle($0).weights(.eigenvector).values
    }
    for (place, name) in ["Corsa", "Clio", "Fiesta", "Sandero"].enumerated() {
      let total = zip(parts[0], parts.dropFirst()).reduce(0) { $0 + $1.0 * $1.1[place] }
      let run = try #require(oracle.expected.car_synthesis.run[name])
      #expect((total - run).magnitude <= 1e-9, "\(name) \(total)")
    }
  }
}
