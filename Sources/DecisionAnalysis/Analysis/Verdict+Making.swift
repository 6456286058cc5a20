// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension Verdict {
  /// The verdict on the evidence, by the limits declared.
  ///
  /// Shares count less their numeric error, so that of two classes the weaker one is taken. Without
  /// weights that a person was asked for, and where estimates and expected values lead to different
  /// alternatives, no leader is named.
  public init(_ evidence: VerdictEvidence, thresholds: VerdictThresholds) {
    let cautious = Self.level(evidence, evidence.share - evidence.numericError, thresholds)
    let hopeful = Self.level(evidence, evidence.share + evidence.numericError, thresholds)
    level = cautious
    leader = evidence.leader
    challenger = evidence.challenger
    margin = evidence.margin
    share = evidence.share
    settledByNumericError = cautious != hopeful
    reasons = Self.reasons(evidence, cautious, thresholds)
    let surest = evidence.share - evidence.numericError
    closeCall =
      cautious != .closeCall
      ? nil
      : (evidence.margin < thresholds.sameBelow
        ? .aboutTheSame : (surest < thresholds.somewhatShare ? .cannotBeToldApart : .tooClose))
  }

  private static func level(
    _ evidence: VerdictEvidence, _ share: Double, _ limits: VerdictThresholds
  ) -> Class {
    if !evidence.weightsElicited || evidence.leader != evidence.estimateLeader {
      return .closeCall
    }
    if evidence.dominates,
      evidence.dominatesWithinIntervals || share >= limits.everythingShare
    {
      return .betterOnEverything
    }
    let isShaky =
      evidence.flips.contains { $0.isWithin(limits.flipWithin) }
      || evidence.breakEvens.contains(where: \.insideEvidence)
    if share >= limits.clearShare, evidence.margin >= limits.clearFrom, !isShaky {
      return .fitsClearlyBetter
    }
    let isSomewhat = share >= limits.somewhatShare && evidence.margin >= limits.sameBelow
    return isSomewhat ? .fitsSomewhatBetter : .closeCall
  }

  private static func reasons(
    _ evidence: VerdictEvidence, _ level: Class, _ limits: VerdictThresholds
  ) -> [VerdictReason] {
    var reasons: [VerdictReason] = []
    if !evidence.weightsElicited { reasons.append(.weightsNotElicited) }
    if evidence.leader != evidence.estimateLeader { reasons.append(.leadersDiffer) }
    if level == .betterOnEverything {
      return [evidence.dominatesWithinIntervals ? .dominatesWithinIntervals : .dominates]
    }
    if level == .fitsClearlyBetter { return reasons }
    let (margin, share) =
      level == .closeCall
      ? (limits.sameBelow, limits.somewhatShare) : (limits.clearFrom, limits.clearShare)
    if evidence.margin < margin { reasons.append(.marginBelow(margin)) }
    if evidence.share - evidence.numericError < share { reasons.append(.shareBelow(share)) }
    for pair in evidence.flips where pair.isWithin(limits.flipWithin) {
      reasons.append(.flipNearby(pair.target))
    }
    for breakEven in evidence.breakEvens where breakEven.insideEvidence {
      reasons.append(.breakEvenInsideEvidence(breakEven.cell))
    }
    return reasons
  }
}
