// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

extension PersonContext {
  /// What to know before reading: evidence that is past its day of review or past its last day.
  func notices() -> [Block] {
    switch EvidenceExpiry(pack.identity, on: identity.date).state {
    case .current: []
    case .reviewOverdue: [.paragraph(wording(.reviewOverdue), .warning)]
    case .expired:
      [
        .paragraph(
          wording(
            CheckPhrase.evidenceExpired,
            [
              "date": InlineText(number: "\(pack.identity.useUntil)", from: .document(.useUntil)),
              "reason": InlineText(person: identity.expiryReason ?? ""),
            ]), .warning)
      ]
    }
  }
}

extension Wording {
  /// The row that tells how hard the handout is to read.
  ///
  /// Each value counts as one word of one syllable, so that filling them in does not change what was
  /// measured.
  ///
  /// - Parameter report: what was measured, or nil: not yet.
  func readingRow(_ report: ReadingReport?) -> LabelledText {
    func grade(_ entry: ReadingEntry?) -> InlineText {
      number(
        DecimalText(max(entry?.raw.fleschKincaid ?? 0, 0), decimals: 1),
        from: .document(.readingGrade))
    }
    return LabelledText(
      self(CheckPhrase.readingLevel),
      self(
        CheckPhrase.readingLevelIs,
        [
          "grade": grade(report?.whole),
          "section": InlineText(
            number: report?.hardest.title ?? "", from: .document(.readingSection)),
          "hardest": grade(report?.hardest),
        ]), id: Wording.readingRowID)
  }

  /// The id of that row.
  static let readingRowID = "reading-level"
}
