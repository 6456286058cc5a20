// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// What a record says of the evidence that it was made from, and of its answers: enough to hold it
/// against a withdrawal, also for a record of another version of the program.
package struct RecordEvidence: Sendable, Equatable {
  /// The id of the pack.
  package let pack: String
  /// The version of the pack.
  package let version: String
  /// The answers, as ledgers name them.
  package let outcomes: [String]

  /// What the root of a record says; nil when it names no pack.
  package init?(_ root: MarkupElement) {
    let inputs = root.first("inputs")?.elements ?? []
    guard let input = inputs.first(where: { $0.attribute("kind") == "evidencePack" }),
      let pack = input.attribute("id"), let version = input.attribute("version")
    else { return nil }
    self.pack = pack
    self.version = version
    outcomes = (root.first("analysis")?.elements(named: "question") ?? []).compactMap {
      $0.first("verdict")?.attribute("level") ?? $0.attribute("notCompared")
    }
  }
}
