// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Every count out of a whole is drawn too, and the picture shows the same count.
struct PictureRule: ChecklistRule {
  /// The whole.
  let of: Int

  func finding(in handout: HandoutIndex) -> ChecklistFinding {
    var finding = ChecklistFinding()
    for outcome in handout.outcomes {
      for (place, result) in outcome.value.results.enumerated() {
        guard let count = outcome.counts[place], count.of == Double(of) else { continue }
        finding.need(
          result.picture.map { Double($0.filled) == count.n.rounded() && $0.of == of } ?? false,
          outcome.results[place] + "/r:picture",
          else: "the picture of \(result.alternative) in the outcome \(outcome.value.id)")
      }
    }
    finding.demand(
      !(finding.pointers.isEmpty && finding.missing.isEmpty), else: "an outcome with a picture")
    return finding
  }
}
