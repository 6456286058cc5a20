// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Estimates and mean levels must lead to the same alternative.
///
/// Source: DecisionAnalysis.docc/Readings.md, "Rule 2, same leader".
enum SameLeader: StrengthRule {
  static func findings(
    _ evidence: ReadingEvidence, _ limits: StrengthLimits
  ) -> [StrengthFinding] {
    evidence.lead(evidence.estimateMargin) < 0
      ? [StrengthFinding(cap: .none, reason: .leadersDiffer)] : []
  }
}
