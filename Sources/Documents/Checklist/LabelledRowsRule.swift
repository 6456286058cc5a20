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
