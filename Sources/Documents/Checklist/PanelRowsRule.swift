// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The part about every alternative has the same rows, and each says something.
struct PanelRowsRule: ChecklistRule {
  /// The ids of the rows.
  let rows: [String]

  func finding(in handout: HandoutIndex) -> ChecklistFinding {
    var finding = ChecklistFinding()
    finding.demand(!handout.alternatives.isEmpty, else: "the alternatives")
    for alternative in handout.alternatives {
      for id in rows {
        let row = handout.panelRows[alternative]?.first { $0.value.id == id }
        finding.need(
          row?.value.text.saysSomething == true, row?.path ?? "",
          else: "the row \(id) of \(alternative)")
      }
    }
    return finding
  }
}
