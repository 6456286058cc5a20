// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Rows of a section say something, and hold a number where one is asked for.
struct LabelledRowsRule: ChecklistRule {
  /// The id of the section.
  let section: String
  /// The ids of the rows.
  let rows: [String]
  /// How the text of the source of a number in the row begins, or nil: words are enough.
  let number: String?

  func finding(in handout: HandoutIndex) -> ChecklistFinding {
    var finding = ChecklistFinding()
    for id in rows {
      let found = handout.sectionRows[section]?.first { $0.value.id == id }
      finding.need(
        found.map { isFilled($0.value.text) } ?? false, found?.path ?? "",
        else: "the row \(id) of the section \(section)")
    }
    return finding
  }

  private func isFilled(_ text: InlineText) -> Bool {
    guard let number else { return text.saysSomething }
    return text.runs.contains { run in
      if case .number(let printed, let source) = run {
        source.text.hasPrefix(number) && InlineText(words: printed).saysSomething
      } else {
        false
      }
    }
  }
}

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

/// One of several tables is there and has rows.
struct TableRule: ChecklistRule {
  /// The ids of the tables, the first one found counts.
  let tables: [String]

  func finding(in handout: HandoutIndex) -> ChecklistFinding {
    var finding = ChecklistFinding()
    let found = tables.lazy.compactMap { handout.tables[$0] }.first
    let isFilled = found?.value.rows.contains { $0.first?.saysSomething == true } ?? false
    finding.need(
      isFilled, found?.path ?? "", else: "a table \(tables.joined(separator: " or "))")
    return finding
  }
}

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
