// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

extension PackContext {
  /// The criteria that are counted out of a number: words, number and picture for every option, in
  /// both framings; each with the outcomes that stand beside it.
  ///
  /// - Parameter of: the number.
  func countedOutcomes(outOf of: Int) -> [Block] {
    criteria.enumerated().flatMap { row, criterion -> [Block] in
      guard criterion.outOf == of, let happens = criterion.texts.happens,
        let doesNot = criterion.texts.doesNot
      else { return [] }
      let results = zip(pack.options, levels[row]).map { option, figure -> OutcomeResult in
        // What no study counted is no sentence about people, and no picture.
        let isCounted =
          figure.certainty != .notKnown && figure.certainty != .byDefinition
          && figure.cell?.instead == nil
        return OutcomeResult(
          alternative: option.id, name: wording.text(option.name),
          picture: isCounted ? picture(figure, of: of) : nil,
          text: isCounted
            ? count(Int(figure.value.value), of: of, figure.source, happens)
            : wording(.sentence, ["text": shown(figure, of: criterion, withRange: false)]),
          rest: isCounted
            ? count(of - Int(figure.value.value), of: of, figure.source, doesNot) : .empty,
          range: isCounted ? range(figure) : .empty)
      }
      let counted = OutcomeBlock(
        id: criterion.id, title: wording.text(criterion.texts.name),
        explanation: wording.text(criterion.texts.explanation),
        period: wording(.when, ["period": wording.text(criterion.texts.period)]),
        group: wording(.who, ["group": wording.text(criterion.texts.group)]), results: results,
        note: [
          wording.text(criterion.texts.sure), cited(levels[row].flatMap(\.sources)),
        ].spaced)
      let beside = pack.outcomes.filter { $0.beside == criterion.id }
      return [.outcome(counted)] + beside.map { .outcome(block($0)) }
    }
  }

  /// A picture of a count out of 100; a thousand marks cannot be told apart on paper, and what no
  /// study counted has none.
  private func picture(_ figure: EvidenceFigure, of: Int) -> IconArray? {
    guard of == 100, figure.certainty != .notKnown else { return nil }
    return IconArray(filled: Int(figure.value.value), of: of)
  }

  private func count(_ n: Int, of: Int, _ source: NumberSource, _ text: TextID) -> InlineText {
    wording.text(
      text, ["n": wording.number(n, from: source), "of": wording.number(of, from: source)])
  }

  /// The range of a count.
  private func range(_ figure: EvidenceFigure) -> InlineText {
    guard let low = figure.low, let high = figure.high else { return .empty }
    return wording(
      .rangeOf,
      [
        "low": wording.number(low, from: figure.source),
        "high": wording.number(high, from: figure.source),
      ])
  }

  /// The numbers of sources, or nothing when there are none to name.
  func cited(_ sources: [String]) -> InlineText {
    sources.isEmpty ? .empty : sourceNumbers(sources)
  }

  /// The outcomes of a block that are shown and not weighed, and follow no criterion.
  func outcomes(_ block: EvidenceOutcome.Block) -> [Block] {
    pack.outcomes.filter { $0.block == block && $0.beside == nil }
      .map { .outcome(self.block($0)) }
  }

  /// The course without a procedure: only what was counted, since nothing else can be.
  func courseOutcomes() -> [Block] {
    pack.outcomes.filter { $0.block == .course }.map { outcome in
      var block = self.block(outcome)
      block.results = block.results.filter { $0.picture != nil }
      return .outcome(block)
    }
  }

  func block(_ outcome: EvidenceOutcome) -> OutcomeBlock {
    func sources(in text: InlineText) -> [String] {
      text.sources.flatMap { wording.figure($0)?.sources ?? [] }
    }
    let reason = sureness(outcome.reason)
    var cited = sources(in: reason)
    let results = outcome.results.compactMap { result -> OutcomeResult? in
      guard let id = result.figure, let figure = wording.figure(id), let of = figure.of else {
        guard let instead = result.instead.map({ wording.text($0) }) else { return nil }
        cited += sources(in: instead)
        return OutcomeResult(
          alternative: result.alternative, name: name(result.alternative), text: instead)
      }
      cited += figure.sources
      let total = wording.number(of, from: figure.source)
      let rest = DecimalText(of.value - figure.value.value, decimals: figure.value.decimals)
      return OutcomeResult(
        alternative: result.alternative, name: name(result.alternative),
        picture: picture(figure, of: Int(of.value)),
        text: sentence(
          .counted,
          [
            "n": wording.number(figure.value, from: figure.source), "of": total,
            "happens": wording.text(outcome.happens),
          ]),
        rest: sentence(
          .countedRest,
          [
            "n": wording.number(rest, from: figure.source),
            "happens": wording.text(outcome.doesNot),
          ]),
        range: range(figure))
    }
    return OutcomeBlock(
      id: outcome.id, title: wording.text(outcome.name),
      period: wording(.when, ["period": wording.text(outcome.period)]),
      group: wording(.who, ["group": wording.text(outcome.group)]), results: results,
      note: [reason, self.cited(cited)].spaced)
  }

  private func sentence(
    _ phrase: Phrase, _ parameters: KeyValuePairs<String, InlineText>
  ) -> InlineText {
    wording(.sentence, ["text": wording(phrase, parameters)])
  }
}
