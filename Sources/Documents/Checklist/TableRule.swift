// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

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
