// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis

/// How long the parts of an analysis take on one thread.
struct Timing {
  /// One line per part: its name, the smallest time, the tenth percentile, the median, in
  /// nanoseconds, and the largest time.
  private(set) var lines: [String] = []
  /// Keeps results in use, so that no work is left out.
  private var total = 0.0

  init(rounds: Int, problem: DecisionProblem, request: RequestText) throws {
    let plan = try SamplePlan(problem, points: request.points)
    let people = request.people.indices
    let quick = try people.map { try request.request($0, problem, quick: true) }
    let whole = try people.map { try request.request($0, problem) }
    try measure("setup", 20) {
      try SamplePlan(problem, points: request.points).problem.alternatives.count
    }
    try measure("ranks", rounds, people.count) {
      try plan.simulate(quick[$0]).rankAcceptability[0][0]
    }
    try measure("ranks+value", rounds, people.count) {
      try plan.simulate(whole[$0]).rankAcceptability[0][0]
    }
    let results = try whole.map { try plan.simulate($0) }
    let frame = try AnalysisFrame(problem)
    try measure("deterministic", rounds, people.count) {
      try frame.analyse(
        whole[$0].weights, comparing: problem.alternatives, thresholds: VerdictThresholds(),
        simulation: results[$0]
      ).difference
    }
    // All that is worked out for one person.
    try measure("whole", rounds, people.count) {
      try frame.analyse(
        whole[$0].weights, comparing: problem.alternatives, thresholds: VerdictThresholds(),
        simulation: plan.simulate(whole[$0])
      ).difference
    }
    try measure("totals", rounds, people.count) {
      try AdditiveModel(problem, whole[$0].weights).totals[0]
    }
    let values = problem.values()
    let patients = (0..<10_000).map { whole[$0 % people.count].weights.values }
    try measure("totals-of-10000", 20) { Self.totals(values, patients) }
    lines.append("kept \(total)")
  }

  private static func totals(_ values: [[Double]], _ patients: [[Double]]) -> Double {
    var highest = 0.0
    for weights in patients {
      for row in values {
        var sum = 0.0
        for index in row.indices { sum += weights[index] * row[index] }
        highest = max(highest, sum)
      }
    }
    return highest
  }

  private mutating func measure(
    _ name: String, _ rounds: Int, _ work: () throws -> some BinaryFloatingPoint
  ) throws {
    try measure(name, rounds, 1) { _ in try work() }
  }

  private mutating func measure(
    _ name: String, _ rounds: Int, _ work: () throws -> Int
  ) throws {
    try measure(name, rounds, 1) { _ in Double(try work()) }
  }

  private mutating func measure(
    _ name: String, _ rounds: Int, _ people: Int,
    _ work: (Int) throws -> some BinaryFloatingPoint
  ) throws {
    let clock = ContinuousClock()
    var times: [Int64] = []
    for _ in 0..<rounds {
      for person in 0..<people {
        let start = clock.now
        total += Double(try work(person))
        let parts = start.duration(to: clock.now).components
        times.append(parts.seconds * 1_000_000_000 + parts.attoseconds / 1_000_000_000)
      }
    }
    times.sort()
    let picks = [0, times.count / 10, times.count / 2, times.count - 1].map { times[$0] }
    lines.append(([name] + picks.map(\.description)).joined(separator: " "))
  }
}
