// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Every count is told both ways: for how many it happened and for how many it did not, and the two
/// add up.
struct RestRule: ChecklistRule {
  func finding(in handout: HandoutIndex) -> ChecklistFinding {
    var finding = ChecklistFinding()
    for outcome in handout.outcomes {
      for (place, result) in outcome.value.results.enumerated() {
        guard let count = outcome.counts[place] else { continue }
        finding.need(
          adds(count, result.rest.values(from: count.source)),
          outcome.results[place] + "/r:rest",
          else: "for how many it did not happen, \(result.alternative) in the outcome "
            + outcome.value.id)
      }
    }
    finding.demand(
      !(finding.pointers.isEmpty && finding.missing.isEmpty), else: "an outcome that is counted")
    return finding
  }

  /// Whether the rest adds up to the whole; it may name the whole again.
  private func adds(_ count: InlineText.Count, _ rest: [Double]) -> Bool {
    guard let n = rest.min(), rest.count == 1 || rest.max() == count.of, rest.count <= 2 else {
      return false
    }
    // Printed numbers have few decimals; the limit only absorbs their binary form.
    return (count.n + n - count.of).magnitude < 1e-9
  }
}
