// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A part lists at least as many sources as the handout cites.
struct SourceListRule: LedgerRule {
  /// The id of the part.
  let part: String

  func finding(in handout: HandoutIndex) -> LedgerFinding {
    var finding = LedgerFinding()
    let found = handout.parts[part]
    var entries = 0
    for case .list(_, let items) in found?.value ?? [] {
      entries += items.count(where: \.saysSomething)
    }
    finding.need(
      entries > 0 && entries >= handout.cited.count, found?.path ?? "",
      else: "\(max(1, handout.cited.count) - entries) sources in the part \(part)")
    return finding
  }
}
