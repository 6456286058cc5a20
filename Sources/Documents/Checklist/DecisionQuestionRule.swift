// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A part of the handout puts the decision and names every alternative.
struct DecisionQuestionRule: ChecklistRule {
  /// The id of the part.
  let part: String

  func finding(in handout: HandoutIndex) -> ChecklistFinding {
    var finding = PartRule(part: part).finding(in: handout)
    guard finding.missing.isEmpty, let found = handout.parts[part] else { return finding }
    var question = ""
    found.value.forEachText { question += " " + $0.plain.lowercased() }
    let bytes = Array(question.utf8)
    for alternative in handout.alternatives {
      let names = (handout.names[alternative] ?? []).lazy.map { $0.plain.lowercased() }
      finding.demand(
        names.contains { DecisionQuestionRule.holds(bytes, Array($0.utf8)) },
        else: "the name of \(alternative) in the part \(part)")
    }
    if !finding.missing.isEmpty { finding.pointers = [] }
    return finding
  }

  /// Whether bytes hold other bytes, which are not none.
  private static func holds(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    !part.isEmpty && part.count <= bytes.count
      && (0...(bytes.count - part.count)).contains { bytes[$0...].starts(with: part) }
  }
}
