// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Foundation
import TestSupport
import Testing

/// Random preferences, asked both questions on the levels of the fair model.
struct FairPopulation {
  /// How many sets of preferences.
  static let sets = Battery.count(short: 1000, long: 10000)

  static let list = FairLevels.questionA + ["procedure-time", "cement-leak"]

  /// What one person is told.
  struct Told {
    let whether: CombinedVerdict
    let which: CombinedVerdict
    let readings: [ReadingAnalysis]
  }

  let blinded: PreparedReading
  let open: PreparedReading
  let which: PreparedReading

  init(region: String) throws {
    blinded = try FairLevels.procedureOrNone("\(region)/blinded")
    open = try FairLevels.procedureOrNone("\(region)/open")
    which = try FairLevels.whichProcedure(region)
  }

  /// A set of weights, all alike.
  static func weights(_ generator: inout SeededGenerator) throws -> CriterionWeights {
    try CriterionWeights(
      criteria: list,
      proportionalTo: list.map { _ in -log(Double.random(in: 1e-12..<1, using: &generator)) })
  }

  /// The procedure that fits better, else the one that stands for both.
  func procedure(_ weights: CriterionWeights) throws -> String {
    let pair = try #require(
      try which.analyse(
        first: "vertebroplasty", second: "kyphoplasty", weights: weights,
        uncertainty: .responseError(sigma: 0.3), limits: StrengthLimits()))
    let answer = CombinedVerdict(
      [.init(margin: pair.comparison.margin, strength: pair.verdict.strength)],
      limits: StrengthLimits())
    return answer.namesFirst == false ? "kyphoplasty" : "vertebroplasty"
  }

  func ask(
    _ weights: CriterionWeights, _ uncertainty: WeightUncertainty = .responseError(sigma: 0.3)
  ) throws -> Told {
    let limits = StrengthLimits()
    func part(_ analysis: ReadingAnalysis) -> CombinedVerdict.Part {
      .init(margin: analysis.comparison.margin, strength: analysis.verdict.strength)
    }
    let pair = try #require(
      try which.analyse(
        first: "vertebroplasty", second: "kyphoplasty", weights: weights, uncertainty: uncertainty,
        limits: limits))
    let answer = CombinedVerdict([part(pair)], limits: limits)
    let procedure = answer.namesFirst == false ? "kyphoplasty" : "vertebroplasty"
    let readings = try [blinded, open].map { reading in
      try #require(
        try reading.analyse(
          first: procedure, second: "care", weights: weights, uncertainty: uncertainty,
          limits: limits))
    }
    return Told(
      whether: CombinedVerdict(readings.map(part), limits: limits), which: answer,
      readings: readings + [pair])
  }
}

/// Shares of a population that are told something, in percent.
struct FairShares {
  private var counts: [String: Int] = [:]
  private var all = 0

  mutating func add(_ verdict: CombinedVerdict, first: String, second: String) {
    all += 1
    switch verdict.level {
    case .closeCall: counts["close", default: 0] += 1
    case .dependsOnReading: counts["depends", default: 0] += 1
    case .fitsSomewhatBetter, .fitsClearlyBetter:
      let name = verdict.namesFirst == true ? first : second
      counts[name, default: 0] += 1
      if verdict.level == .fitsClearlyBetter { counts["\(name) clearly", default: 0] += 1 }
    }
  }

  func percent(_ name: String) -> Double { 100 * Double(counts[name] ?? 0) / Double(all) }

  /// Whether a share is near one that was found elsewhere: 1.5 points, and with fewer sets three
  /// standard errors more.
  func isNear(_ name: String, _ found: Double) -> Bool {
    let share = found / 100
    let error = Battery.isLong ? 0 : 300 * (share * (1 - share) / Double(all)).squareRoot()
    return (percent(name) - found).magnitude <= 1.5 + error
  }
}
