// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

/// The weights of the draws against what is known about each model of preference uncertainty.
struct WeightMomentsTests {
  private static func plan(_ count: Int, points: Int = 8192) throws -> SamplePlan {
    try SamplePlan(
      SmallProblem.exact([[Double]](repeating: Array(repeating: 0.5, count: count), count: 2)),
      points: points, sigma: 0.3)
  }

  private static func moments(
    _ weights: [Double], _ uncertainty: WeightUncertainty, points: Int = 8192
  ) throws -> WeightMoments {
    let plan = try plan(weights.count, points: points)
    return try plan.moments(
      of: SmallProblem.weights(plan.problem, weights), uncertainty: uncertainty)
  }

  private struct Oracle: Decodable {
    let cases: [String: Case]
    struct Case: Decodable {
      let peer: Moments
      let independent_check: Moments?
    }
    struct Moments: Decodable {
      let mean: [Double]
      let sd: [Double]
    }
  }

  private static let space: [(id: String, count: Int, uncertainty: WeightUncertainty)] = [
    ("simplex_5", 5, .uniform),
    ("ordinal_3", 3, .ordinal(ranks: [1, 2, 3])),
    ("ordinal_5", 5, .ordinal(ranks: [1, 2, 3, 4, 5])),
    ("ordinal_8", 8, .ordinal(ranks: [1, 2, 3, 4, 5, 6, 7, 8])),
    (
      "star_ratio", 4,
      .relativeToTop([
        PerformanceInterval(1, 1), PerformanceInterval(0.5, 0.9), PerformanceInterval(0.2, 0.6),
        PerformanceInterval(0.1, 0.3),
      ])
    ),
    (
      "chain_ratio", 3,
      .chain(
        order: [0, 2, 1], ratios: [PerformanceInterval(1.25, 2), PerformanceInterval(1.1, 3)])
    ),
  ]

  @Test(
    "Mean and spread of constrained weights equal the exact ones (oracle o12)", arguments: space)
  func equalsTheWeightSpace(row: (id: String, count: Int, uncertainty: WeightUncertainty)) throws {
    let oracle = try OracleFile.read("o12-weight-space", as: Oracle.self)
    let known = try #require(oracle.cases[row.id])
    let ours = try Self.moments(Array(repeating: 1, count: row.count), row.uncertainty)
    if let check = known.independent_check {
      #expect(distance(ours.means, check.mean) <= 0.0005)
      #expect(distance(ours.deviations, check.sd) <= 0.0005)
    } else {
      // Uniform on the simplex and on its ordered part there are formulas.
      let exact =
        row.uncertainty == .uniform
        ? Array(repeating: 1 / Double(row.count), count: row.count)
        : (0..<row.count).map { rank in
          (rank..<row.count).reduce(0) { $0 + 1 / Double($1 + 1) } / Double(row.count)
        }
      #expect(distance(ours.means, exact) <= 0.0005)
      #expect(distance(ours.deviations, Self.deviations(row.count, row.uncertainty)) <= 0.0005)
      // The peer's own error is that of 1,000,000 (n = 8: 100,000) draws.
      #expect(distance(known.peer.mean, exact) <= 0.0006)
    }
  }

  /// With w_k = sum over i >= k of y_i / i and y uniform on the simplex, cov(y_i, y_j) =
  /// (n [i = j] - 1) / (n^2 (n + 1)).
  private static func deviations(_ n: Int, _ uncertainty: WeightUncertainty) -> [Double] {
    let unit = 1 / (Double(n * n) * Double(n + 1))
    if uncertainty == .uniform {
      return Array(repeating: (Double(n - 1) * unit).squareRoot(), count: n)
    }
    return (0..<n).map { place in
      let shares = (place..<n).map { 1 / Double($0 + 1) }
      let sum = shares.reduce(0, +)
      let squares = shares.reduce(0) { $0 + $1 * $1 }
      return (unit * (Double(n) * squares - sum * sum)).squareRoot()
    }
  }

  @Test("Weights without uncertainty are the weights given")
  func keepsFixedWeights() throws {
    let ours = try Self.moments([5, 3, 2], .none, points: 1024)
    #expect(distance(ours.means, [0.5, 0.3, 0.2]) <= 1e-7)
    #expect(distance(ours.deviations, [0, 0, 0]) <= 1e-7)
  }

  @Test(
    "Dirichlet weights have the mean w and the variance w (1 - w) / (c + 1)", arguments: [3.0, 30])
  func equalsDirichlet(concentration: Double) throws {
    let weights = [0.5, 0.3, 0.15, 0.05, 0]
    let ours = try Self.moments(weights, .dirichlet(concentration: concentration))
    let deviations = weights.map { ($0 * (1 - $0) / (concentration + 1)).squareRoot() }
    #expect(distance(ours.means, weights) <= 0.0005)
    #expect(distance(ours.deviations, deviations) <= 0.0005)
  }

