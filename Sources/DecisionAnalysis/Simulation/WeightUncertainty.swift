// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// How unsure the weights of one person are.
///
/// Source: DecisionAnalysis.docc/WeightUncertainty.md, "Declared default". No study says how unsure
/// an elicited weight is; each parameter is a declared assumption that documents print.
public enum WeightUncertainty: Sendable, Equatable {
  /// (a) The weights are taken as they are.
  case none
  /// (b) Dirichlet(c w): the weights vary about those given, with sd sqrt(w (1 - w) / (c + 1)).
  case dirichlet(concentration: Double)
  /// (c) w_j exp(sigma z_j) with standard normal z_j, divided by the sum.
  case responseError(sigma: Double)
  /// (d) Every set of weights that keeps the order is alike; one rank per criterion, 1 is the most
  /// important, equal ranks share their weight.
  case ordinal(ranks: [Int])
  /// (e) Every set of weights with w_j / w_top inside its range is alike; one range per criterion,
  /// 1...1 for the most important.
  case relativeToTop([PerformanceInterval])
  /// (e) as a chain: the criteria (indices) from the most to the least important, and the range of
  /// each weight over the next; every set of weights that fits is alike.
  case chain(order: [Int], ratios: [PerformanceInterval])
  /// Nothing is known: every set of weights is alike.
  case uniform
}

extension WeightUncertainty {
  /// The uncertainty that is declared for a way of asking: an order is only an order, ranges are
  /// only ranges, and every number is off by a response error with the same sigma.
  ///
  /// Source: DecisionAnalysis.docc/WeightUncertainty.md, "Declared default".
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
