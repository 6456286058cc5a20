// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack

extension PackContext {
  /// The performance table with ranges, certainty, origin and sources.
  func evidenceTable() -> [Block] {
    let rows = zip(criteria, levels).flatMap { criterion, figures in
      figures.flatMap { [$0] + (otherLevels[$0.id] ?? []) }.compactMap { figure -> [InlineText]? in
        guard let cell = figure.cell else { return nil }
        return [
          wording.listed([wording.text(criterion.texts.name), inline(cell.alternative)]),
          inReading(figure, criterion), grade(cell), mark(cell), sourceNumbers(figure.sources),
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

  /// A level with its reading where there are several.
  private func inReading(
    _ figure: EvidenceFigure, _ criterion: EvidenceCriterion
  ) -> InlineText {
    let level = inOneReading(figure, of: criterion)
    guard figure.reading != nil || otherLevels[figure.id] != nil else { return level }
    let reading = figure.reading ?? pack.readings.first?.id ?? ""
    return wording(.levelInReading, ["level": level, "reading": self.reading(reading)])
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
    let rows = zip(criteria, levels).map { criterion, figures -> [InlineText] in
      let cells = figures.map { figure -> InlineText in
        let all = [figure] + (otherLevels[figure.id] ?? [])
        let texts = all.compactMap { one in one.cell.map { marked(one, $0, criterion) } }
        return wording.listed(texts)
      }
      return [wording.text(criterion.texts.name)] + cells
    }
    return [
      .table(
        Table(
          id: "evidence-levels", caption: wording(ClinicianPhrase.evidenceInBriefCaption),
          columns: [wording(.columnMatters)] + optionColumns, rows: rows,
          columnIDs: [""] + pack.options.map(\.id), rowIDs: criteria.map(\.id)))
    ]
  }

  /// The numbers that a clinician is to look at before the pack is used.
  func numbersToReview() -> [Block] {
    let names = zip(criteria, levels).flatMap { criterion, figures -> [InlineText] in
      figures.flatMap { [$0] + (otherLevels[$0.id] ?? []) }.filter {
        $0.cell?.needsReview == true
      }.map { figure in
        wording(
          ClinicianPhrase.reviewItem,
          [
            "name": wording.text(criterion.texts.inline),
            "option": inline(figure.cell?.alternative ?? ""),
            "level": inReading(figure, criterion),
          ])
      }
    }
    return names.isEmpty
      ? []
      : [
        .smallHeading(wording(ClinicianPhrase.reviewHeading)), .list(.bullets, names),
      ]
  }

  /// A level, marked where a clinician is to look at it before use; what holds by definition as
  /// patients read it.
  private func marked(
    _ figure: EvidenceFigure, _ cell: EvidenceCell, _ criterion: EvidenceCriterion
  ) -> InlineText {
    if cell.basis == .reference || cell.basis == .byDefinition, let instead = cell.instead {
      return wording.text(instead)
    }
    let text = inBrief(figure, cell, criterion)
    return cell.needsReview ? wording(ClinicianPhrase.reviewMark, ["level": text]) : text
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
