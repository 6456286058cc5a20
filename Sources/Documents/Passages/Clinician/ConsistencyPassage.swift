// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack
import Markup

extension PersonContext {
  /// How the weights were asked, and what is odd about the answers.
  func consistency() -> [Block] {
    let preferences = profile.preferences
    guard let weights = preferences.weights else {
      let status: Phrase =
        preferences.status == .noClearPreference ? .statusNoPreference : .statusNotAsked
      return [.paragraph(wording(status), .plain)]
    }
    let method: InlineText =
      switch weights.method {
      case .elicited(let method, let rule): wording.text(method.form.name(rule: rule), pack: pack)
      case .given, .notElicited: wording(.methodNone)
      }
    let pattern: InlineText =
      switch analysis.pattern {
      case .allEqual: wording(.patternEqual)
      case .singleCriterion: wording(.patternSingle)
      case .someCountForNothing:
        wording(.patternSomeNothing, ["names": inlineList(weights.withoutWeight)])
      case .ordinary, nil: wording(.patternOrdinary)
      }
    let asked = preferences.asked.flatMap { CalendarDay($0) }.map {
      wording.day($0, from: .profile(.asked))
    }
    var items = [
      wording(
        .consistencyMethod, ["method": method, "date": asked ?? wording(.notStated)]),
      wording(
        .consistencyList,
        [
          "list": listName,
          "count": wording.number(preferences.criteria.count, from: .profile(.criteria)),
        ]),
    ]
    // Answers that contradict each other have an unusual pattern of another kind.
    if analysis.pattern != .ordinary || !weights.notes.contains(.comparisonsContradict) {
      items.append(pattern)
    }
    items += consistencyResult(weights.consistency)
    if weights.method == .elicited(.directRating) { items.append(wording(.directRatingNote)) }
    items += weights.notes.map { wording($0.phrase) }
    items.append(wording(.consistencyReadBack, ["sentence": readBack(weights).sentence]))
    if preferences.criteria.contains(where: { pack.criterion($0)?.row == nil }) {
      items.append(
        wording(.costPayer, ["payer": wording(payerShort)]))
    }
    return [.list(.bullets, items)]
  }

  /// What the answers say about their own quality.
  private func consistencyResult(_ consistency: ElicitationConsistency?) -> [InlineText] {
    switch consistency {
    case .pairwise(let found): pairs(found)
    case .bestWorst(let found): bestWorst(found)
    case .maxDiff(let found):
      [
        wording(
          .consistencySets,
          ["fewest": wording.number(found.fewestShowings, from: .analysis(.consistencyShown))])
      ]
    case nil: []
    }
  }

  private func pairs(_ found: PairwiseConsistency) -> [InlineText] {
    var items = [
      wording(
        .consistencyPairs,
        [
          "ratio": quality(found.ratio, .consistencyRatio), "limit": limitText(found.ratioLimit),
          "table": InlineText(number: found.randomIndexTable, from: .analysis(.consistencyTable)),
          "index": quality(found.index, .consistencyIndex),
        ])
    ]
    if let geometric = found.geometricIndex, let limit = found.geometricLimit {
      items.append(
        wording(
          .consistencyPairsGeometric,
          ["geometric": quality(geometric, .consistencyGeometric), "limit": limitText(limit)]))
    }
    if let triad = found.worstTriad {
      items.append(wording(.consistencyTriad, ["names": inlineList(triad)]))
    }
    return items
  }

  private func bestWorst(_ found: BestWorstConsistency) -> [InlineText] {
    let result = wording(
      .consistencyBestWorst,
      [
        "deviation": quality(found.deviation, .consistencyDeviation),
        "index": quality(found.index, .consistencyIndex),
        "ratio": found.ratio.map { quality($0, .consistencyRatio) } ?? wording(.none),
        "input": quality(found.inputRatio, .consistencyInput),
      ])
    let criterion = found.worstCriterion.map {
      wording(.consistencyBestWorstCriterion, ["name": base.criterionInline($0)])
    }
    return [result] + (criterion.map { [$0] } ?? [])
  }

  private func limitText(_ value: Double) -> InlineText {
    wording.number(DecimalText(value, decimals: 2), from: .analysis(.consistencyLimit))
  }

  private func quality(_ value: Double, _ number: AnalysisNumber) -> InlineText {
    wording.number(DecimalText(value, decimals: 3), from: .analysis(number))
  }

  private func inlineList(_ ids: [String]) -> InlineText {
    wording.list(ids.map { base.criterionInline($0) })
  }
}
