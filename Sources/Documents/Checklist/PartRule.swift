// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A part of the handout says something.
struct PartRule: ChecklistRule {
  /// The id of the part.
  let part: String

  func finding(in handout: HandoutIndex) -> ChecklistFinding {
    var finding = ChecklistFinding()
    let found = handout.parts[part]
    finding.need(
      found?.value.containsText(where: \.saysSomething) == true, found?.path ?? "",
      else: "the part \(part)")
    return finding
  }
}
