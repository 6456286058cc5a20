// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Foundation
import TestSupport
import Testing

/// The levels of the fair model by region and reading, as they were worked out elsewhere, and the
/// problems of the two questions made from them.
struct FairLevels: Decodable {
  struct Spec: Decodable {
    let kind: String
    let value: Double?
    let estimate: Double?
    let low: Double?
    let high: Double?
    let events: Int?
    let n: Int?
    let scale: Double?

    var distribution: PerformanceDistribution {
      get throws {
        switch kind {
        case "exact": return .exact(try #require(value))
        case "normal":
          return .normal(
            estimate: try #require(estimate), low: try #require(low), high: try #require(high))
        case "uniform": return .uniform(low: try #require(low), high: try #require(high))
        case "lognormal":
          return .lognormal(
            estimate: estimate, low: try #require(low), high: try #require(high))
        case "beta":
          return .beta(
            events: try #require(events), n: try #require(n), scale: try #require(scale))
        default: throw UnknownKind(kind: kind)
        }
      }
    }

    struct UnknownKind: Error { let kind: String }
  }

  struct Cell: Decodable {
    let spec: Spec
    let relativeTo: String?
    let operation: String?
    let basis: String
    let certainty: String
    let mean: Double
    let estimate: Double
    let value: Double
    let interval: [Double]
  }

  struct Row: Decodable {
    let worst: Double
    let best: Double
    let cells: [String: Cell]
  }

  let expected: [String: [String: Row]]

  static let all = Result { try OracleFile.read("Fair/o01-levels", as: FairLevels.self) }

  static let questionA = [
    "pain-relief", "recovery", "height-restoration", "serious-harm", "cost",
  ]
  static let questionB = [
    "height-restoration", "procedure-time", "recovery", "cost", "cement-leak",
  ]
  static let alike = ["pain-relief", "serious-harm"]
  static let options = ["care", "vertebroplasty", "kyphoplasty"]

  /// The rows of a setting such as `US/open`.
  static func rows(_ setting: String) throws -> [String: Row] {
    try #require(all.get().expected[setting])
  }

  /// The problem of some options on some criteria.
  static func problem(
    _ setting: String, options: [String], criteria: [String]
  ) throws -> DecisionProblem {
    let rows = try rows(setting)
    // Options stand on care in some rows; it is a row of its own where it is no option.
    let all = options + Self.options.filter { !options.contains($0) }
    func cells(of option: String) throws -> [PerformanceCell] {
      try criteria.map { id in
        guard let cell = rows[id]?.cells[option] else { return PerformanceCell(.exact(0)) }
        guard let base = cell.relativeTo else {
          return PerformanceCell(try cell.spec.distribution)
        }
        return PerformanceCell(
          try cell.spec.distribution,
          baseline: Baseline(
            alternative: try #require(all.firstIndex(of: base)),
            operation: cell.operation == "sum" ? .sum : .ratio))
      }
    }
    return DecisionProblem(
      alternatives: options,
      criteria: try criteria.map { id in
        let row = try #require(rows[id])
        return try Criterion(
          id: id, direction: row.worst < row.best ? .higherIsBetter : .lowerIsBetter,
          worst: row.worst, best: row.best, branch: "all", acceptsLevelsOutside: true)
      },
      table: PerformanceTable(
        cells: try options.map(cells),
        references: try all.dropFirst(options.count).map {
          ReferenceRow(id: $0, cells: try cells(of: $0))
        }))
  }

  /// The cells whose own numbers were chosen or are not known.
  static func declared(_ setting: String) throws -> [CellReference] {
    try rows(setting).sorted { $0.key < $1.key }.flatMap { id, row in
      row.cells.filter { $0.value.basis == "declared" || $0.value.basis == "notKnown" }
        .map { CellReference(alternative: $0.key, criterion: id) }
    }
  }

  static let traits: [String: PreparedReading.Trait] = [
    "pain-relief": PreparedReading.Trait(worthwhile: 1.5),
    "height-restoration": PreparedReading.Trait(isUnfelt: true),
    "cement-leak": PreparedReading.Trait(isUnfelt: true),
  ]

  /// "A procedure or none" under one reading.
  static func procedureOrNone(_ setting: String) throws -> PreparedReading {
    try PreparedReading(
      problem(setting, options: options, criteria: questionA), criteria: questionA,
      traits: traits, declared: declared(setting),
      otherMeasure: PreparedReading.OtherMeasure(
        of: "height-restoration",
        problem: problem(setting, options: options, criteria: ["further-collapse"])),
      points: 4096, sigma: 0.3, longestList: 7)
  }

  /// "Which of the two procedures".
  static func whichProcedure(_ region: String) throws -> PreparedReading {
    let setting = "\(region)/blinded"
    return try PreparedReading(
      problem(
        setting, options: ["vertebroplasty", "kyphoplasty"], criteria: questionB + alike),
      criteria: questionB, alike: alike, traits: traits, declared: declared(setting),
      points: 4096, sigma: 0.3, longestList: 7)
  }
}
