// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionModel

extension PackContext {
  /// The counted criteria: words, number and picture for every option, in both framings.
  func countedOutcomes() -> [Block] {
    pack.criteria.enumerated().flatMap { row, criterion -> [Block] in
      guard let of = criterion.outOf, let happens = criterion.texts.happens,
        let doesNot = criterion.texts.doesNot
      else { return [] }
      let panels = zip(pack.options, levels[row]).map { option, figure in
        let filled = Int(figure.value.value)
        let total = wording.number(of, from: figure.id)
        let sentences = [
          wording.text(happens, ["n": wording.number(figure.value, from: figure.id), "of": total]),
          wording.text(
            doesNot, ["n": wording.number(of - filled, from: figure.id), "of": total]),
        ].spaced
        return panel(option, criterion, figure, sentences, filled: filled, of: of)
      }
      return [
        .smallHeading(wording.text(criterion.texts.name)),
        .paragraph(wording.text(criterion.texts.explanation), .plain),
        .paragraph(whenAndWho(criterion.texts.period, criterion.texts.group), .note),
        .panels(panels),
      ]
    }
  }

  private func panel(
    _ option: EvidenceOption, _ criterion: EvidenceCriterion, _ figure: EvidenceFigure,
    _ sentences: InlineText, filled: Int, of: Int
  ) -> PanelBlock {
    var blocks: [Block] = []
    // A thousand marks cannot be told apart on paper: those counts stand as numbers alone.
    if of == 100 {
      let title = wording(
        .iconsTitle,
        ["option": wording.text(option.name), "name": wording.text(criterion.texts.inline)])
      blocks.append(.icons(IconArray(title: title, text: sentences, filled: filled, of: of)))
    } else {
      blocks.append(.paragraph(sentences, .plain))
    }
    blocks.append(.paragraph(sureness(criterion, option.id, figure), .note))
    return PanelBlock(title: wording.text(option.name), blocks: blocks)
  }

  /// The range, how sure we are, why, and the sources.
  private func sureness(
    _ criterion: EvidenceCriterion, _ alternative: String, _ figure: EvidenceFigure
  ) -> InlineText {
    let cell = criterion.row(in: region.id)?.cells.first { $0.alternative == alternative }
    var parts: [InlineText] = []
    if figure.low != nil {
      parts.append(wording(.sentence, ["text": levelWithRange(figure, of: criterion)]))
    }
    parts.append(
      wording(
        .howSure,
        [
          "level": sure(figure.certainty),
          "reason": cell.map { wording.text($0.reason) } ?? .empty,
        ]))
    parts.append(wording(.sentence, ["text": sourceNumbers(figure.sources)]))
    return parts.spaced
  }

  private func sentence(_ parameters: [String: InlineText]) -> InlineText {
    wording(.sentence, ["text": wording(.counted, parameters)])
  }

  /// The measured criteria: a number with its range for every option.
  func measuredOutcomes() -> [Block] {
    pack.criteria.enumerated().flatMap { row, criterion -> [Block] in
      guard criterion.outOf == nil, let cells = criterion.row?.cells else { return [] }
      let rows = zip(zip(pack.options, levels[row]), cells).map { pair, cell in
        [
          wording.text(pair.0.name), levelWithRange(pair.1, of: criterion),
          [
            wording(
              .howSure, ["level": sure(cell.certainty), "reason": wording.text(cell.reason)]),
            wording(.sentence, ["text": sourceNumbers(cell.sources)]),
          ].spaced,
        ]
      }
      return [
        .smallHeading(wording.text(criterion.texts.name)),
        .paragraph(wording.text(criterion.texts.explanation), .plain),
        .paragraph(whenAndWho(criterion.texts.period, criterion.texts.group), .note),
        .table(
          Table(
            caption: wording(.measuredCaption, ["name": wording.text(criterion.texts.name)]),
            columns: [wording(.columnOption), wording(.columnLevel), wording(.columnSure)],
            rows: rows)),
      ]
    }
  }

  /// The outcomes of a block that are shown and not weighed.
  func outcomes(_ block: EvidenceOutcome.Block) -> [Block] {
    pack.outcomes.filter { $0.block == block }.flatMap { outcome -> [Block] in
      var sources: [String] = []
      let results = outcome.results.compactMap { result -> LabelledText? in
        guard let id = result.figure, let figure = wording.figure(id), let of = figure.of else {
          return result.instead.map { LabelledText(name(result.alternative), wording.text($0)) }
        }
        sources += figure.sources
        return LabelledText(name(result.alternative), both(outcome, figure, of))
      }
      return [
        .smallHeading(wording.text(outcome.name)),
        .paragraph(whenAndWho(outcome.period, outcome.group), .note),
        .labelled(results),
        .paragraph(
          [
            wording(
              .howSure,
              ["level": sure(outcome.certainty), "reason": wording.text(outcome.reason)]),
            wording(.notWeighed, ["reason": wording.text(outcome.notWeighed)]),
            wording(.sentence, ["text": sourceNumbers(sources)]),
          ].spaced, .note),
      ]
    }
  }

  private func both(
    _ outcome: EvidenceOutcome, _ figure: EvidenceFigure, _ of: DecimalText
  ) -> InlineText {
    let total = wording.number(of, from: figure.id)
    let rest = DecimalText(of.value - figure.value.value, decimals: figure.value.decimals)
    return [
      sentence(
        [
          "n": wording.number(figure.value, from: figure.id), "of": total,
          "happens": wording.text(outcome.happens),
        ]),
      sentence(
        [
          "n": wording.number(rest, from: figure.id), "of": total,
          "happens": wording.text(outcome.doesNot),
        ]),
    ].spaced
  }
}
