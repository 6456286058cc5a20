// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A number that somebody chose cannot carry a verdict, and all of them together cannot carry a clear
/// one.
///
/// Source: DecisionAnalysis.docc/Readings.md, "Rule 4, declared numbers".
enum NotOnDeclared: StrengthRule {
  static func findings(
    _ evidence: ReadingEvidence, _ limits: StrengthLimits
  ) -> [StrengthFinding] {
    let turning = evidence.declared.filter { $0.margin <= 0 }
    if let worst = turning.min(by: { $0.margin < $1.margin }) {
      return [StrengthFinding(cap: .none, reason: .restsOnDeclared(worst.cell))]
    }
    if let jointly = evidence.declaredJointly, jointly <= 0 {
      return [StrengthFinding(cap: .somewhat, reason: .restsOnDeclared(nil))]
    }
    return []
  }
}
