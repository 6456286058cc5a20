// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Testing

struct VerdictTests {
  private static let near = WeightTarget.criterion("c0")

  private static func flips(at weight: Double) throws -> [WeightFlips] {
    // Leads (-(1 - weight), weight): t* = rest / (rest - inside) = weight; the weight of now is 0.5.
    let model = try SmallProblem.model([[0, weight], [1 - weight, 0]], [1, 1])
    return [WeightFlips(in: model, leader: 0, moving: [0], as: near)]
  }

  struct Case: Sendable {
    var margin = 20.0
    var share = 0.99
    var flip = 0.9
    var dominates = false
    var withinIntervals = false
    var elicited = true
    var level: Verdict.Class
    var closeCall: Verdict.CloseCall?
    var reasons: [VerdictReason]
    var settled = false
  }

  static let cases: [Case] = [
    Case(level: .fitsClearlyBetter, reasons: []),
    Case(margin: 5, share: 0.805, level: .fitsClearlyBetter, reasons: [], settled: false),
    // Of two classes within the numeric error the weaker one.
    Case(
      margin: 5, share: 0.804, level: .fitsSomewhatBetter, reasons: [.shareBelow(0.8)],
      settled: true),
    Case(margin: 4.9, level: .fitsSomewhatBetter, reasons: [.marginBelow(5)]),
    Case(flip: 0.62, level: .fitsSomewhatBetter, reasons: [.flipNearby(near)]),
    Case(flip: 0.63, level: .fitsClearlyBetter, reasons: []),
    Case(
      margin: 2, share: 0.605, level: .fitsSomewhatBetter,
      reasons: [.marginBelow(5), .shareBelow(0.8)]),
    Case(
      margin: 1.9, share: 1, level: .closeCall, closeCall: .aboutTheSame,
      reasons: [.marginBelow(2)]),
    Case(
      margin: 9, share: 0.58, level: .closeCall, closeCall: .cannotBeToldApart,
      reasons: [.shareBelow(0.6)]),
    Case(
      margin: 9, share: 0.601, level: .closeCall, closeCall: .cannotBeToldApart,
      reasons: [.shareBelow(0.6)], settled: true),
    Case(
      margin: 1, share: 0.5, flip: 0.55, level: .closeCall, closeCall: .aboutTheSame,
      reasons: [.marginBelow(2), .shareBelow(0.6), .flipNearby(near)]),
    Case(share: 0.955, dominates: true, level: .betterOnEverything, reasons: [.dominates]),
    Case(
      margin: 0.5, share: 0.6, dominates: true, withinIntervals: true, level: .betterOnEverything,
      reasons: [.dominatesWithinIntervals]),
    Case(
      share: 0.954, dominates: true, level: .fitsClearlyBetter, reasons: [], settled: true),
    // Nobody was asked: no leader, whatever the numbers say.
    Case(
      share: 1, dominates: true, withinIntervals: true, elicited: false, level: .closeCall,
      closeCall: .tooClose, reasons: [.weightsNotElicited]),
  ]

  @Test(
    "joins margin, share, flips and dominance into four classes with their reasons",
    arguments: cases)
  func joins(_ given: Case) throws {
    let verdict = Verdict(
      VerdictEvidence(
        leader: "a", challenger: "b", margin: given.margin, share: given.share,
        numericError: 0.005, dominates: given.dominates,
        dominatesWithinIntervals: given.withinIntervals, flips: try Self.flips(at: given.flip),
        weightsElicited: given.elicited), thresholds: VerdictThresholds())
    #expect(verdict.level == given.level)
    #expect(verdict.closeCall == given.closeCall)
    #expect(verdict.reasons == given.reasons)
    #expect(verdict.settledByNumericError == given.settled)
  }

  @Test("names no leader when estimates and expected values lead to different alternatives")
  func differingLeaders() {
    var evidence = VerdictEvidence(
      leader: "a", challenger: "b", margin: 20, share: 0.99, numericError: 0.005)
    evidence.estimateLeader = "b"
    let verdict = Verdict(evidence, thresholds: VerdictThresholds())
    #expect(verdict.level == .closeCall && verdict.closeCall == .tooClose)
    #expect(verdict.reasons == [.leadersDiffer])
  }

  @Test("heeds a break-even that the studies leave open", arguments: [(0.3, false), (0.55, true)])
  func breakEvens(low: Double, isClear: Bool) throws {
    let problem = try SmallProblem.make([
      [PerformanceCell(.normal(estimate: 0.8, low: low, high: 0.9)), PerformanceCell(.exact(0))],
      [PerformanceCell(.exact(0.5)), PerformanceCell(.exact(0.01))],
    ])
    let analysis = try FractureProblem.analysis(
      of: problem, SmallProblem.weights(problem, [1, 0]), comparing: ["a0", "a1"])
    let cell = CellReference(alternative: "a0", criterion: "c0")
    #expect(analysis.verdict.level == (isClear ? .fitsClearlyBetter : .fitsSomewhatBetter))
    #expect(
      analysis.verdict.reasons == (isClear ? [] : [.breakEvenInsideEvidence(cell)]))
  }

  @Test("takes the share and the margin from the simulation of the pair")
  func pairOfThree() throws {
    let problem = try FractureProblem.make()
    let weights = try SmallProblem.weights(problem, [100, 60, 40, 10, 20, 30, 15, 70, 50])
    let simulation = try SamplePlan(problem, points: 4096).simulate(
      SamplePlan.Request(weights: weights, uncertainty: .responseError(sigma: 0.3)))
    let analysis = try analyse(
      problem, weights, comparing: ["vertebroplasty", "kyphoplasty"],
      thresholds: VerdictThresholds(), simulation: simulation)
    let verdict = analysis.verdict
    #expect(verdict.share == simulation.winning(verdict.leader, over: verdict.challenger))
    let totals = Dictionary(
      uniqueKeysWithValues: zip(simulation.alternatives, simulation.meanTotals))
    let margin =
      try #require(totals[verdict.leader]) - #require(totals[verdict.challenger])
    #expect(verdict.margin == 100 * margin && margin >= 0)
  }
}
