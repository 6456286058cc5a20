// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

extension PersonContext {
  /// How many outcomes are asked about, beside the prompt that everyone gets first.
  private static let outcomePrompts = 3

  /// Prompts to check the explanation: the first for everyone, then one for each of the outcomes
  /// that matter most; where fewer are known, the other prompts for everyone.
  func teachBack() -> [Block] {
    let common = pack.teachBack.filter { $0.criterion == nil }
    let own = topCriteria(PersonContext.outcomePrompts).compactMap { id in
      pack.teachBack.first { $0.criterion == id }
    }
    let prompts =
      common.prefix(1) + own + common.dropFirst().prefix(PersonContext.outcomePrompts - own.count)
    return [
      .table(
        Table(
          id: "teach-back-key", caption: wording(.teachBackCaption),
          columns: [
            wording(.columnAsk), wording(.columnAnswer), wording(ClinicianPhrase.columnExplained),
          ],
          rows: prompts.map {
            [wording.text($0.ask), answer(to: $0), wording(ClinicianPhrase.explainedBoxes)]
          }))
    ]
  }

  /// The answer that the handout gives; levels that differ by region follow their text.
  private func answer(to prompt: TeachBackPrompt) -> InlineText {
    let key = wording.text(prompt.answer)
    guard let id = prompt.criterion, let row = base.criteria.firstIndex(where: { $0.id == id }),
      base.criteria[row].row == nil
    else { return key }
    let levels = zip(pack.options, base.levels[row]).filter { $0.0.kind == .procedure }.map {
      wording(
        ClinicianPhrase.optionLevel,
        [
          "option": wording.text($0.inline),
          "level": base.level($1.value, of: base.criteria[row], from: $1.source),
        ])
    }
    return wording(ClinicianPhrase.keyWithLevels, ["key": key, "levels": wording.listed(levels)])
  }
}
