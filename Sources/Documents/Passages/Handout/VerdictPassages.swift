// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack

extension PersonContext {
  /// The verdict of a comparison.
  ///
  /// A close call names no leader: both options stand in the order of the pack.
  func verdict(_ comparison: QuestionAnalysis) -> InlineText {
    let leading: KeyValuePairs = [
      "leader": base.name(comparison.verdict.leader),
      "other": base.inline(comparison.verdict.challenger),
    ]
    switch comparison.verdict.level {
    case .betterOnEverything: return wording(.verdictEverything, leading)
    case .fitsClearlyBetter: return wording(.verdictClearly, leading)
    case .fitsSomewhatBetter: return wording(.verdictSomewhat, leading)
    case .closeCall: break
    }
    let pair = inOrder(comparison)
    switch comparison.verdict.closeCall {
    case .aboutTheSame:
      return wording(
        .verdictSame, ["first": base.name(pair[0]), "second": base.inline(pair[1])])
    case .cannotBeToldApart:
      return wording(
        .verdictApart, ["first": base.inline(pair[0]), "second": base.inline(pair[1])])
    case .tooClose, nil:
      return wording(
        .verdictClose, ["first": base.inline(pair[0]), "second": base.inline(pair[1])])
    }
  }

  /// The two options of a comparison in the order of the pack.
  func inOrder(_ comparison: QuestionAnalysis) -> [String] {
    let pair = [comparison.verdict.leader, comparison.verdict.challenger]
    return pack.options.map(\.id).filter { pair.contains($0) }
  }

  /// How often each of the two came out ahead; the two add up to all.
  func sharesAhead(_ comparison: QuestionAnalysis) -> InlineText {
    let pair = inOrder(comparison)
    let shares = shareTexts(comparison)
    return wording(
      .shareAhead,
      [
        "first": base.name(pair[0]), "second": base.inline(pair[1]), "one": shares.one,
        "other": shares.other,
      ])
  }

  /// How often the first and the second option in the order of the pack came out ahead.
  func shareTexts(_ comparison: QuestionAnalysis) -> (one: InlineText, other: InlineText) {
    let isFirst = comparison.verdict.leader == inOrder(comparison)[0]
    let share = isFirst ? comparison.verdict.share : 1 - comparison.verdict.share
    // The two are printed so that they add up.
    var rest = 1 - share
    if case .percent(let percent) = PrintedShare(share) { rest = Double(100 - percent) / 100 }
    return (
      wording.share(share, from: .analysis(.share)), wording.share(rest, from: .analysis(.share))
    )
  }

  /// A reason of the verdict in words.
  func verdictReason(_ reason: VerdictReason, _ verdict: Verdict) -> InlineText {
    let hundred = wording.number(100, from: .analysis(.points))
    let pair: KeyValuePairs = [
      "leader": base.name(verdict.leader), "other": base.inline(verdict.challenger),
    ]
    switch reason {
    case .dominates: return wording(.verdictDominates, pair)
    case .dominatesWithinIntervals: return wording(.dominatesAtLimits, pair)
    case .marginBelow(let limit):
      return wording(
        .closeDifference,
        [
          "limit": wording.number(DecimalText(limit, decimals: 0), from: .analysis(.threshold)),
          "of": hundred,
        ])
    case .shareBelow(let limit):
      return wording(
        .closeShare, ["limit": points(limit, .threshold), "of": hundred])
    case .flipNearby(let target): return wording(.closeFlip, ["name": name(target)])
    case .breakEvenInsideEvidence(let cell):
      return wording(
        .closeEvidence,
        [
          "name": base.criterionInline(cell.criterion), "option": base.inline(cell.alternative),
        ])
    case .weightsNotElicited: return wording(.notComparedNotAsked)
    case .leadersDiffer: return wording(.closeLeadersDiffer)
    }
  }

  /// Whether talk or studies could settle more; nothing when neither is worth a tenth of a point.
  func worthKnowing(_ comparison: QuestionAnalysis) -> InlineText? {
    guard let value = comparison.valueOfInformation,
      max(value.preferences, value.evidence) >= 0.001
    else { return nil }
    return wording(
      value.preferences > value.evidence ? .knowWeights : .knowStudies)
  }
}
