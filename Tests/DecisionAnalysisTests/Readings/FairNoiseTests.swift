// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Foundation
import TestSupport
import Testing

/// How often an option is named although none differs in truth, with studies as noisy as those of the
/// fair model.
struct FairNoiseTests {
  /// The level that all options have in truth, by criterion.
  static let truth: [String: Double] = [
    "pain-relief": 0, "recovery": 1.5, "height-restoration": 0.8, "serious-harm": 14,
    "cost": 3000, "procedure-time": 32, "cement-leak": 77,
  ]

  private static func normal(_ generator: inout SeededGenerator) -> Double {
    let radius = (-2 * log(Double.random(in: 1e-300..<1, using: &generator))).squareRoot()
    return radius * cos(2 * .pi * Double.random(in: 0..<1, using: &generator))
  }

  /// What a study of the same size and spread would have found of a true level.
  private static func found(
    _ cell: PerformanceCell, truth: Double, _ generator: inout SeededGenerator
  ) -> PerformanceCell {
    let distribution: PerformanceDistribution
    switch cell.distribution {
    case .normal(let estimate, let low, let high):
      let center = (cell.baseline == nil ? truth : 0) + (high - low) / 3.92 * normal(&generator)
      distribution = .normal(
        estimate: center, low: center - (estimate - low), high: center + (high - estimate))
    case .uniform(let low, let high):
      let half = (high - low) / 2
      let center = truth + Double.random(in: -half...half, using: &generator)
      distribution = .uniform(low: center - half, high: center + half)
    case .lognormal(_, let low, let high):
      let spread = log(high / low)
      let center = (cell.baseline == nil ? truth : 1) * exp(spread / 3.92 * normal(&generator))
      distribution = .lognormal(
        estimate: nil, low: center * exp(-spread / 2), high: center * exp(spread / 2))
    case .beta(_, let n, let scale):
      let events = (0..<n).count { _ in
        Double.random(in: 0..<1, using: &generator) < truth / scale
      }
      distribution = .beta(events: events, n: n, scale: scale)
    default: distribution = cell.distribution
    }
    return PerformanceCell(distribution, baseline: cell.baseline)
  }

  private static func question(
    _ setting: String, options: [String], criteria: [String], weighed: [String],
    _ generator: inout SeededGenerator
  ) throws -> PreparedReading {
    let problem = try FairLevels.problem(setting, options: options, criteria: criteria)
    func noisy(_ cells: [PerformanceCell]) throws -> [PerformanceCell] {
      try criteria.indices.map { column in
        found(cells[column], truth: try #require(truth[criteria[column]]), &generator)
      }
    }
    return try PreparedReading(
      DecisionProblem(
        alternatives: problem.alternatives, criteria: problem.criteria,
        table: PerformanceTable(
          cells: problem.table.cells.map(noisy), references: problem.table.references)),
      criteria: weighed, alike: criteria.filter { !weighed.contains($0) },
      traits: FairLevels.traits, declared: FairLevels.declared(setting), points: 1024, sigma: 0.3,
      longestList: 7)
  }

  @Test("Where nothing differs in truth, few are told that an option fits better")
  func fewFalseAlarms() throws {
    var generator = SeededGenerator(seed: 31)
    let limits = StrengthLimits()
    let sets = Battery.count(short: 300, long: 3000)
    var (whether, which) = (FairShares(), FairShares())
    for _ in 0..<sets {
      let weights = try FairPopulation.weights(&generator)
      func part(_ reading: PreparedReading, _ pair: [String]) throws -> CombinedVerdict.Part {
        let analysis = try #require(
          try reading.analyse(
            first: pair[0], second: pair[1], weights: weights,
            uncertainty: .responseError(sigma: 0.3), limits: limits))
        return .init(margin: analysis.comparison.margin, strength: analysis.verdict.strength)
      }
      let readings = try ["blinded", "open"].map { reading in
        try Self.question(
          "US/\(reading)", options: FairLevels.options, criteria: FairLevels.questionA,
          weighed: FairLevels.questionA, &generator)
      }
      whether.add(
        CombinedVerdict(
          try readings.map { try part($0, ["vertebroplasty", "care"]) }, limits: limits),
        first: "procedure", second: "care")
      let pair = ["vertebroplasty", "kyphoplasty"]
      let procedures = try Self.question(
        "US/blinded", options: pair, criteria: FairLevels.questionB + FairLevels.alike,
        weighed: FairLevels.questionB, &generator)
      which.add(
        CombinedVerdict([try part(procedures, pair)], limits: limits), first: pair[0],
        second: pair[1])
    }
    func share(_ shares: FairShares, _ names: [String], clearly: Bool = false) -> Double {
      names.reduce(0) { $0 + shares.percent(clearly ? "\($1) clearly" : $1) }
    }
    let (sides, pair) = (["procedure", "care"], ["vertebroplasty", "kyphoplasty"])
    #expect(share(whether, sides) <= 16, "\(share(whether, sides))")
    #expect(share(whether, sides, clearly: true) <= 4, "\(share(whether, sides, clearly: true))")
    #expect(share(which, pair) <= 25, "\(share(which, pair))")
    #expect(share(which, pair, clearly: true) <= 7, "\(share(which, pair, clearly: true))")
  }
}
