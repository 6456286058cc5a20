// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionModel

extension PackContext {
  /// The performance table with ranges and certainty, one column per alternative.
  func evidenceInBrief() -> [Block] {
    let rows = zip(pack.criteria, levels).map { criterion, figures in
      let cells = criterion.row(in: region.id)?.cells ?? []
      return [wording.text(criterion.texts.name)]
        + zip(figures, cells).map { figure, cell in
          let certainty =
            isOwnPrice(cell, of: criterion) ? wording(.clinicPrice) : grade(cell.certainty)
          return wording(
            .levelAndGrade, ["level": shown(figure, of: criterion), "grade": certainty])
        }
    }
    return [
      .table(
        Table(
          id: "evidence-levels", caption: wording(.evidenceInBriefCaption),
          columns: [wording(.columnMatters)] + optionColumns, rows: rows,
          columnIDs: [""] + pack.options.map(\.id), rowIDs: pack.criteria.map(\.id)))
    ]
  }
}
