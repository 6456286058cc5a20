// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis

extension PersonContext {
  /// For each question the levels that move the lead most, the ties within what the studies leave
  /// open, and what the list of criteria does.
  func sensitivityInBrief() -> [Block] {
    let blocks = numberedQuestions.flatMap { number, question, answer -> [Block] in
      guard let comparison = answer.comparison else { return [] }
      let items = [widest(comparison), ties(comparison), listsInBrief(comparison)]
      return [
        .smallHeading(numberedTitle(number, question)), .list(.bullets, items.compactMap { $0 }),
      ]
    }
    return blocks.isEmpty ? [.paragraph(wording(.noSensitivity), .plain)] : blocks
  }

  private func widest(_ comparison: QuestionAnalysis) -> InlineText? {
    let items = comparison.tornado.filter { $0.width > 0 }.prefix(2).map { bar in
      wording(
        bar.crossesZero ? ClinicianPhrase.widestCrossing : ClinicianPhrase.widestItem,
        [
          "name": cellName(bar.cell), "low": decimal(bar.differenceAtLow, .tornado),
          "high": decimal(bar.differenceAtHigh, .tornado),
        ])
    }
    return items.isEmpty ? nil : wording(ClinicianPhrase.widest, ["items": wording.listed(items)])
  }

  private func ties(_ comparison: QuestionAnalysis) -> InlineText {
    let items = comparison.breakEvens.compactMap { found -> InlineText? in
      guard found.insideEvidence, let tie = found.level, !isByDefinition(found.cell) else {
        return nil
      }
      return wording(
        ClinicianPhrase.tieItem,
        [
          "name": cellName(found.cell),
          "level": level(tie, criterion: found.cell.criterion, from: .analysis(.breakEven)),
        ])
    }
    return items.isEmpty
      ? wording(ClinicianPhrase.noTieInside)
      : wording(ClinicianPhrase.tiesInside, ["items": wording.listed(capped(items, 3))])
  }

  /// A level by its criterion and option.
  func cellName(_ cell: CellReference) -> InlineText {
    let option = base.inline(cell.alternative)
    let criterion = base.criterionInline(cell.criterion)
    return option.isEmpty
      ? criterion : wording(GuardPhrase.warningCell, ["name": criterion, "option": option])
  }

  /// Which criteria, left out, turn the order, and who leads on the other lists.
  private func listsInBrief(_ comparison: QuestionAnalysis) -> InlineText {
    var (turning, others) = ([InlineText](), [InlineText]())
    for variation in comparison.leaveOneOut.variations {
      switch variation.change {
      case .leavingOut(let id):
        if variation.changesLeader { turning.append(base.criterionInline(id)) }
      case .keeping:
        guard let leader = variation.leader, let points = lead(comparison, with: variation.change)
        else { continue }
        others.append(
          wording(
            ClinicianPhrase.otherList,
            [
              "list": listName(of: variation.change), "option": base.inline(leader),
              "points": points,
            ]))
      }
    }
    let left =
      turning.isEmpty
      ? wording(ClinicianPhrase.leftOutHolds)
      : wording(ClinicianPhrase.leftOutTurns, ["names": wording.list(turning)])
    return ([left] + (others.isEmpty ? [wording(ClinicianPhrase.noOtherList)] : others)).spaced
  }
}
