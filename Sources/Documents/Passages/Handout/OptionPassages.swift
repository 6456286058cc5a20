// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

extension PackContext {
  /// Every option described by the same aspects.
  func optionDescriptions() -> [Block] { optionPanels { _ in true } }

  /// The same without what states a number of the evidence: the numbers are about other people.
  func optionSteps() -> [Block] {
    let counted = Set(
      pack.options.flatMap(\.aspects).filter { aspect in
        aspect.steps.contains { step in
          wording.text(step).sources.contains { if case .evidence = $0 { true } else { false } }
        }
      }.map(\.id))
    return optionPanels { !counted.contains($0.id) }
  }

  private func optionPanels(_ isTold: (EvidenceOption.Aspect) -> Bool) -> [Block] {
    [
      .panels(
        pack.options.map { option in
          PanelBlock(
            id: option.id, title: wording.text(option.name),
            blocks: [
              .labelled(
                option.aspects.filter { $0.place == .description && isTold($0) }.map { aspect in
                  LabelledText(
                    wording.text(aspect.name), aspect.steps.map { wording.text($0) }.spaced,
                    id: aspect.id)
                })
            ])
        })
    ]
  }

  /// What happens day by day, for every option.
  func recoveryTimeline() -> [Block] {
    let aspects = pack.options.map { option in option.aspects.filter { $0.place == .timeline } }
    guard let first = aspects.first, !first.isEmpty else { return [] }
    return [
      .table(
        Table(
          id: "timeline", caption: wording(.timelineCaption),
          columns: [wording(.columnWhen)] + optionColumns,
          rows: first.indices.map { row in
            [wording.text(first[row].name)]
              + aspects.map { $0[row].steps.map { wording.text($0) }.spaced }
          }, columnIDs: [""] + pack.options.map(\.id), rowIDs: first.map(\.id)))
    ]
  }

  /// The options side by side: cement, every criterion with its period, whom each may suit; below,
  /// who was studied and how sure we are.
  func comparisonTable() -> [Block] {
    var rows = [[wording(.rowCement)] + pack.options.map { wording.text($0.cement) }]
    var ids = ["material"]
    var notes: [LabelledText] = []
    for (criterion, figures) in zip(criteria, levels) {
      let head = wording(
        .rowHead,
        [
          "name": wording.text(criterion.texts.name),
          "period": wording.text(criterion.texts.period),
        ])
      // The ranges of what is counted stand beside the pictures.
      rows.append(
        [head] + figures.map { shown($0, of: criterion, withRange: criterion.outOf == nil) })
      ids.append(criterion.id)
      if criterion.outOf == nil, figures.contains(where: { $0.certainty != .byDefinition }) {
        notes.append(note(criterion, figures))
      }
    }
    rows.append([wording(.rowSuits)] + pack.options.map { wording.text($0.suits) })
    ids.append("suits")
    return [
      .table(
        Table(
          id: "comparison", caption: wording(.comparisonCaption),
          columns: [wording(.columnWhat)] + optionColumns, rows: rows,
          columnIDs: [""] + pack.options.map(\.id), rowIDs: ids)),
      .part(DocumentPart(id: "comparison-notes", blocks: [.labelled(notes)])),
    ]
  }

  /// Who was studied, how sure we are, and the sources.
  private func note(_ criterion: EvidenceCriterion, _ figures: [EvidenceFigure]) -> LabelledText {
    LabelledText(
      wording.text(criterion.texts.name),
      [
        wording(.who, ["group": wording.text(criterion.texts.group)]),
        wording.text(criterion.texts.sure), cited(figures.flatMap(\.sources)),
      ].spaced, id: criterion.id)
  }

  /// The positions of bodies that write guidance, as far as they are told to people of the region.
  func guidelinePositions() -> [Block] {
    positions(pack.guidelines.filter { $0.isTold(in: region.id) })
  }

  /// The same about people of other evidence.
  func otherPositions() -> [Block] {
    positions(
      pack.guidelines.filter { $0.isOtherEvidence && $0.regions?.contains(region.id) ?? true })
  }

  /// The body that states a position, and when.
  func head(_ position: GuidelinePosition) -> InlineText {
    let year =
      switch position.year {
      case .year(let digits): InlineText(words: wording.numbers.withOwnDigits(digits))
      case .notStated: wording(.yearNotStated)
      case .notSeen: wording(.yearNotSeen)
      }
    return wording(.positionBody, ["body": wording.text(position.body), "year": year])
  }

  /// What bodies say, one row each.
  func positions(_ positions: [GuidelinePosition]) -> [Block] {
    [
      .labelled(
        positions.map { position in
          let sponsor = position.sponsor.map {
            wording(.positionSponsor, ["sponsor": wording.text($0)])
          }
          return LabelledText(
            head(position),
            [wording.text(position.says), sponsor ?? .empty].spaced, id: position.id)
        })
    ]
  }
}

extension [InlineText] {
  /// The texts one after the other, with a space between.
  var spaced: InlineText {
    let parts = filter { !$0.isEmpty }
    return parts.dropFirst().reduce(parts.first ?? .empty) {
      $0 + InlineText(words: " ") + $1
    }
  }
}
