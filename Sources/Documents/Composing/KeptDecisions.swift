// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack

/// The problems and draws of settings, each worked out once: one for every region, and the last few
/// with prices of a clinic's own.
struct KeptDecisions: Sendable {
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
  private var regions: [String: PreparedDecision]
  private var own: [Own] = []

  /// - Parameter regions: what is worked out already, by region.
  init(pack: EvidencePack, _ regions: [String: PreparedDecision]) {
    self.pack = pack
    self.regions = regions
  }

  /// The problem and the draws of a setting.
  ///
  /// - Throws: `DecisionProblemError` when the pack has no usable numbers for it.
  mutating func decision(
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
    if own.count == KeptDecisions.limit { own.removeFirst() }
    own.append(Own(region: setting.region, prices: setting.prices, decision: made))
    return made
  }
}
