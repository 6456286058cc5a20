// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Foundation
import TestSupport
import Testing

/// What the rules for a pack keep out, forced in: how far one unfair criterion moves the answers.
///
/// Source: DecisionAnalysis.docc/Readings.md, "One unfair criterion".
struct FairForcedTests {
  /// A criterion that a fair question does not hold.
  enum Forced: String, CaseIterable {
    /// Minutes, which care without a procedure has none of.
    case minutes
    /// Keeping options open, true of care by definition.
    case optionsOpen
    /// Pain, asked a second time.
    case painTwice
  }

  /// The column of a criterion that is forced in, care first.
  private static func column(
    _ forced: Forced, _ setting: String
  ) throws -> (criterion: Criterion, cells: [PerformanceCell]) {
    switch forced {
    case .minutes:
      // The range of pack 1: from the longest procedure to none.
      let cells = try FairLevels.options.map { option -> PerformanceCell in
        guard let cell = try FairLevels.rows(setting)["procedure-time"]?.cells[option] else {
          return PerformanceCell(.exact(0))
        }
        let baseline = cell.relativeTo == nil ? nil : Baseline(alternative: 1, operation: .sum)
        return PerformanceCell(try cell.spec.distribution, baseline: baseline)
      }
      return (
        try Criterion(
          id: "minutes", direction: .lowerIsBetter, worst: 90, best: 0, branch: "all",
          acceptsLevelsOutside: true), cells
      )
    case .optionsOpen:
      return (
        try Criterion(
          id: "options-open", direction: .higherIsBetter, worst: 0, best: 1, branch: "all"),
        [1, 0, 0].map { PerformanceCell(.exact($0)) }
      )
    case .painTwice:
      let id = "pain-relief"
      let problem = try FairLevels.problem(
        setting, options: FairLevels.options, criteria: [id])
      let own = problem.criteria[0]
      return (
        try Criterion(
          id: "\(id)-again", direction: own.direction, worst: own.worst, best: own.best,
          branch: "all", acceptsLevelsOutside: true), problem.table.cells.map { $0[0] }
      )
    }
  }

  private static func question(_ forced: [Forced], _ setting: String) throws -> PreparedReading {
    let plain = try FairLevels.problem(
      setting, options: FairLevels.options, criteria: FairLevels.questionA)
    let columns = try forced.map { try column($0, setting) }
    let criteria = plain.criteria + columns.map(\.criterion)
    var declared = try FairLevels.declared(setting)
    declared += declared.filter { $0.criterion == "pain-relief" }.map {
      CellReference(alternative: $0.alternative, criterion: "pain-relief-again")
    }
    return try PreparedReading(
      DecisionProblem(
        alternatives: plain.alternatives, criteria: criteria,
        table: PerformanceTable(
          cells: plain.table.cells.enumerated().map { row, cells in
            cells + columns.map { $0.cells[row] }
          })), criteria: criteria.map(\.id), traits: FairLevels.traits, declared: declared,
      otherMeasure: PreparedReading.OtherMeasure(
        of: "height-restoration",
        problem: FairLevels.problem(
          setting, options: FairLevels.options, criteria: ["further-collapse"])),
      points: 4096, sigma: 0.3, longestList: 7)
  }

  static let found: [(forced: [Forced], care: Double?, procedure: Double?)] = [
    ([.minutes], 18, 6), ([.optionsOpen], 28, 4), ([.minutes, .optionsOpen], 44, 1),
    ([.painTwice], nil, 30),
  ]

  @Test(
    "An unfair criterion, forced in, moves the answers as was found elsewhere", .takesLong,
    arguments: found)
  func forcedIn(forced: [Forced], care: Double?, procedure: Double?) throws {
    let blinded = try Self.question(forced, "US/blinded")
    let open = try Self.question(forced, "US/open")
    let fair = try FairPopulation(region: "US")
    var shares = FairShares()
    var generator = SeededGenerator(seed: 41)
    for _ in 0..<FairPopulation.sets {
      // The weights of the question and of which procedure are asked together.
      let list = blinded.criteria + ["procedure-time", "cement-leak"]
      let weights = try CriterionWeights(
        criteria: list,
        proportionalTo: list.map { _ in -log(Double.random(in: 1e-12..<1, using: &generator)) })
      let named = try fair.procedure(weights)
      let parts = try [blinded, open].map { reading in
        let analysis = try #require(
          try reading.analyse(
            first: named, second: "care", weights: weights,
            uncertainty: .responseError(sigma: 0.3), limits: StrengthLimits()))
        return CombinedVerdict.Part(
          margin: analysis.comparison.margin, strength: analysis.verdict.strength)
      }
      shares.add(
        CombinedVerdict(parts, limits: StrengthLimits()), first: "procedure", second: "care")
    }
    if let care { #expect(shares.isNear("care", care), "\(shares)") }
    if let procedure { #expect(shares.isNear("procedure", procedure), "\(shares)") }
  }
}
