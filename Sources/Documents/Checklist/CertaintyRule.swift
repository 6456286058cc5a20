// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Every outcome says how sure we are: for each result, or once for all.
struct CertaintyRule: ChecklistRule {
  func finding(in handout: HandoutIndex) -> ChecklistFinding {
    var finding = ChecklistFinding()
    finding.demand(!handout.outcomes.isEmpty, else: "the outcomes")
    for outcome in handout.outcomes {
      let results = outcome.value.results
      guard results.contains(where: { $0.certainty.saysSomething }) else {
        finding.need(
          outcome.value.note.saysSomething, outcome.path + "/r:note",
          else: "how sure we are of the outcome \(outcome.value.id)")
        continue
      }
      for (place, result) in results.enumerated() {
        finding.need(
          result.certainty.saysSomething,
          outcome.results[place] + "/r:certainty",
          else: "how sure we are of \(result.alternative) in the outcome \(outcome.value.id)")
      }
    }
    return finding
  }
}
