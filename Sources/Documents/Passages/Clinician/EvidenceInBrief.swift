// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

extension PackContext {
  /// The performance table with ranges and certainty, one column per alternative.
  func evidenceInBrief() -> [Block] {
    let rows = zip(pack.criteria, levels).map { criterion, figures in
      let cells = criterion.row(in: region.id)?.cells ?? []
      return [wording.text(criterion.texts.name)]
        + zip(figures, cells).map { figure, cell in
          inBrief(figure, cell, criterion)
        }
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
    let isOwn = isOwnPrice(cell, of: criterion)
    let certainty = isOwn ? wording(.clinicPrice) : grade(cell.certainty)
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
      case .declared: .originDeclared
      case .measured, .byDefinition: nil
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
