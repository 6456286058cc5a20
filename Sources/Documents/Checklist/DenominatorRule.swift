// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// All counts are out of one whole; rare ones may be out of a larger whole where nothing is drawn,
/// and a part explains the step from one to the other.
struct DenominatorRule: ChecklistRule {
  /// The id of the part that explains.
  let part: String
  /// The whole.
  let of: Int
  /// The larger whole.
  let rare: Int

  func finding(in handout: HandoutIndex) -> ChecklistFinding {
    var finding = PartRule(part: part).finding(in: handout)
    for outcome in handout.outcomes {
      let results = outcome.value.results
      let isDrawn = results.contains { $0.picture != nil }
      let pictures = results.compactMap { $0.picture?.of }
      let wholes = (outcome.counts + results.map(\.rest.count)).compactMap { $0?.of }
      let isRare = !isDrawn && wholes.allSatisfy { $0 == Double(rare) }
      finding.demand(
        pictures.allSatisfy { $0 == of } && (isRare || wholes.allSatisfy { $0 == Double(of) }),
        else: "one whole of \(of) in the outcome \(outcome.value.id)")
    }
    finding.demand(handout.barTotals.isSubset(of: [of]), else: "one whole of \(of) for the bars")
    if !finding.missing.isEmpty { finding.pointers = [] }
    return finding
  }
}
