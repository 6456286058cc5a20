// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// No verdict rests on one criterion, unless it is the person's own: the first priority, or one that
/// people feel and that counts nearly as much.
///
/// Source: DecisionAnalysis.docc/Readings.md, "Rule 3, no minor item".
enum NoMinorItem: StrengthRule {
  /// Weights nearer than this are equal.
  private static let equal = 1e-12

  static func findings(
    _ evidence: ReadingEvidence, _ limits: StrengthLimits
  ) -> [StrengthFinding] {
    let largest = evidence.criteria.reduce(0) { max($0, $1.weight) }
    let first = evidence.criteria.filter { $0.weight >= largest - equal }
    let findings = evidence.criteria.filter { $0.weight > 0 && hangs(on: $0, evidence, limits) }
      .compactMap { item -> StrengthFinding? in
        if first.count == 1, item.criterion == first[0].criterion {
          if item.isUnfelt {
            return StrengthFinding(cap: .somewhat, reason: .hangsOnUnfelt(item.criterion))
          }
          guard let worthwhile = item.worthwhile, item.levelDifference.magnitude < worthwhile
          else { return nil }
          return StrengthFinding(cap: .somewhat, reason: .belowWorthwhile(item.criterion))
        }
        let isOwn = !item.isUnfelt && item.weight >= limits.ownShare * largest - equal
        return StrengthFinding(cap: isOwn ? .somewhat : .none, reason: .hangsOn(item.criterion))
      }
    // What takes the verdict is said alone.
    return findings.first { $0.cap == .none }.map { [$0] } ?? findings
  }

  private static func hangs(
    on item: ReadingEvidence.Weighed, _ evidence: ReadingEvidence, _ limits: StrengthLimits
  ) -> Bool {
    guard let margin = item.marginWithout else { return true }
    if evidence.lead(margin) < limits.sameBelow { return true }
    return item.shareWithout.map { evidence.surely($0) < limits.somewhatShare } ?? false
  }
}
