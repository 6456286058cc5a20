// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Documents
import EvidencePack

extension QuestionMaker {
  /// The questions about region, payer and the clinic's own prices.
  func care(_ key: InterviewKey, _ answers: InterviewAnswers) -> InterviewQuestion? {
    switch key {
    case .region:
      return InterviewQuestion(
        key: key, group: .care, text: wording(InterviewPhrase.askRegion),
        kind: .choice(pack.regions.map { choice($0.id, wording.text($0.name)) }), empty: .refused)
    case .payer:
      let choices = CareSetting.Payer.allCases.map { choice($0.rawValue, label($0)) }
      return InterviewQuestion(
        key: key, group: .care, text: wording(InterviewPhrase.askPayer), kind: .choice(choices),
        empty: .value(CareSetting.Payer.unknown.rawValue))
    case .prices:
      let choices = InterviewOrder(pack: pack).procedures.map {
        choice($0.id, wording.text($0.name))
      }
      return InterviewQuestion(
        key: key, group: .care, text: wording(InterviewPhrase.askPrices),
        kind: .choices(choices, atLeast: 1),
        empty: .none, help: [wording(InterviewPhrase.askHelpPrices)])
    case .price(let id): return price(id, answers)
    default: return nil
    }
  }

  private func price(_ id: String, _ answers: InterviewAnswers) -> InterviewQuestion? {
    guard let option = pack.option(id), let criterion = ProblemBuilder.priceCriterion(of: pack)
    else { return nil }
    // Before the region is known the widest range holds: that question is listed, never asked.
    let rows = answers.row(of: criterion).map { [$0] } ?? criterion.regionalRows.map(\.row)
    let highest = rows.map { max($0.worst, $0.best) }.max() ?? 0
    let region = pack.region(answers.value(.region) ?? "")
    let text = wording(
      InterviewPhrase.askPrice,
      [
        "option": wording.text(option.inline),
        "currency": InlineText(words: region?.currency ?? ""),
      ])
    return InterviewQuestion(
      key: .price(id), group: .care, text: text,
      kind: .price(highest: DecimalText(exactly: highest)), empty: .refused,
      help: [wording(InterviewPhrase.askHelpPrices)])
  }

  private func label(_ payer: CareSetting.Payer) -> InlineText {
    switch payer {
    case .patient: wording(.payerShortPatient)
    case .insurer: wording(.payerShortInsurer)
    case .public: wording(.payerShortPublic)
    case .shared: wording(.payerShortShared)
    case .unknown: wording(.notKnown)
    }
  }
}
