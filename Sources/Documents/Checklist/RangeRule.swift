// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Every count out of a whole is printed with its range, where the evidence has one.
struct RangeRule: ChecklistRule {
  /// The whole.
  let of: Double

  func finding(in handout: HandoutIndex) -> ChecklistFinding {
    var finding = ChecklistFinding()
    for outcome in handout.outcomes {
      for (place, result) in outcome.value.results.enumerated() {
        guard let count = outcome.counts[place], count.of == of,
          case .evidence(let id) = count.source, handout.numbers[id]?.isRanged == true
        else { continue }
        finding.need(
          result.range.saysSomething,
          outcome.results[place] + "/r:range",
          else: "the range of \(result.alternative) in the outcome \(outcome.value.id)")
      }
    }
    finding.demand(
      !(finding.pointers.isEmpty && finding.missing.isEmpty), else: "an outcome with a range")
    return finding
  }
}
