// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import TestSupport
import Testing

struct FairLevelTests {
  static let settings = ["US", "EU", "IN"].flatMap { ["\($0)/blinded", "\($0)/open"] }

  @Test(
    "Every level has the mean, estimate, value and limits that were worked out elsewhere",
    arguments: settings)
  func levels(setting: String) throws {
    for (id, row) in try FairLevels.rows(setting) {
      let options = FairLevels.options.filter { row.cells[$0] != nil }
      let problem = try FairLevels.problem(setting, options: options, criteria: [id])
      for (place, option) in options.enumerated() {
        let expected = try #require(row.cells[option])
        let mean = problem.table.mean(place, 0)
        let interval = problem.table.combinedInterval(place, 0)
        let near = 1e-9 * max(1, expected.mean.magnitude)
        #expect((mean - expected.mean).magnitude < near, "\(id) \(option)")
        #expect((problem.table.estimate(place, 0) - expected.estimate).magnitude < near)
        #expect(
          (problem.criteria[0].valueFunction.value(at: mean) - expected.value).magnitude < 1e-9)
        #expect((interval.low - expected.interval[0]).magnitude < near, "\(id) \(option)")
        #expect((interval.high - expected.interval[1]).magnitude < near, "\(id) \(option)")
      }
    }
  }

  struct Ranges: Decodable {
    struct Fill: Decodable {
      let low: Double
      let high: Double
      let worst: Double
      let best: Double
      let inside: Bool
      let filled: Double
    }
    let expected: [String: Fill]
  }

  @Test("Every range holds the limits of all options and readings, and is filled")
  func ranges() throws {
    let ranges = try OracleFile.read("Fair/o14-ranges", as: Ranges.self)
    for (name, expected) in ranges.expected {
      let parts = name.split(separator: ".").map(String.init)
      let region = parts.count > 1 ? parts[1] : "US"
      var limits: [PerformanceInterval] = []
      for reading in ["blinded", "open"] {
        let cells = try #require(FairLevels.rows("\(region)/\(reading)")[parts[0]]).cells
        limits += cells.values.map { PerformanceInterval($0.interval[0], $0.interval[1]) }
      }
      let fill = try #require(
        RangeFill(worst: expected.worst, best: expected.best, limits: limits))
      #expect(
        distance(
          [fill.low, fill.high, fill.filled], [expected.low, expected.high, expected.filled])
          < 1e-9, "\(name)")
      #expect(fill.isInside == expected.inside)
    }
  }

  @Test("A range that a limit lies outside of is not held")
  func outside() throws {
    let fill = try #require(
      RangeFill(worst: 40, best: 0, limits: [PerformanceInterval(2, 41)]))
    #expect(!fill.isInside)
    #expect(RangeFill(worst: 0, best: 1, limits: []) == nil)
  }
}
