// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
// DecisionAnalysis takes square roots; this links the library they may come from.
import Glibc

/// Prints what the simulation says about decision problems from standard input, or how long it takes.
///
/// The benchmarks `accuracy.py`, `speed.py` and `same_bits.py` drive it.
///
///     problem ID        begins a problem (`ProblemText`, `RequestText`)
///     run               prints the results of every person
///     together          the same, all people at once in tasks of their own
///     time ROUNDS       prints nanoseconds over so many rounds of all people
@main
struct SimulationBenchmark {
  private var id = ""
  private var problem = ProblemText()
  private var request = RequestText()

  static func main() async throws {
    var benchmark = SimulationBenchmark()
    while let line = readLine() {
      try await benchmark.read(line)
    }
  }

  private mutating func read(_ line: String) async throws {
    let words = line.split(separator: " ").map(String.init)
    if try problem.read(words) { return }
    if try request.read(words) { return }
    switch words.first {
    case nil: break
    case "problem": self = SimulationBenchmark(id: words[1])
    case "run":
      let plan = try plan()
      for person in request.people.indices {
        show(try plan.simulate(request.request(person, plan.problem)))
      }
    case "together":
      for result in try await together() { show(result) }
    case "time":
      let timing = try Timing(
        rounds: Int(try ProblemText.number(words[1])), problem: problem.problem, request: request)
      print(([id] + timing.lines).joined(separator: "\n"))
    default: throw UnreadableLine(line: line)
    }
  }

  private init(id: String = "") { self.id = id }

  private func plan() throws -> SamplePlan {
    try SamplePlan(problem.problem, points: request.points)
  }

  /// The results of all people, each in a task of its own with a plan of its own.
  private func together() async throws -> [SimulationResult] {
    let (problem, request) = (self.problem.problem, self.request)
    return try await withThrowingTaskGroup(of: (Int, SimulationResult).self) { group in
      for person in request.people.indices {
        group.addTask {
          let plan = try SamplePlan(problem, points: request.points)
          return (person, try plan.simulate(request.request(person, problem)))
        }
      }
      var results: [(Int, SimulationResult)] = []
      for try await result in group { results.append(result) }
      return results.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  /// Numbers are printed so that reading them gives the same bits.
  private func show(_ result: SimulationResult) {
    print("result", id, result.method)
    func line(_ name: String, _ numbers: [Double]) {
      print(([name] + numbers.map(\.description)).joined(separator: " "))
    }
    result.rankAcceptability.forEach { line("ranks", $0) }
    result.pairwiseWinning.forEach { line("winning", $0) }
    line("totals", result.meanTotals)
    line("weights", result.meanWeights)
    result.centralWeights.forEach { line("central", $0 ?? []) }
    line("confidence", result.confidenceFactors.map { $0 ?? -1 })
    for value in result.valueOfInformation {
      line(
        "value", [value.perfect, value.preferences, value.evidence] + value.evidenceByCriterion)
    }
    line("entropy", [result.rankingEntropy ?? -1])
    print("end")
  }
}
