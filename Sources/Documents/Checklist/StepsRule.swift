// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A part lists steps in order.
struct StepsRule: ChecklistRule {
  /// The id of the part.
  let part: String
  /// The least number of steps.
  let least: Int

  func finding(in handout: HandoutIndex) -> ChecklistFinding {
    var finding = ChecklistFinding()
    let found = handout.parts[part]
    var steps = 0
    for case .list(.steps, let items) in found?.value ?? [] {
      steps += items.count(where: \.saysSomething)
    }
    finding.need(
      steps >= least, found?.path ?? "",
      else: "a list of at least \(least) steps in the part \(part)")
    return finding
  }
}
