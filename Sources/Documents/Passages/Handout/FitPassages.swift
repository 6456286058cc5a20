// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis

extension PersonContext {
  /// How the options fit what the person said, question by question.
  func fit() -> [Block] {
    var blocks = totals()
    for (question, answer) in zip(pack.questions, analysis.answers) {
      blocks.append(.heading(wording.text(question.title)))
      switch answer.outcome {
      case .notCompared(let why): blocks.append(.paragraph(reason(why), .key))
      case .compared(let comparison): blocks += fit(comparison)
      }
    }
    if profile.preferences.weights != nil && analysis.otherEvidenceApplies != .yes {
      for option in pack.options where !analysis.takesPart(option.id) {
        blocks.append(.paragraph(wording(.leftOut, ["option": wording.text(option.name)]), .note))
      }
    }
    blocks += otherEvidenceReason()
    return blocks
  }

  /// Why other evidence applies; nothing for most people.
  func otherEvidenceReason() -> [Block] {
    analysis.otherEvidence.map { [.paragraph(wording.text($0.reason), .key)] } ?? []
  }

  /// The points of every option as bars; nothing when no question was compared.
  private func totals() -> [Block] {
    guard let overall = analysis.overall, analysis.answers.contains(where: { $0.comparison != nil })
    else { return [] }
    let hundred = wording.number(100, from: .analysis(.points))
    return [
      .bars(
        zip(overall.alternatives, overall.totalPoints).map { id, points in
          Bar(
            text: wording(
              .fitOf,
              [
                "option": base.name(id), "points": wording.number(points, from: .analysis(.total)),
                "of": hundred,
              ]), points: points, of: 100)
        })
    ]
  }

  private func fit(_ comparison: QuestionAnalysis) -> [Block] {
    var blocks: [Block] = [.paragraph(verdict(comparison), .key)]
    var asides = provisos(comparison)
    if analysis.pattern == .singleCriterion { asides.insert(wording(.singleCriterion), at: 0) }
    if !asides.isEmpty { blocks.append(.paragraph(asides.spaced, .note)) }
    blocks.append(.paragraph(sharesAhead(comparison), .plain))
    blocks += whyClose(comparison)
    blocks += whatWouldChange(comparison)
    return blocks
  }

  private func whyClose(_ comparison: QuestionAnalysis) -> [Block] {
    let verdict = comparison.verdict
    let reasons = verdict.reasons.prefix(1).map { verdictReason($0, verdict) }
    switch verdict.level {
    case .fitsClearlyBetter: return []
    case .betterOnEverything:
      // That it is at least as good on everything stands in the verdict.
      return verdict.reasons.contains(.dominatesWithinIntervals)
        ? reasons.map { .paragraph($0, .plain) } : []
    case .fitsSomewhatBetter, .closeCall:
      let items = reasons + [worthKnowing(comparison)].compactMap { $0 }
      let heading: Phrase = verdict.level == .closeCall ? .whyClose : .whyNotClearer
      return items.isEmpty
        ? [] : [.paragraph(([wording(heading)] + items).spaced, .plain)]
    }
  }

  /// The name of a criterion or branch inside a sentence.
  func name(_ target: WeightTarget) -> InlineText {
    switch target {
    case .criterion(let id): base.criterionInline(id)
    case .branch(let id):
      pack.branches.first { $0.id == id }.map { wording.text($0.name) } ?? .empty
    }
  }

  /// The nearest flips, and what leaving a point out would do.
  private func whatWouldChange(_ comparison: QuestionAnalysis) -> [Block] {
    // A flip that prints as the weight of now, as nothing or as all tells nothing.
    let flips = comparison.criterionFlips.flatMap(\.all).filter { flip in
      guard let printed = flip.steps(of: 100) else { return false }
      return Double(printed) != (flip.currentWeight * 100).rounded() && printed > 0 && printed < 100
    }.sorted {
      ($0.flipWeight - $0.currentWeight).magnitude < ($1.flipWeight - $1.currentWeight).magnitude
    }.prefix(1)
    var items = flips.map { flip in
      // The printed number lies beyond the tie, so that what the sentence says is true of it.
      wording(
        flip.direction == .up ? .flipUp : .flipDown,
        [
          "name": name(flip.target), "now": points(flip.currentWeight, .weight),
          "then": wording.number(flip.steps(of: 100) ?? 0, from: .analysis(.flip)),
          "option": base.inline(flip.challenger),
          "of": wording.number(100, from: .analysis(.points)),
        ])
    }
    if items.isEmpty { items.append(wording(.nothingFlips)) }
    items += guardItems(comparison).prefix(1)
    return [.smallHeading(wording(.whatWouldChange)), .list(.bullets, items)]
  }

  private func guardItems(_ comparison: QuestionAnalysis) -> [InlineText] {
    var items: [InlineText] = []
    var leavingOutChanges = false
    for variation in comparison.leaveOneOut.variations {
      guard let leader = variation.leader else { continue }
      switch variation.change {
      case .leavingOut(let id):
        guard variation.changesLeader else { continue }
        leavingOutChanges = true
        items.append(
          wording(
            .guardChanges,
            ["name": base.criterionInline(id), "option": base.inline(leader)]))
      case .keeping(let ids):
        let list = pack.panels.first { $0.criteria == ids }.map { wording.text($0.name) } ?? .empty
        items.append(
          variation.changesLeader
            ? wording(.guardList, ["list": list, "option": base.inline(leader)])
            : wording(.guardListHolds, ["list": list]))
      }
    }
    if !leavingOutChanges && analysis.pattern != .singleCriterion {
      items.append(wording(.guardHolds))
    }
    return items
  }
}
