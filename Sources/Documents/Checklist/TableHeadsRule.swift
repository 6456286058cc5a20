// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A table has a column with a head for every alternative.
struct TableHeadsRule: ChecklistRule {
  /// The id of the table.
  let table: String

  func finding(in handout: HandoutIndex) -> ChecklistFinding {
    var finding = ChecklistFinding()
    guard let found = handout.tables[table] else {
      return ChecklistFinding(missing: ["the table \(table)"])
    }
    finding.demand(!handout.alternatives.isEmpty, else: "the alternatives")
    let ids: [String?] = found.value.columnIDs
    for alternative in handout.alternatives {
      let place = found.value.columnIDs.firstIndex(of: alternative)
      let head = place.flatMap {
        found.value.columns.indices.contains($0) ? found.value.columns[$0] : nil
      }
      finding.need(
        head?.saysSomething == true,
        found.path + "/r:columns" + RecordPath.step("cell", place ?? 0, ids: ids),
        else: "the head of the column of \(alternative) in the table \(table)")
    }
    return finding
  }
}
