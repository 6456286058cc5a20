// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionModel
import Testing

struct ClosenessTests {
  private static let near = WeightTarget.criterion("c0")

  private static func flips(at weight: Double) throws -> [WeightFlips] {
    // Leads (-(1 - weight), weight): t* = rest / (rest - inside) = weight; the weight of now is 0.5.
    let model = try SmallProblem.model([[0, weight], [1 - weight, 0]], [1, 1])
    return [WeightFlips(in: model, leader: 0, moving: [0], as: near)]
  }

  static let cases: [(points: Double, flip: Double, Closeness.Level, [ClosenessReason])] = [
    (1.99, 0.9, .aboutTheSame, [.differenceBelowSame]),
    (2, 0.9, .closeCall, [.differenceBelowClose]),
    (4.99, 0.9, .closeCall, [.differenceBelowClose]),
    (5.01, 0.9, .fitsBetter, []),
    (40, 0.62, .closeCall, [.flipNearby(near)]),
    (40, 0.63, .fitsBetter, []),
    (1, 0.6, .aboutTheSame, [.differenceBelowSame, .flipNearby(near)]),
  ]

  @Test(arguments: cases)
  func joinsTheMarginAndTheWeightTest(
    points: Double, flip: Double, level: Closeness.Level, reasons: [ClosenessReason]
  ) throws {
    let closeness = Closeness(
      difference: points / 100, flips: try Self.flips(at: flip), breakEvens: [],
      leaderDominates: false, weightsElicited: true, thresholds: FractureProblem.thresholds)
    #expect(closeness.level == level)
    #expect(closeness.reasons == reasons)
  }

  @Test(arguments: [(0.3, Closeness.Level.closeCall), (0.55, .fitsBetter)])
  func heedsABreakEvenThatTheStudiesLeaveOpen(low: Double, level: Closeness.Level) throws {
    let problem = try SmallProblem.make([
      [PerformanceCell(.normal(estimate: 0.8, low: low, high: 0.9))],
      [PerformanceCell(.exact(0.5))],
    ])
    let analysis = try analyse(
      problem, SmallProblem.weights(problem, [1]), comparing: ["a0", "a1"],
      thresholds: FractureProblem.thresholds)
    let cell = CellReference(alternative: "a0", criterion: "c0")
    #expect(analysis.closeness.level == level)
    #expect(
      analysis.closeness.reasons == (level == .closeCall ? [.breakEvenInsideEvidence(cell)] : []))
    #expect(analysis.closeness.leaderDominates)
  }

  @Test func neverCallsUnaskedWeightsClear() throws {
    let problem = try SmallProblem.exact([[0.9, 0.9], [0.1, 0.1]])
    let analysis = try analyse(
      problem, .equal(criteria: ["c0", "c1"]), comparing: ["a0", "a1"],
      thresholds: FractureProblem.thresholds)
    #expect(analysis.closeness.level == .closeCall)
    #expect(analysis.closeness.reasons == [.weightsNotElicited])
  }
}
