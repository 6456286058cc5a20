// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import DecisionAnalysis
import EvidencePack
// DecisionAnalysis takes square roots; this links the library they may come from.
import Glibc

/// Prints how long the answers to both questions of the pack take for one person, under every reading
/// of the evidence, beside one simulation of the whole list with its closed forms, in one run.
///
///     swift run -c release answers-benchmark [PERSONS]
@main
struct AnswersBenchmark {
  private let questions: [PreparedQuestion]
  private let limits: StrengthLimits
  private let list: [String]
  private let plan: SamplePlan
  private let frame: AnalysisFrame

  static func main() throws {
    let persons = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1000
    let benchmark = try AnswersBenchmark()
    var random: UInt64 = 20_261_130
    let weights = try (0..<persons).map { _ in try benchmark.weights(&random) }
    var (both, one) = ([Double](), [Double]())
    // In turn, so that nothing else that runs favours either.
    for weights in weights {
      both.append(try time { try benchmark.answers(weights) })
      one.append(try time { try benchmark.wholeList(weights) })
    }
    let (first, second) = (both.sorted()[persons / 2], one.sorted()[persons / 2])
    print("both questions under every reading: \(first) microseconds a person (median)")
    print("one simulation of the whole list:   \(second) microseconds a person (median)")
    print("ratio: \(first / second)")
  }

  private init() throws {
    let pack = try PreparedPack(PreparedPack.embedded, hashing: Hashing { _ in [] }).pack
    let prepared = try PreparedDecision(pack: pack, region: "US")
    questions = prepared.questions
    limits = pack.limits
    list = pack.criteria.map(\.id)
    let problem = try prepared.problem.restricted(toCriteria: list)
    plan = try SamplePlan(
      problem, points: pack.simulation.points, sigma: pack.simulation.sigma,
      listLengths: [list.count])
    frame = try AnalysisFrame(problem)
  }

  /// The answers to both questions.
  private func answers(_ weights: CriterionWeights) throws {
    for question in questions {
      let second = question.question.kind == .whichProcedure ? "kyphoplasty" : "care"
      _ = try question.answer(
        first: "vertebroplasty", second: second, weights: weights,
        uncertainty: .responseError(sigma: plan.sigma), limits: limits)
    }
  }

  /// One simulation of all options on the whole list, and the closed forms of both pairs.
  private func wholeList(_ weights: CriterionWeights) throws {
    let pairs = [["vertebroplasty", "care"], ["vertebroplasty", "kyphoplasty"]]
    let simulation = try plan.simulate(
      SamplePlan.Request(
        alternatives: plan.problem.alternatives, weights: weights,
        uncertainty: .responseError(sigma: plan.sigma), sets: pairs))
    for pair in pairs {
      _ = try frame.analyse(
        weights, comparing: pair, list: list,
        thresholds: VerdictThresholds(
          sameBelow: 2, clearFrom: 5, somewhatShare: 0.6, clearShare: 0.8, everythingShare: 0.95,
          flipWithin: 0.25), simulation: simulation)
    }
  }

  /// Weights like those of a person, the same in every run.
  private func weights(_ random: inout UInt64) throws -> CriterionWeights {
    try CriterionWeights(
      criteria: list,
      proportionalTo: list.map { _ in
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double((random >> 33) % 100 + 1)
      })
  }

  /// Microseconds of a piece of work.
  private static func time(_ work: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let parts = try clock.measure(work).components
    return Double(parts.seconds) * 1e6 + Double(parts.attoseconds) / 1e12
  }
}
