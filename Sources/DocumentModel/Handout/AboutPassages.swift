// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionModel

extension PackContext {
  /// Where each number comes from: measured, worked out, chosen or true by definition.
  func numbersAndReasons() -> [Block] {
    let rows = zip(pack.criteria, levels).map { criterion, figures in
      let cells = criterion.row(in: region.id)?.cells ?? []
      return [wording.text(criterion.texts.name)]
        + zip(figures, cells).map { figure, cell in
          let own = priced.contains(cell.alternative) && criterion.row == nil
          if own { return wording(.pricesOfClinic) }
          let origin = wording(.sentence, ["text": origin(cell)])
          return figure.sources.isEmpty
            ? origin : [origin, sourceNumbers(figure.sources)].spaced
        }
    }
    return [
      .table(
        Table(
          caption: wording(.originCaption), columns: [wording(.columnNumber)] + optionColumns,
          rows: rows))
    ]
  }

  /// The sources of the numbers, in the order of their numbers.
  func sourceList() -> [Block] {
    [
      .list(
        .references,
        sources.map { source in
          var parts = [InlineText(words: source.citation)]
          if let doi = source.doi { parts.append(InlineText(words: "doi:\(doi)")) }
          if let sponsor = source.sponsor {
            parts.append(wording(.sourceSponsor, ["sponsor": InlineText(words: sponsor)]))
          }
          return parts.spaced
        })
    ]
  }
}

extension PersonContext {
  /// What this document is, when and from what it was made.
  func aboutDocument() -> [Block] {
    let pack = pack.identity
    func date(_ text: String, _ name: String) -> InlineText {
      InlineText(number: text, from: "document.\(name)")
    }
    let authors =
      pack.authors.isEmpty
      ? wording(.notStated)
      : wording.list(
        pack.authors.map {
          wording(
            .author,
            ["name": InlineText(words: $0.name), "role": InlineText(words: $0.role)])
        })
    var rows = [
      LabelledText(wording(.dateMade), date(identity.date, "date"), id: "date-made"),
      LabelledText(wording(.documentNumber), date(identity.document, "id"), id: "document"),
      LabelledText(
        wording(.madeBy),
        wording(.programVersion, ["version": date(identity.program, "program")]), id: "made-by"),
      LabelledText(
        wording(.packLabel),
        wording(
          .packVersion,
          ["id": InlineText(words: pack.id), "version": date(pack.version, "pack")]), id: "pack"),
      LabelledText(wording(.searched), date(pack.searched, "searched"), id: "searched"),
      LabelledText(wording(.reviewBy), date(pack.reviewBy, "reviewBy"), id: "review-by"),
      LabelledText(wording(.updatePolicy), wording.text(pack.updatePolicy), id: "update-policy"),
      // What is not stated has an id of its own, so that no check takes the phrase for a statement.
      LabelledText(
        wording(.authors), authors, id: pack.authors.isEmpty ? "authors-not-stated" : "authors"),
      LabelledText(
        wording(.funding), pack.funding.map { wording.text($0) } ?? wording(.notStated),
        id: pack.funding == nil ? "funding-not-stated" : "funding"),
      LabelledText(wording(.population), wording.text(pack.population), id: "population"),
      LabelledText(wording(.selection), wording.text(pack.selection), id: "selection"),
    ]
    let clinic = profile.clinic
    for (label, value) in [
      (Phrase.yourClinic, clinic.name), (.yourClinician, clinic.clinician), (.phone, clinic.phone),
    ] {
      if let value { rows.append(LabelledText(wording(label), InlineText(person: value))) }
    }
    // Dates of the form YYYY-MM-DD compare as text.
    let overdue: [Block] =
      identity.date > pack.reviewBy ? [.paragraph(wording(.reviewOverdue), .warning)] : []
    return overdue + [.labelled(rows)]
  }
}
