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
      LabelledText(wording(.dateMade), date(identity.date, "date")),
      LabelledText(wording(.documentNumber), date(identity.document, "id")),
      LabelledText(
        wording(.madeBy),
        wording(.programVersion, ["version": date(identity.program, "program")])),
      LabelledText(
        wording(.packLabel),
        wording(
          .packVersion,
          ["id": InlineText(words: pack.id), "version": date(pack.version, "pack")])),
      LabelledText(wording(.searched), date(pack.searched, "searched")),
      LabelledText(wording(.reviewBy), date(pack.reviewBy, "reviewBy")),
      LabelledText(wording(.updatePolicy), wording.text(pack.updatePolicy)),
      LabelledText(wording(.authors), authors),
      LabelledText(
        wording(.funding), pack.funding.map { wording.text($0) } ?? wording(.notStated)),
      LabelledText(wording(.population), wording.text(pack.population)),
      LabelledText(wording(.selection), wording.text(pack.selection)),
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
}
