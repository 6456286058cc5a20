// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension SimulationResult {
  /// How open it is which alternative comes first, in bits: -sum p log2 p over the shares of the
  /// first rank; 0 when one always comes first.
  ///
  /// Source: `decision-model.md` 2.5.
  public var firstRankEntropy: Double {
    let bits = rankAcceptability.reduce(0) { sum, ranks in
      guard let share = ranks.first, share > 0 else { return sum }
      return sum - share * (Numerics.log(share) / Numerics.log(2))
    }
    // One that always comes first gives minus zero.
    return max(0, bits)
  }
}
