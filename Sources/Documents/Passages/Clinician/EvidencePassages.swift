// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack

extension PackContext {
  /// The performance table with ranges, certainty, origin and sources.
  func evidenceTable() -> [Block] {
    let rows = zip(pack.criteria, levels).flatMap { criterion, figures in
      figures.compactMap { figure -> [InlineText]? in
        guard let cell = figure.cell else { return nil }
        return [
          wording(
            .listed,
            ["before": wording.text(criterion.texts.name), "last": inline(cell.alternative)]),
          shown(figure, of: criterion), grade(cell), mark(cell), sourceNumbers(figure.sources),
        ]
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

  /// How sure we are of a level in a word, or that the clinic gave it.
  private func grade(_ cell: EvidenceCell) -> InlineText {
    cell.isClinicPrice ? wording(.clinicPrice) : grade(cell.certainty)
  }

  private func mark(_ cell: EvidenceCell) -> InlineText {
    if cell.isClinicPrice { return wording(.clinicPrice) }
    func word(_ basis: Basis) -> InlineText {
      switch basis {
      case .measured: wording(.originMeasured)
      case .derived: wording(.originDerived)
      case .declared, .notKnown: wording(.originDeclared)
      case .byDefinition, .reference: wording(.originByDefinition)
      }
    }
    if cell.basis == cell.rangeBasis { return word(cell.basis) }
    return wording(
      .basisWithRange, ["estimate": word(cell.basis), "range": word(cell.rangeBasis)])
  }

  /// The performance table with ranges and certainty, one column per alternative.
  func evidenceInBrief() -> [Block] {
    let rows = zip(pack.criteria, levels).map { criterion, figures in
      [wording.text(criterion.texts.name)]
        + figures.map { figure in figure.cell.map { inBrief(figure, $0, criterion) } ?? .empty }
    }
    return [
      .table(
        Table(
          id: "evidence-levels", caption: wording(ClinicianPhrase.evidenceInBriefCaption),
          columns: [wording(.columnMatters)] + optionColumns, rows: rows,
          columnIDs: [""] + pack.options.map(\.id), rowIDs: pack.criteria.map(\.id)))
    ]
  }

  /// A level with its range, how sure it is, and where it comes from unless a study states it.
  private func inBrief(
    _ figure: EvidenceFigure, _ cell: EvidenceCell, _ criterion: EvidenceCriterion
  ) -> InlineText {
    let isOwn = cell.isClinicPrice
    let certainty = grade(cell)
    let limits = figure.low.flatMap { low in
      figure.high.map { high in
        (
          low: quantity(low, of: criterion, from: figure.source),
          high: quantity(high, of: criterion, from: figure.source)
        )
      }
    }
    // A level that no study measured is never printed as if it were one.
    if cell.certainty == .notKnown && !isOwn {
      guard let limits else { return certainty }
      return wording(
        ClinicianPhrase.levelAndGrade,
        [
          "level": certainty,
          "grade": wording(ClinicianPhrase.rangeUsed, ["low": limits.low, "high": limits.high]),
        ]
      )
    }
    var text = level(figure.value, of: criterion, from: figure.source)
    if let limits {
      text = wording(
        ClinicianPhrase.levelInRange, ["level": text, "low": limits.low, "high": limits.high])
    }
    // What is true by definition needs no grade.
    if cell.certainty == .byDefinition && !isOwn { return text }
    let origin: Phrase? =
      switch cell.basis {
      case .derived: .originDerived
      case .declared, .notKnown: .originDeclared
      case .measured, .byDefinition, .reference: nil
      }
    let sure =
      origin.map {
        isOwn
          ? certainty
          : wording(ClinicianPhrase.gradeAndOrigin, ["grade": certainty, "origin": wording($0)])
      } ?? certainty
    return wording(ClinicianPhrase.levelAndGrade, ["level": text, "grade": sure])
  }
}
