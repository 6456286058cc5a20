// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Outcomes in which two alternatives are taken to be alike must not be so unsure that they could
/// turn the verdict.
///
/// Source: DecisionAnalysis.docc/Readings.md, "Rule 7, alike outcomes".
enum AlikeOutcomes: StrengthRule {
  static func findings(
    _ evidence: ReadingEvidence, _ limits: StrengthLimits
  ) -> [StrengthFinding] {
    guard let share = evidence.alikeShare.map(evidence.surely), share < limits.alikeClear
    else { return [] }
    let cap: VerdictStrength = share < limits.alikeSomewhat ? .none : .somewhat
    return [StrengthFinding(cap: cap, reason: .alikeOutcomesUnsure)]
  }
}
