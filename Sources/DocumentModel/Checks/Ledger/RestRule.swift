// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Every count is told both ways: for how many it happened and for how many it did not, and the two
/// add up.
struct RestRule: LedgerRule {
  func finding(in handout: HandoutIndex) -> LedgerFinding {
    var finding = LedgerFinding()
    for outcome in handout.outcomes {
      let ids: [String?] = outcome.value.results.map(\.alternative)
      for (place, result) in outcome.value.results.enumerated() {
        guard let count = outcome.counts[place] else { continue }
        finding.need(
          result.rest.count.map { adds(count, $0) } ?? false,
          outcome.path + RecordPath.step("result", place, ids: ids, attribute: "alternative")
            + "/r:rest",
          else: "for how many it did not happen, \(result.alternative) in the outcome "
            + outcome.value.id)
      }
    }
    finding.demand(
      !(finding.pointers.isEmpty && finding.missing.isEmpty), else: "an outcome that is counted")
    return finding
  }

  private func adds(_ count: InlineText.Count, _ rest: InlineText.Count) -> Bool {
    // Printed numbers have few decimals; the limit only absorbs their binary form.
    count.of == rest.of && (count.n + rest.n - count.of).magnitude < 1e-9
  }
}
