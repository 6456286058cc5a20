// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension WeightUncertainty {
  /// The uncertainty that is declared for a way of asking: an order is only an order, ranges are
  /// only ranges, and every number is off by a response error with the same sigma.
  ///
  /// Source: `decision-model.md` 2.3.
  public static func declared(
    for elicitation: WeightElicitation, criteria: [Criterion], sigma: Double
  ) -> WeightUncertainty {
    if let ranks = elicitation.ranks(for: criteria) { return .ordinal(ranks: ranks) }
    if let ranges = elicitation.intervals(for: criteria) {
      return .relativeToTop(ranges.map { PerformanceInterval($0.low, $0.high) })
    }
    return .responseError(sigma: sigma)
  }
}
