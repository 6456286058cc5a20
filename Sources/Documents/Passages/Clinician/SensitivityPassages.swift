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

extension PackContext {
  /// The performance table with ranges, certainty, origin and sources.
  func evidenceTable() -> [Block] {
    var rows: [[InlineText]] = []
    for (criterion, figures) in zip(pack.criteria, levels) {
      let cells = criterion.row(in: region.id)?.cells ?? []
      for (figure, cell) in zip(figures, cells) {
        let own = isOwnPrice(cell, of: criterion)
        rows.append([
          wording(
            .listed,
            ["before": wording.text(criterion.texts.name), "last": inline(cell.alternative)]),
          shown(figure, of: criterion),
          own ? wording(.clinicPrice) : grade(cell.certainty),
          own ? wording(.clinicPrice) : mark(cell), sourceNumbers(figure.sources),
        ])
      }
    }
    return [
      .table(
        Table(
          caption: wording(.evidenceCaption),
          columns: [
            wording(.columnMatters), wording(.columnLevel), wording(.columnCertainty),
            wording(.columnOrigin), wording(.columnSources),
          ], rows: rows))
    ]
  }

  func grade(_ certainty: CertaintyOfEvidence) -> InlineText {
    switch certainty {
    case .high: wording(.gradeHigh)
    case .moderate: wording(.gradeModerate)
    case .low: wording(.gradeLow)
    case .veryLow: wording(.gradeVeryLow)
    case .notKnown: wording(.gradeNotKnown)
    case .byDefinition: wording(.gradeByDefinition)
    }
  }

  private func mark(_ cell: EvidenceCell) -> InlineText {
    func word(_ basis: Basis) -> InlineText {
      switch basis {
      case .measured: wording(.originMeasured)
      case .derived: wording(.originDerived)
      case .declared: wording(.originDeclared)
      case .byDefinition: wording(.originByDefinition)
      }
    }
    if cell.basis == cell.rangeBasis { return word(cell.basis) }
    return wording(
      .basisWithRange, ["estimate": word(cell.basis), "range": word(cell.rangeBasis)])
  }
}
