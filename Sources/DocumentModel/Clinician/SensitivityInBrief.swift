// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionModel

extension PersonContext {
  /// The questions that were compared.
  private var comparisons: [(question: DecisionQuestion, comparison: QuestionAnalysis)] {
    zip(pack.questions, analysis.answers).compactMap { question, answer in
      answer.comparison.map { (question, $0) }
    }
  }

  /// The levels that move the lead most, and the ties within what the studies leave open.
  func sensitivityInBrief() -> [Block] {
    if comparisons.isEmpty { return [.paragraph(wording(.noSensitivity), .plain)] }
    return comparisons.flatMap { question, comparison -> [Block] in
      [
        .smallHeading(wording.text(question.title)),
        .list(.bullets, [widest(comparison)].compactMap { $0 } + [ties(comparison)]),
      ]
    }
  }

  private func widest(_ comparison: QuestionAnalysis) -> InlineText? {
    let items = comparison.tornado.filter { $0.width > 0 }.prefix(3).map { bar in
      wording(
        bar.crossesZero ? .widestCrossing : .widestItem,
        [
          "name": cellName(bar.cell), "low": decimal(bar.differenceAtLow, "tornado"),
          "high": decimal(bar.differenceAtHigh, "tornado"),
        ])
    }
    return items.isEmpty ? nil : wording(.widest, ["items": wording.listed(items)])
  }

  private func ties(_ comparison: QuestionAnalysis) -> InlineText {
    let items = comparison.breakEvens.compactMap { found -> InlineText? in
      guard found.insideEvidence, let tie = found.level, !isByDefinition(found.cell) else {
        return nil
      }
      return wording(
        .tieItem,
        [
          "name": base.criterionInline(found.cell.criterion),
          "option": base.inline(found.cell.alternative),
          "level": level(tie, criterion: found.cell.criterion, from: "analysis.breakEven"),
          "stated": statedLevel(found.cell),
        ])
    }
    return items.isEmpty
      ? wording(.noTieInside) : wording(.tiesInside, ["items": wording.listed(capped(items, 4))])
  }

  private func cellName(_ cell: CellReference) -> InlineText {
    let option = base.inline(cell.alternative)
    let criterion = base.criterionInline(cell.criterion)
    return option.isEmpty
      ? criterion : wording(.warningCell, ["name": criterion, "option": option])
  }

  /// The lead of each question on the whole list, with each criterion left out and on the other
  /// lists; below zero the order is another.
  func guardTable() -> [Block] {
    if comparisons.isEmpty { return [] }
    var changes: [ListVariation.Change] = []
    for (_, comparison) in comparisons {
      for variation in comparison.leaderGuard.variations
      where !changes.contains(variation.change) { changes.append(variation.change) }
    }
    let whole = [wording(.wholeList)] + comparisons.map { decimal($0.1.difference, "difference") }
    let rows = changes.map { change in
      [listName(of: change)]
        + comparisons.map { _, comparison in
          let found = comparison.leaderGuard.variations.first { $0.change == change }
          guard let found, let difference = found.difference else { return wording(.none) }
          let points = decimal(found.changesLeader ? -difference : difference, "difference")
          return found.changesLeader ? wording(.changedLead, ["points": points]) : points
        }
    }
    return [
      .table(
        Table(
          id: "list-guard", caption: wording(.guardTableCaption),
          columns: [wording(.columnList)]
            + comparisons.map { question, comparison in
              wording(
                .columnLead,
                [
                  "question": wording.text(question.title),
                  "leader": base.inline(comparison.leader),
                  "other": base.inline(comparison.challenger),
                ])
            }, rows: [whole] + rows))
    ]
  }
}
