// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionModel

extension PackContext {
  /// Every option told in the same aspects.
  func optionDescriptions() -> [Block] {
    [
      .panels(
        pack.options.map { option in
          PanelBlock(
            id: option.id, title: wording.text(option.name),
            blocks: [
              .labelled(
                option.aspects.map { aspect in
                  LabelledText(
                    wording.text(aspect.name), aspect.steps.map { wording.text($0) }.spaced,
                    id: aspect.id)
                })
            ])
        })
    ]
  }

  /// The options side by side: cement, every criterion, whom each may suit.
  func comparisonTable() -> [Block] {
    var rows = [[wording(.rowCement)] + pack.options.map { wording.text($0.cement) }]
    for (criterion, figures) in zip(pack.criteria, levels) {
      rows.append(
        [wording.text(criterion.texts.name)]
          + figures.map { shown($0, of: criterion) })
    }
    rows.append([wording(.rowSuits)] + pack.options.map { wording.text($0.suits) })
    return [
      .table(
        Table(
          caption: wording(.comparisonCaption), columns: [wording(.columnWhat)] + optionColumns,
          rows: rows, columnIDs: [""] + pack.options.map(\.id)))
    ]
  }

  /// The positions of bodies that write guidance.
  func guidelinePositions() -> [Block] {
    [
      .labelled(
        pack.guidelines.map { position in
          let sponsor = position.sponsor.map { InlineText(words: $0) } ?? wording(.notStated)
          return LabelledText(
            wording(
              .positionBody,
              ["body": InlineText(words: position.body), "year": InlineText(words: position.year)]),
            [
              wording.text(position.says),
              wording(.positionPopulation, ["population": wording.text(position.population)]),
              wording(.positionSponsor, ["sponsor": sponsor]),
            ].spaced)
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
