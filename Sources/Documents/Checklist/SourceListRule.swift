// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A part lists at least as many sources as the handout cites.
struct SourceListRule: ChecklistRule {
  /// The id of the part.
  let part: String

  func finding(in handout: HandoutIndex) -> ChecklistFinding {
    var finding = ChecklistFinding()
    let found = handout.parts[part]
    var entries = 0
    for case .list(_, let items) in found?.value ?? [] {
      entries += items.count(where: \.saysSomething)
    }
    let cited = handout.cited.count
    finding.need(
      entries > 0 && entries >= cited, found?.path ?? "",
      else: "\(max(1, cited) - entries) sources in the part \(part)")
    return finding
  }
}
