// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A verdict needs a margin that can be spoken of and a share that leaves little open.
///
/// Source: DecisionAnalysis.docc/Readings.md, "Rule 1, margin and share".
enum MarginAndShare: StrengthRule {
  static func findings(
    _ evidence: ReadingEvidence, _ limits: StrengthLimits
  ) -> [StrengthFinding] {
    let (margin, share) = (evidence.margin.magnitude, evidence.surely(evidence.share))
    if margin < limits.sameBelow { return [StrengthFinding(cap: .none, reason: .aboutTheSame)] }
    if share < limits.somewhatShare {
      return [StrengthFinding(cap: .none, reason: .cannotBeToldApart)]
    }
    if margin < limits.clearFrom || share < limits.clearShare {
      return [StrengthFinding(cap: .somewhat, reason: nil)]
    }
    return []
  }
}
