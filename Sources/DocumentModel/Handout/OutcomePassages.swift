// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionModel

extension PackContext {
  /// The criteria that are counted out of a number: words, number and picture for every option, in
  /// both framings.
  ///
  /// - Parameter of: the number.
  func countedOutcomes(outOf of: Int) -> [Block] {
    pack.criteria.enumerated().compactMap { row, criterion -> Block? in
      guard criterion.outOf == of, let happens = criterion.texts.happens,
        let doesNot = criterion.texts.doesNot
      else { return nil }
      let results = zip(pack.options, levels[row]).map { option, figure -> OutcomeResult in
        // What no study counted is no sentence about people, and no picture.
        let isCounted = figure.certainty != .notKnown && figure.certainty != .byDefinition
        return OutcomeResult(
          alternative: option.id, name: wording.text(option.name),
          picture: picture(figure, of: of),
          text: isCounted
            ? count(Int(figure.value.value), of: of, figure.id, happens)
            : wording(.sentence, ["text": shown(figure, of: criterion, withRange: false)]),
          rest: isCounted
            ? count(of - Int(figure.value.value), of: of, figure.id, doesNot) : .empty,
          range: isCounted ? range(figure) : .empty,
          certainty: certainty(criterion, option.id, figure))
      }
      return .outcome(
        OutcomeBlock(
          id: criterion.id, title: wording.text(criterion.texts.name),
          explanation: wording.text(criterion.texts.explanation),
          period: wording(.when, ["period": wording.text(criterion.texts.period)]),
          group: wording(.who, ["group": wording.text(criterion.texts.group)]), results: results))
    }
  }

  /// A picture of a count out of 100; a thousand marks cannot be told apart on paper, and what no
  /// study counted has none.
  private func picture(_ figure: EvidenceFigure, of: Int) -> IconArray? {
    guard of == 100, figure.certainty != .notKnown else { return nil }
    return IconArray(filled: Int(figure.value.value), of: of)
  }

  private func count(_ n: Int, of: Int, _ figure: String, _ text: TextID) -> InlineText {
    wording.text(
      text, ["n": wording.number(n, from: figure), "of": wording.number(of, from: figure)])
  }

  /// The range of a count.
  private func range(_ figure: EvidenceFigure) -> InlineText {
    guard let low = figure.low, let high = figure.high else { return .empty }
    return wording(
      .rangeOf,
      [
        "low": wording.number(low, from: figure.id), "high": wording.number(high, from: figure.id),
      ])
  }

  /// How sure we are, why, and the sources.
  private func certainty(
    _ criterion: EvidenceCriterion, _ alternative: String, _ figure: EvidenceFigure
  ) -> InlineText {
    let cell = criterion.row(in: region.id)?.cells.first { $0.alternative == alternative }
    return [cell.map { sureness($0.reason) } ?? .empty, cited(figure.sources)].spaced
  }

  /// The numbers of sources, or nothing when there are none to name.
  func cited(_ sources: [String]) -> InlineText {
    sources.isEmpty ? .empty : wording(.sentence, ["text": sourceNumbers(sources)])
  }

  /// The outcomes of a block that are shown and not weighed.
  func outcomes(_ block: EvidenceOutcome.Block) -> [Block] {
    let shown = pack.outcomes.filter { $0.block == block }
    var reasons: [TextID] = []
    for outcome in shown where !reasons.contains(outcome.notWeighed) {
      reasons.append(outcome.notWeighed)
    }
    return shown.map { .outcome(self.block($0)) }
      + reasons.map { .paragraph(wording(.notWeighed, ["reason": wording.text($0)]), .note) }
  }

  private func block(_ outcome: EvidenceOutcome) -> OutcomeBlock {
    var sources: [String] = []
    let results = outcome.results.compactMap { result -> OutcomeResult? in
      guard let id = result.figure, let figure = wording.figure(id), let of = figure.of else {
        guard let instead = result.instead.map({ wording.text($0) }) else { return nil }
        sources += instead.sourceIDs.flatMap { wording.figure($0)?.sources ?? [] }
        return OutcomeResult(
          alternative: result.alternative, name: name(result.alternative), text: instead)
      }
      sources += figure.sources
      let total = wording.number(of, from: figure.id)
      let rest = DecimalText(of.value - figure.value.value, decimals: figure.value.decimals)
      return OutcomeResult(
        alternative: result.alternative, name: name(result.alternative),
        picture: picture(figure, of: Int(of.value)),
        text: sentence(figure.value, figure.id, total, outcome.happens),
        rest: sentence(rest, figure.id, total, outcome.doesNot), range: range(figure))
    }
    return OutcomeBlock(
      id: outcome.id, title: wording.text(outcome.name),
      period: wording(.when, ["period": wording.text(outcome.period)]),
      group: wording(.who, ["group": wording.text(outcome.group)]), results: results,
      note: [sureness(outcome.reason), cited(sources)].spaced)
  }

  private func sentence(
    _ n: DecimalText, _ id: String, _ total: InlineText, _ happens: TextID
  ) -> InlineText {
    let parameters: KeyValuePairs = [
      "n": wording.number(n, from: id), "of": total, "happens": wording.text(happens),
    ]
    return wording(.sentence, ["text": wording(.counted, parameters)])
  }
}
