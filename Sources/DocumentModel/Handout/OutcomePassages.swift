// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionModel

extension PackContext {
  /// The counted criteria: words, number and picture for every option, in both framings.
  func countedOutcomes() -> [Block] {
    pack.criteria.enumerated().flatMap { row, criterion -> [Block] in
      guard let of = criterion.outOf, let happens = criterion.texts.happens,
        let doesNot = criterion.texts.doesNot
      else { return [] }
      let parts = zip(pack.options, levels[row]).map { option, figure -> Block in
        // What no study counted is no sentence about people, and no picture.
        if figure.certainty == .notKnown || figure.certainty == .byDefinition {
          return .labelled([
            LabelledText(wording.text(option.name), sureness(criterion, option.id, figure))
          ])
        }
        let filled = Int(figure.value.value)
        let total = wording.number(of, from: figure.id)
        let sentences = [
          wording.text(happens, ["n": wording.number(figure.value, from: figure.id), "of": total]),
          wording.text(
            doesNot, ["n": wording.number(of - filled, from: figure.id), "of": total]),
        ].spaced
        return blocks(option, criterion, figure, sentences, filled: filled, of: of)
      }
      return [
        .smallHeading(wording.text(criterion.texts.name)),
        .paragraph(wording.text(criterion.texts.explanation), .plain),
        .paragraph(whenAndWho(criterion.texts.period, criterion.texts.group), .note),
      ] + parts
    }
  }

  private func blocks(
    _ option: EvidenceOption, _ criterion: EvidenceCriterion, _ figure: EvidenceFigure,
    _ sentences: InlineText, filled: Int, of: Int
  ) -> Block {
    let note = sureness(criterion, option.id, figure)
    // A thousand marks cannot be told apart on paper: those counts stand as numbers alone.
    guard of == 100 else {
      return .labelled([LabelledText(wording.text(option.name), [sentences, note].spaced)])
    }
    return .icons(
      IconArray(
        title: wording.text(option.name), text: sentences, note: note, filled: filled, of: of))
  }

  /// The range, how sure we are, why, and the sources.
  private func sureness(
    _ criterion: EvidenceCriterion, _ alternative: String, _ figure: EvidenceFigure
  ) -> InlineText {
    let cell = criterion.row(in: region.id)?.cells.first { $0.alternative == alternative }
    var parts: [InlineText] = []
    if figure.low != nil || figure.certainty == .byDefinition {
      parts.append(wording(.sentence, ["text": shown(figure, of: criterion)]))
    }
    if let cell { parts.append(sureness(cell.reason)) }
    parts.append(wording(.sentence, ["text": sourceNumbers(figure.sources)]))
    return parts.spaced
  }

  private func sentence(_ parameters: KeyValuePairs<String, InlineText>) -> InlineText {
    wording(.sentence, ["text": wording(.counted, parameters)])
  }

  /// The measured criteria: a number with its range for every option.
  func measuredOutcomes() -> [Block] {
    pack.criteria.enumerated().flatMap { row, criterion -> [Block] in
      guard criterion.outOf == nil, let cells = criterion.row?.cells else { return [] }
      let results = zip(levels[row], cells).map { figure, cell in
        LabelledText(
          name(cell.alternative),
          [
            wording(.sentence, ["text": shown(figure, of: criterion)]),
            sureness(cell.reason),
            wording(.sentence, ["text": sourceNumbers(cell.sources)]),
          ].spaced)
      }
      return [
        .smallHeading(wording.text(criterion.texts.name)),
        .paragraph(
          [
            wording.text(criterion.texts.explanation),
            whenAndWho(criterion.texts.period, criterion.texts.group),
          ].spaced, .plain), .labelled(results),
      ]
    }
  }

  /// The outcomes of a block that are shown and not weighed.
  func outcomes(_ block: EvidenceOutcome.Block) -> [Block] {
    let shown = pack.outcomes.filter { $0.block == block }
    var reasons: [TextID] = []
    for outcome in shown where !reasons.contains(outcome.notWeighed) {
      reasons.append(outcome.notWeighed)
    }
    return shown.flatMap(blocks)
      + reasons.map { .paragraph(wording(.notWeighed, ["reason": wording.text($0)]), .note) }
  }

  private func blocks(_ outcome: EvidenceOutcome) -> [Block] {
    var sources: [String] = []
    let results = outcome.results.compactMap { result -> LabelledText? in
      guard let id = result.figure, let figure = wording.figure(id), let of = figure.of else {
        guard let instead = result.instead.map({ wording.text($0) }) else { return nil }
        sources += instead.sourceIDs.flatMap { wording.figure($0)?.sources ?? [] }
        return LabelledText(name(result.alternative), instead)
      }
      sources += figure.sources
      return LabelledText(name(result.alternative), both(outcome, figure, of))
    }
    return [
      .smallHeading(wording.text(outcome.name)),
      .paragraph(
        [
          whenAndWho(outcome.period, outcome.group),
          sureness(outcome.reason),
          wording(.sentence, ["text": sourceNumbers(sources)]),
        ].spaced, .plain), .labelled(results),
    ]
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
