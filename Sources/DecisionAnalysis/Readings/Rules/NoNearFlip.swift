// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A verdict that a small change of one weight turns is not clear.
///
/// Source: DecisionAnalysis.docc/Readings.md, "Rule 5, near flip".
enum NoNearFlip: StrengthRule {
  static func findings(
    _ evidence: ReadingEvidence, _ limits: StrengthLimits
  ) -> [StrengthFinding] {
    evidence.flips.filter { $0.isWithin(limits.flipWithin) }.compactMap { flips in
      guard case .criterion(let id) = flips.target else { return nil }
      return StrengthFinding(cap: .somewhat, reason: .nearFlip(id))
    }
  }
}
