// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Documents
import EvidencePack

/// Says in words what can be answered.
struct KindText: Sendable {
  let wording: Wording

  /// What can be answered, as a sentence or the end of one.
  func describe(_ kind: AnswerKind) -> InlineText {
    switch kind {
    case .identifier:
      return wording(InterviewPhrase.askKindId, ["high": plain(AnswerWords.longestIdentifier)])
    case .words:
      return wording(InterviewPhrase.askKindWords, ["high": plain(AnswerWords.longestText)])
    case .wholeNumber(let range):
      return wording(
        InterviewPhrase.askKindWhole,
        ["low": plain(range.lowerBound), "high": plain(range.upperBound)])
    case .number(let range, decimals: 0, _):
      return wording(
        InterviewPhrase.askKindWhole,
        ["low": plain(range.lowerBound), "high": plain(range.upperBound)])
    case .phone: return wording(InterviewPhrase.askKindPhone)
    case .number(let range, _, _):
      return wording(
        InterviewPhrase.askKindNumber,
        ["low": plain(range.lowerBound), "high": plain(range.upperBound)])
    case .yesNo, .choice:
      return wording(InterviewPhrase.askKindChoice, ["values": values(kind)])
    case .choices: return wording(InterviewPhrase.askKindChoices, ["values": values(kind)])
    case .levels:
      return wording(InterviewPhrase.askKindLevels, ["example": InlineText(words: "T12 L1")])
    case .price(let highest):
      return wording(InterviewPhrase.askKindPrice, ["high": InlineText(words: highest.text)])
    case .date:
      return wording(InterviewPhrase.askKindDate, ["example": InlineText(words: "2026-11-22")])
    case .limit(_, let range):
      return wording(
        InterviewPhrase.askKindLimit,
        [
          "low": plain(range.lowerBound), "high": plain(range.upperBound),
          "most": InlineText(words: AnswerNumbers.atMost),
          "least": InlineText(words: AnswerNumbers.atLeast),
        ])
    case .interval(let range):
      return wording(
        InterviewPhrase.askKindInterval,
        ["low": plain(range.lowerBound), "high": plain(range.upperBound)])
    case .comparison(_, let times):
      return wording(
        InterviewPhrase.askKindComparison,
        [
          "low": plain(times.lowerBound), "high": plain(times.upperBound),
          "same": InlineText(words: AnswerKind.same),
        ])
    }
  }

  private func values(_ kind: AnswerKind) -> InlineText {
    InlineText(words: kind.choices.map { $0.word ?? $0.id }.joined(separator: ", "))
  }

  /// A number as it is typed: without marks between groups of digits.
  private func plain(_ number: Int) -> InlineText { InlineText(words: String(number)) }

  private func plain(_ number: Double) -> InlineText {
    InlineText(words: DecimalText(exactly: number).text)
  }
}
