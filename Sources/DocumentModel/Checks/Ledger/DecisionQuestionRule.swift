// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A part of the handout puts the decision and names every alternative.
struct DecisionQuestionRule: LedgerRule {
  /// The id of the part.
  let part: String

  func finding(in handout: HandoutIndex) -> LedgerFinding {
    var finding = PartRule(part: part).finding(in: handout)
    guard finding.missing.isEmpty, let found = handout.parts[part] else { return finding }
    var question = ""
    found.value.forEachText { question += " " + $0.plain.lowercased() }
    for alternative in handout.alternatives {
      let names = (handout.names[alternative] ?? []).map { $0.plain.lowercased() }
      finding.demand(
        names.contains { !$0.isEmpty && question.contains($0) },
        else: "the name of \(alternative) in the part \(part)")
    }
    if !finding.missing.isEmpty { finding.pointers = [] }
    return finding
  }
}
