// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Every row of a table has a filled cell for every alternative; "not known" in words is filled.
struct TableCellsRule: ChecklistRule {
  /// The id of the table.
  let table: String

  func finding(in handout: HandoutIndex) -> ChecklistFinding {
    var finding = ChecklistFinding()
    guard let found = handout.tables[table], !found.value.rows.isEmpty else {
      return ChecklistFinding(missing: ["the table \(table)"])
    }
    let rows = found.value.rows
    // By place, so that this rule does not hang on the heads of the columns.
    let columns = [nil] + handout.alternatives.map(Optional.some)
    let ids: [String?] =
      found.value.columnIDs == columns.map { $0 ?? "" } ? columns : columns.map { _ in nil }
    let rowIDs: [String?] = rows.indices.map {
      found.value.rowIDs.indices.contains($0) ? found.value.rowIDs[$0] : nil
    }
    for (place, row) in rows.enumerated() {
      let name = rowIDs[place].flatMap { $0.isEmpty ? nil : $0 } ?? "\(place + 1)"
      guard row.count == columns.count else {
        finding.missing.append("a cell in the row \(name) of the table \(table)")
        continue
      }
      let path = found.path + RecordPath.step("cells", place, ids: rowIDs)
      for column in columns.indices.dropFirst() {
        finding.need(
          row[column].saysSomething, path + RecordPath.step("cell", column, ids: ids),
          else: "the cell of \(columns[column] ?? "") in the row \(name) of the table \(table)")
      }
    }
    return finding
  }
}
