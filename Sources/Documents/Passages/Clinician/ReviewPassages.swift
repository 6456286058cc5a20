// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

extension PackContext {
  /// The shown rows and positions that a clinician is to check before they are used, by name: what
  /// was worked out for this pack, or read in the summary of another alone.
  func rowsToReview() -> [Block] {
    let items =
      pack.outcomes.filter(needsReview).map { wording.text($0.name) }
      + pack.guidelines.filter(\.needsReview).map(head)
    return items.isEmpty ? [] : [.list(.bullets, items)]
  }

  private func needsReview(_ outcome: EvidenceOutcome) -> Bool {
    let texts = ([outcome.reason] + outcome.results.compactMap(\.instead)).map { wording.text($0) }
    let printed =
      outcome.results.compactMap { $0.figure.flatMap { wording.figure($0) } }
      + texts.flatMap(\.sources).compactMap { wording.figure($0) }
    return outcome.needsReview || printed.contains(where: \.needsReview)
  }
}

extension PersonContext {
  /// The outcomes that are shown to people like this one alone: a study of such people beside what
  /// was found in all.
  func outcomesForYou() -> [Block] {
    base.pack.outcomes.filter { $0.block == .some && ($0.condition.map(holds) ?? false) }
      .map { .outcome(base.block($0)) }
  }
}