  @Test("Two weights with response errors are logit-normal", arguments: [0, 0.1, 0.3, 0.7, 1.5])
  func equalsLogitNormal(sigma: Double) throws {
    let ours = try Self.moments([0.7, 0.3], .responseError(sigma: sigma))
    // The midpoint rule over 12 standard deviations.
    let steps = 4000
    var (mean, square) = (0.0, 0.0)
    for step in 0..<steps {
      let z = 12 * ((Double(step) + 0.5) / Double(steps) - 0.5)
      let density = Numerics.normalDensity(z) * 12 / Double(steps)
      let share = 0.7 / (0.7 + 0.3 * Numerics.exp(sigma * 2.0.squareRoot() * z))
      mean += density * share
      square += density * share * share
    }
    #expect((ours.means[0] - mean).magnitude <= 0.0002)
    #expect((ours.deviations[0] - (square - mean * mean).squareRoot()).magnitude <= 0.0005)
  }

  @Test(
    "Of two weights whose ratio lies in a range, each is uniform",
    arguments: [(0.2, 0.6), (0.5, 1), (0, 1)])
  func equalsUniform(low: Double, high: Double) throws {
    let ends = [1 / (1 + high), 1 / (1 + low)]
    let mean = (ends[0] + ends[1]) / 2
    let deviation = (ends[1] - ends[0]) / 12.0.squareRoot()
    var models: [WeightUncertainty] = [
      .relativeToTop([PerformanceInterval(1, 1), PerformanceInterval(low, high)])
    ]
    if low > 0 {
      models.append(.chain(order: [0, 1], ratios: [PerformanceInterval(1 / high, 1 / low)]))
    }
    for model in models {
      let ours = try Self.moments([1, 1], model)
      #expect(distance(ours.means, [mean, 1 - mean]) <= 0.0002)
      #expect(distance(ours.deviations, [deviation, deviation]) <= 0.0002)
    }
  }

  @Test("With only the most important criterion known, its weight is the largest of the simplex")
  func takesWideRanges() throws {
    let n = 9
    let ranges = (0..<n).map { PerformanceInterval($0 == 4 ? 1 : 0, 1) }
    let ours = try Self.moments(Array(repeating: 1, count: n), .relativeToTop(ranges))
    // E of the largest of n uniform weights is the first of the rank-order centroid.
    let largest = (1...n).reduce(0) { $0 + 1 / Double($1) } / Double(n)
    let others = (1 - largest) / Double(n - 1)
    #expect(distance(ours.means, (0..<n).map { $0 == 4 ? largest : others }) <= 0.002)
  }

  @Test("A chain of ratios that only say the order is the order", arguments: [3, 6, 9])
  func takesWideChains(count: Int) throws {
    let ours = try Self.moments(
      Array(repeating: 1, count: count),
      .chain(
        order: Array((0..<count).reversed()),
        ratios: Array(repeating: PerformanceInterval(1, 1e7), count: count - 1)))
    let centroid = (0..<count).map { rank in
      (rank..<count).reduce(0) { $0 + 1 / Double($1 + 1) } / Double(count)
    }
    #expect(distance(ours.means.reversed(), centroid) <= 0.001)
    let deviations = Self.deviations(count, .ordinal(ranks: []))
    #expect(distance(ours.deviations.reversed(), deviations) <= 0.001)
  }

  @Test("Fixed ratios give fixed weights")
  func takesFixedRatios() throws {
    let chain = WeightUncertainty.chain(
      order: [1, 0, 2], ratios: [PerformanceInterval(2, 2), PerformanceInterval(1.5, 1.5)])
    let top = WeightUncertainty.relativeToTop([
      PerformanceInterval(0.5, 0.5), PerformanceInterval(1, 1), PerformanceInterval(1 / 3, 1 / 3),
    ])
    for model in [chain, top] {
      let ours = try Self.moments([1, 1, 1], model, points: 1024)
      #expect(distance(ours.means, [3.0 / 11, 6.0 / 11, 2.0 / 11]) <= 1e-6)
      #expect(distance(ours.deviations, [0, 0, 0]) <= 1e-3)
    }
  }

  @Test("Equal ranks share their weight alike")
  func takesEqualRanks() throws {
    let ours = try Self.moments([1, 1, 1, 1], .ordinal(ranks: [1, 2, 2, 3]))
    // The rank-order centroid of four is 25/48, 13/48, 7/48, 3/48.
    #expect(distance(ours.means, [25.0 / 48, 10.0 / 48, 10.0 / 48, 3.0 / 48]) <= 0.0005)
  }

  static let misfits: [WeightUncertainty] = [
    .dirichlet(concentration: 0), .dirichlet(concentration: .nan), .responseError(sigma: -1),
    .responseError(sigma: .nan), .ordinal(ranks: [1]), .ordinal(ranks: [0, 1]),
    .relativeToTop([PerformanceInterval(0.5, 0.9), PerformanceInterval(0.2, 0.3)]),
    .relativeToTop([PerformanceInterval(1, 1)]),
    .chain(order: [0, 0], ratios: [PerformanceInterval(1, 2)]), .chain(order: [0, 1], ratios: []),
    .chain(order: [0, 1], ratios: [PerformanceInterval(0, 2)]),
  ]

  @Test("Unusable uncertainty is refused", arguments: misfits)
  func refuses(uncertainty: WeightUncertainty) {
    #expect(throws: AnalysisError.weightsDoNotFit) {
      try Self.moments([1, 1], uncertainty, points: 1024)
    }
  }
}
