// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionModel

extension PersonContext {
  /// The answer to each question, how sure it is and why, side by side.
  func answersInBrief() -> [Block] {
    let panels = zip(pack.questions, analysis.answers).map { question, answer in
      let blocks: [Block] =
        switch answer.outcome {
        case .notCompared(let why):
          [.paragraph(wording(.noScores, ["reason": reason(why)]), .plain)]
        case .compared(let comparison): inBrief(comparison)
        }
      return PanelBlock(id: question.id, title: wording.text(question.title), blocks: blocks)
    }
    // An option that is ruled out or past a limit has no score to compare.
    let out = (analysis.overall?.alternatives ?? []).filter { !analysis.takesPart($0) }
      .map { wording(.notWeighedHere, ["option": base.name($0)]) }
    let dominance = analysis.overall == nil ? [] : analysis.dominance.map(dominanceLine)
    let lines = out + dominance
    return [.panels(panels)] + (lines.isEmpty ? [] : [.list(.bullets, lines)])
  }

  private func inBrief(_ comparison: QuestionAnalysis) -> [Block] {
    let verdict = comparison.verdict
    let margin = wording.number(
      DecimalText(verdict.margin, decimals: 1), from: "analysis.margin")
    let facts = [
      wording(.classOf, ["class": wording(label(verdict))]),
      wording(.marginOf, ["points": margin]), sharesInBrief(comparison),
    ].spaced
    var reasons = verdict.reasons.map { verdictReason($0, verdict) }
    if verdict.settledByNumericError { reasons.append(wording(.settledByError)) }
    if let worth = worthKnowing(comparison) { reasons.append(worth) }
    let blocks: [Block] = [.paragraph(self.verdict(comparison), .key), .paragraph(facts, .plain)]
    return blocks + (reasons.isEmpty ? [] : [.list(.bullets, reasons)])
  }

  private func sharesInBrief(_ comparison: QuestionAnalysis) -> InlineText {
    let pair = inOrder(comparison)
    let shares = shareTexts(comparison)
    return wording(
      .sharesInBrief,
      [
        "first": base.inline(pair[0]), "one": shares.one, "second": base.inline(pair[1]),
        "other": shares.other,
      ])
  }

  /// Weights, contributions, flips and certainty by criterion.
  func scoreTable() -> [Block] {
    guard let overall = analysis.overall, let weights = profile.preferences.weights else {
      return []
    }
    let shown = overall.alternatives.indices.filter {
      analysis.takesPart(overall.alternatives[$0])
    }
    let compared = zip(pack.questions, analysis.answers).compactMap { question, answer in
      answer.comparison.map { (question, $0) }
    }
    let (points, totals, shares) = (overall.contributionPoints, overall.totalPoints, weightTenths)
    let ids = shown.map { overall.alternatives[$0] }
    func numbers(_ values: [Int]) -> [InlineText] {
      values.map { wording.number($0, from: "analysis.contribution") }
    }
    var rows = overall.criteria.enumerated().map { column, id in
      let share = weights.criteria.firstIndex(of: id).map { tenths(shares[$0], "weight") }
      return [base.criterionName(id), share ?? .empty]
        + numbers(shown.map { points[$0][column] })
        + compared.map { flip($0.1, of: id) } + [base.lowestGrade(id, of: ids)]
    }
    rows.append(
      [wording(.rowTotal), tenths(1000, "weight")] + numbers(shown.map { totals[$0] })
        + compared.map { _ in .empty } + [.empty])
    let hundred = wording.number(100, from: "analysis.points")
    return [
      .table(
        Table(
          id: "scores", caption: wording(.scoresCaption, ["points": hundred]),
          columns: [wording(.columnMatters), wording(.columnWeight)] + ids.map(base.name)
            + compared.map {
              wording(.columnFlip, ["question": wording.text($0.0.title)])
            } + [wording(.columnLowest)], rows: rows,
          columnIDs: ["", "weight"] + ids + compared.map { "flip-\($0.0.id)" } + ["certainty"],
          rowIDs: overall.criteria + ["total"]))
    ]
  }

  private func flip(_ comparison: QuestionAnalysis, of criterion: String) -> InlineText {
    let found = comparison.criterionFlips.first { $0.target == .criterion(criterion) }
    let texts = (found?.all ?? []).map { flip in
      let tenth = Int((flip.flipWeight * 1000).rounded(.toNearestOrAwayFromZero))
      return wording(
        flip.direction == .up ? .flipAtLeast : .flipAtMost, ["weight": tenths(tenth, "flip")])
    }
    return texts.isEmpty ? wording(.none) : wording.listed(texts)
  }
}

extension PackContext {
  /// The lowest certainty among the levels of some alternatives on a criterion, in a word.
  func lowestGrade(_ criterion: String, of alternatives: [String]) -> InlineText {
    guard let criterion = pack.criterion(criterion) else { return .empty }
    let cells = (criterion.row(in: region.id)?.cells ?? []).filter {
      alternatives.contains($0.alternative) && !isOwnPrice($0, of: criterion)
    }
    if cells.isEmpty { return wording(.clinicPrice) }
    let studied = cells.map(\.certainty).filter { $0 != .byDefinition }
    let order = CertaintyOfEvidence.allCases
    let lowest = studied.max { (order.firstIndex(of: $0) ?? 0) < (order.firstIndex(of: $1) ?? 0) }
    return grade(lowest ?? .byDefinition)
  }

  /// Whether a level is a price that the clinic gave.
  func isOwnPrice(_ cell: EvidenceCell, of criterion: EvidenceCriterion) -> Bool {
    criterion.row == nil && priced.contains(cell.alternative)
  }
}
