// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack

extension PersonContext {
  /// One part for each question that was compared.
  private func forEachComparison(_ make: (QuestionAnalysis, String) -> [Block]) -> [Block] {
    // That nothing was compared stands once, beside the scores.
    zip(pack.questions, analysis.answers).flatMap { question, answer -> [Block] in
      guard let comparison = answer.comparison else { return [] }
      return [.smallHeading(wording.text(question.title))] + make(comparison, question.id)
    }
  }

  /// Where the weight of each criterion and branch would turn the order around.
  func weightFlips() -> [Block] {
    forEachComparison { comparison, question in
      [.plot(flipPlot(comparison, question: question))]
    }
  }

  /// The levels at which the two options tie.
  func breakEvens() -> [Block] {
    forEachComparison { comparison, _ in
      let rows = comparison.breakEvens.compactMap { found -> [InlineText]? in
        guard let tie = found.level, !isByDefinition(found.cell) else { return nil }
        let source = NumberSource.analysis(.breakEven)
        return [
          base.criterionName(found.cell.criterion), base.name(found.cell.alternative),
          statedLevel(found.cell), level(tie, criterion: found.cell.criterion, from: source),
          wording(found.insideEvidence ? .factYes : .factNo),
        ]
      }
      if rows.isEmpty { return [.paragraph(wording(.none), .plain)] }
      return [
        .table(
          Table(
            caption: wording(.breakEvensCaption),
            columns: [
              wording(.columnMatters), wording(.columnOption), wording(.columnStated),
              wording(.columnBreakEven), wording(.columnInside),
            ], rows: rows))
      ]
    }
  }

  /// Whether a level is true by definition: no study could move it.
  func isByDefinition(_ cell: CellReference) -> Bool {
    guard let row = pack.criterion(cell.criterion)?.row(in: base.region.id) else { return false }
    return row.cells.first { $0.alternative == cell.alternative }?.certainty == .byDefinition
  }

  /// The level that the documents state.
  func statedLevel(_ cell: CellReference) -> InlineText {
    guard let row = pack.criteria.firstIndex(where: { $0.id == cell.criterion }),
      let column = pack.options.firstIndex(where: { $0.id == cell.alternative })
    else { return .empty }
    return base.shown(base.levels[row][column], of: pack.criteria[row])
  }

  /// How far the lead moves when one level moves over its range.
  func tornado() -> [Block] {
    forEachComparison { comparison, question in
      tornadoPlot(comparison, question: question).map { [.plot($0)] }
        ?? [.paragraph(wording(.none), .plain)]
    }
  }

  /// The lead with other lists of criteria.
  func listGuard() -> [Block] {
    forEachComparison { comparison, _ in
      let rows = comparison.leaveOneOut.variations.map { variation in
        [
          listName(of: variation.change), variation.leader.map(base.name) ?? wording(.none),
          variation.difference.map { decimal($0, .difference) } ?? wording(.none),
        ]
      }
      return [
        .table(
          Table(
            caption: wording(.guardCaption),
            columns: [wording(.columnList), wording(.columnLeads), wording(.columnBy)],
            rows: rows))
      ]
    }
  }

  /// The name of a list of criteria that differs from the person's.
  func listName(of change: ListVariation.Change) -> InlineText {
    switch change {
    case .leavingOut(let id): wording(.leftOutCriterion, ["name": base.criterionInline(id)])
    case .keeping(let ids):
      pack.panels.first { $0.criteria == ids }.map { wording.text($0.name) } ?? .empty
    }
  }
}

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
      ? criterion : wording(.warningCell, ["name": criterion, "option": option])
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
