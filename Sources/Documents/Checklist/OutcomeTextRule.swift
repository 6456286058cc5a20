// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Every outcome has one text about all its results: its period, or who was studied.
struct OutcomeTextRule: ChecklistRule {
  /// The text.
  enum Text: String, Sendable {
    /// When it was counted.
    case period
    /// Who was studied.
    case group
  }

  /// Which text.
  let text: Text

  func finding(in handout: HandoutIndex) -> ChecklistFinding {
    var finding = ChecklistFinding()
    finding.demand(!handout.outcomes.isEmpty, else: "the outcomes")
    for outcome in handout.outcomes {
      let found = text == .period ? outcome.value.period : outcome.value.group
      finding.need(
        found.saysSomething, "\(outcome.path)/r:\(text.rawValue)",
        else: "the \(text.rawValue) of the outcome \(outcome.value.id)")
    }
    return finding
  }
}
