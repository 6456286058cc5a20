// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Another measure of the same aim can take a verdict away; it can never give one.
///
/// Source: `fair-model.md` 2.4, rule 6.
enum OtherMeasure: StrengthRule {
  static func findings(
    _ evidence: ReadingEvidence, _ limits: StrengthLimits
  ) -> [StrengthFinding] {
    guard let other = evidence.otherMeasureMargin, evidence.lead(other) < 0 else { return [] }
    return [StrengthFinding(cap: .none, reason: .otherMeasure)]
  }
}
