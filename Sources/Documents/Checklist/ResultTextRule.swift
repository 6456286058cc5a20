// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Every outcome states a result for every alternative, a number or in words that there is none.
///
/// An outcome with one result alone tells the course of one alternative and compares nothing.
struct ResultTextRule: ChecklistRule {
  func finding(in handout: HandoutIndex) -> ChecklistFinding {
    var finding = ChecklistFinding()
    finding.demand(!handout.outcomes.isEmpty, else: "the outcomes")
    for outcome in handout.outcomes {
      let results = outcome.value.results
      let told = results.count == 1 ? results.map(\.alternative) : handout.alternatives
      for alternative in told {
        let place = results.firstIndex { $0.alternative == alternative }
        finding.need(
          place.map { isStated(results[$0].text) } ?? false,
          outcome.results[place ?? 0] + "/r:text",
          else: "the result of \(alternative) in the outcome \(outcome.value.id)")
      }
    }
    return finding
  }

  /// Whether a text says something, and so does every number in it.
  private func isStated(_ text: InlineText) -> Bool {
    text.saysSomething
      && text.runs.allSatisfy {
        if case .number(let printed, _) = $0 {
          InlineText(words: printed).saysSomething
        } else {
          true
        }
      }
  }
}
