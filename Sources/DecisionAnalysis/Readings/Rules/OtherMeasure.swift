// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Another measure of the same aim can take a verdict away; it can never give one.
///
/// Source: DecisionAnalysis.docc/Readings.md, "Rule 6, other measure".
enum OtherMeasure: StrengthRule {
  static func findings(
    _ evidence: ReadingEvidence, _ limits: StrengthLimits
  ) -> [StrengthFinding] {
    guard let other = evidence.otherMeasureMargin, evidence.lead(other) < 0 else { return [] }
    return [StrengthFinding(cap: .none, reason: .otherMeasure)]
  }
}
