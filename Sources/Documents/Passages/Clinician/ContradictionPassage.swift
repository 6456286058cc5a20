// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

extension PersonContext {
  /// Facts that contradict each other, and limits of the person that nobody can hold anything
  /// against; nothing for most people.
  func contradictions() -> [Block] {
    let facts = pack.eligibility.contradictions.filter { findings.contradictions.contains($0.id) }
      .map { Block.paragraph(wording.text($0.clinician), .warning) }
    let limits = base.order.ordered(findings.limitsNotKnown) { $0.alternative }.map { found in
      wording(
        GuardPhrase.limitNotKnownClinician,
        [
          "option": base.name(found.alternative),
          "name": base.criterionInline(found.limit.criterion), "level": limitLevel(found.limit),
        ])
    }
    return facts + (limits.isEmpty ? [] : [.list(.bullets, limits)])
  }

  /// A limit of the person as it is read back, with what is not known about keeping to it.
  func limitText(_ limit: StatedPreferences.Limit) -> InlineText {
    let open = base.order.ordered(findings.limitsNotKnown.filter { $0.limit == limit }) {
      $0.alternative
    }.map { base.inline($0.alternative) }
    let text = wording(
      limit.isHighest ? .limitAtMost : .limitAtLeast,
      ["name": base.criterionInline(limit.criterion), "level": limitLevel(limit)])
    if open.isEmpty { return text }
    return [text, wording(GuardPhrase.limitNotKnown, ["options": wording.list(open)])].spaced
  }
}
