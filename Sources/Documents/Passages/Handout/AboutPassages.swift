// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Markup

extension PackContext {
  /// The sources of the numbers, in the order of their numbers, by their short names.
  ///
  /// Full citations stand in the record.
  func sourceList() -> [Block] {
    [
      .list(
        .references,
        sources.map { source in
          let name = InlineText(words: source.short)
          return source.sponsor == nil ? name : wording(.sourceOfMaker, ["source": name])
        })
    ]
  }
}

extension PersonContext {
  /// What this document is, when and from what it was made.
  func aboutDocument() -> [Block] {
    let pack = pack.identity
    func stated(_ text: String, _ number: DocumentNumber) -> InlineText {
      InlineText(number: text, from: .document(number))
    }
    func day(_ day: CalendarDay, _ number: DocumentNumber) -> InlineText {
      wording.day(day, from: .document(number))
    }
    func row(_ id: String, _ label: Phrase, _ text: InlineText) -> LabelledText {
      LabelledText(wording(label), text, id: id)
    }
    var rows = [
      row("date-made", .dateMade, day(identity.date, .date)),
      row("document", .documentNumber, stated(identity.document, .id)),
      row(
        "made-by", .madeBy,
        wording(.programVersion, ["version": stated(identity.program, .program)])),
      row(
        "pack", .packLabel,
        wording(
          .packVersion,
          ["id": InlineText(words: pack.id), "version": stated(pack.version, .pack)])),
      row("searched", .searched, day(pack.searched, .searched)),
      row("review-by", .reviewBy, day(pack.reviewBy, .reviewBy)),
      row("update-policy", .updatePolicy, wording.text(pack.updatePolicy)),
      row(pack.authors.isEmpty ? "authors-not-stated" : "authors", .authors, authors),
      row(
        pack.funding == nil ? "funding-not-stated" : "funding", .funding,
        pack.funding.map { wording.text($0) } ?? wording(.notStated)),
      row("selection", .selection, wording.text(pack.selection)),
      // Filled in when the finished handout is measured.
      wording.readingRow(nil),
    ]
    let clinic = profile.clinic
    for (label, value) in [
      (Phrase.yourClinic, clinic.name), (.yourClinician, clinic.clinician), (.phone, clinic.phone),
    ] {
      if let value { rows.append(LabelledText(wording(label), InlineText(person: value))) }
    }
    return [.labelled(rows)]
  }

  private var authors: InlineText {
    let authors = pack.identity.authors
    if authors.isEmpty { return wording(.notStated) }
    return wording.list(
      authors.map {
        wording(
          .author,
          ["name": InlineText(words: $0.name), "role": wording.text($0.role)])
      })
  }
}

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
            .evidenceExpired,
            [
              "date": wording.day(pack.identity.useUntil, from: .document(.useUntil)),
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
    let measure = conventions.firstReadingLimit.measure
    func value(_ entry: ReadingEntry?, _ measure: ReadingMeasure) -> InlineText {
      number(
        DecimalText(max(entry.map { measure.value($0.counts) } ?? 0, 0), decimals: 1),
        from: .document(.readingGrade))
    }
    let section = InlineText(
      number: report?.hardest.title ?? "", from: .document(.readingSection))
    let whole = value(report?.whole, measure)
    let hardest = value(report?.hardest, measure)
    let text =
      switch measure {
      case .fleschKincaid:
        self(.readingLevelIs, ["grade": whole, "section": section, "hardest": hardest])
      case .wordsPerSentence, .lettersPerWord:
        self(
          .readingLengthsAre,
          [
            "words": value(report?.whole, .wordsPerSentence),
            "letters": value(report?.whole, .lettersPerWord), "section": section,
          ])
      default:
        self(
          .readingFormulaGives,
          [
            "value": whole, "name": InlineText(words: measure.title), "section": section,
            "hardest": hardest,
          ])
      }
    return LabelledText(self(.readingLevel), text, id: Wording.readingRowID)
  }

  /// The id of that row.
  static let readingRowID = "reading-level"
}
