// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis

/// What depends on the setting alone and is shared by all persons in it: the problem, its draws, what
/// its closed forms start from, and what its evidence should make anyone careful about.
public struct PreparedDecision: Sendable {
  /// The problem with all alternatives and all criteria of the pack.
  public let problem: DecisionProblem
  /// What the closed forms start from.
  public let frame: AnalysisFrame
  /// The draws.
  public let plan: SamplePlan
  /// What to keep in mind about the evidence in this setting.
  public let warnings: [ModelWarning]

  /// The problem and draws of a pack in a region, with a clinic's own prices where there are some.
  ///
  /// - Throws: `DecisionProblemError` when the pack has no usable numbers for the region.
  public init(
    pack: EvidencePack, region: String, prices: [CareSetting.Price] = []
  ) throws(DecisionProblemError) {
    let problem = try ProblemBuilder.problem(of: pack, region: region, prices: prices)
    self.problem = problem
    warnings = ModelWarnings.of(
      pack: pack, problem: problem, region: region, priced: prices.map(\.alternative))
    do throws(AnalysisError) {
      frame = try AnalysisFrame(problem)
      plan = try SamplePlan(
        problem, points: pack.simulation.points, sigma: pack.simulation.sigma,
        listLengths: Set(pack.panels.map(\.criteria.count)).sorted())
    } catch {
      guard case .invalidProblem(let faults) = error, let fault = faults.first else {
        throw .unusablePoints(pack.simulation.points)
      }
      throw fault
    }
  }
}

/// What was prepared for settings, each once: one for every region, and the last few with prices of a
/// clinic's own.
///
/// One value belongs to one task.
public struct PreparedDecisions: Sendable {
  /// A setting with its own prices.
  private struct Own: Sendable {
    let region: String
    let prices: [CareSetting.Price]
    let decision: PreparedDecision

    /// Whether the prices are the same, wherever they stand in a profile.
    func holds(for setting: CareSetting) -> Bool {
      region == setting.region && prices.count == setting.prices.count
        && zip(prices, setting.prices).allSatisfy {
          $0.alternative == $1.alternative && $0.distribution == $1.distribution
        }
    }
  }

  /// How many settings with their own prices are kept: a clinic has one list of prices.
  private static let limit = 4

  private let pack: EvidencePack
  private var regions: [String: PreparedDecision] = [:]
  private var own: [Own] = []

  /// Nothing is prepared yet for the settings of a pack.
  public init(pack: EvidencePack) { self.pack = pack }

  /// What is prepared for a setting.
  ///
  /// - Throws: `DecisionProblemError` when the pack has no usable numbers for it.
  public mutating func decision(
    _ setting: CareSetting
  ) throws(DecisionProblemError) -> PreparedDecision {
    if setting.prices.isEmpty {
      if let kept = regions[setting.region] { return kept }
      let made = try PreparedDecision(pack: pack, region: setting.region)
      regions[setting.region] = made
      return made
    }
    if let kept = own.first(where: { $0.holds(for: setting) }) { return kept.decision }
    let made = try PreparedDecision(pack: pack, region: setting.region, prices: setting.prices)
    if own.count == PreparedDecisions.limit { own.removeFirst() }
    own.append(Own(region: setting.region, prices: setting.prices, decision: made))
    return made
  }
}
