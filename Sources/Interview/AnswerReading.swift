// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import Documents
import EvidencePack
import Markup

/// Turns what was typed into the values of an answer.
struct AnswerReading: Sendable {
  let wording: Wording
  let takesShortAnswers: Bool
  /// The last day that can be named, or nil: any.
  let today: CalendarDay?

  /// The values; none when the question is passed over.
  ///
  /// - Throws: why the answer cannot be taken.
  func values(
    of raw: String, to question: InterviewQuestion
  ) throws(InterviewProblem) -> [String] {
    let text =
      TypedText.words(raw)?.split { $0.isWhitespace }.joined(separator: " ") ?? ""
    let advice = KindText(wording: wording).describe(question.kind)
    func refuse(_ phrase: InterviewPhrase) -> InterviewProblem {
      InterviewProblem(text: wording(phrase), advice: advice)
    }
    if text.isEmpty {
      switch question.empty {
      case .refused: throw refuse(.askProblemNeeded)
      case .leavesOut, .notKnown, .none, .keeps: return []
      case .value(let value): return [value]
      }
    }
    do throws(Refusal) {
      return try values(text, question.kind)
    } catch {
      throw refuse(error.phrase)
    }
  }

  private func values(_ text: String, _ kind: AnswerKind) throws(Refusal) -> [String] {
    switch kind {
    case .identifier: return [try AnswerWords.identifier(text)]
    case .words: return [try AnswerWords.words(text)]
    case .wholeNumber(let range): return [try AnswerNumbers.whole(text, range)]
    case .phone:
      guard TypedText.isPhone(text) else { throw Refusal(.askProblemPhone) }
      return [text]
    case .number(let range, let decimals, let isFact):
      if isFact && isUnknown(text) { return [AnswerKind.unknown] }
      return [try AnswerNumbers.number(text, range, decimals: decimals)]
    case .yesNo, .choice: return [try choice(text, kind.choices)]
    case .choices(let choices, let least): return try several(text, choices, atLeast: least)
    case .levels:
      return isUnknown(text) ? [AnswerKind.unknown] : try AnswerWords.levels(text)
    case .price(let highest): return try AnswerNumbers.price(text, highest: highest)
    case .date:
      // A line alone passes over the day that an empty answer would take.
      if text == "-" { return [] }
      guard let day = TypedText.day(text) else { throw Refusal(.askProblemDate) }
      if let today, day > today { throw Refusal(.askProblemLate) }
      return [text]
    case .limit(let isHighest, let range):
      return try AnswerNumbers.limit(text, isHighest: isHighest, range)
    case .interval(let range): return try AnswerNumbers.interval(text, range)
    case .comparison(let choices, let times): return try comparison(text, choices, times)
    }
  }

  /// Whether a text says that a fact is not known.
  private func isUnknown(_ text: String) -> Bool {
    text == AnswerKind.unknown
      || takesShortAnswers && text.lowercased() == wording.conventions.answers.unknown.lowercased()
  }

  /// The one that matters more and how many times as much.
  private func comparison(
    _ text: String, _ choices: [AnswerKind.Choice], _ times: ClosedRange<Double>
  ) throws(Refusal) -> [String] {
    if text.lowercased() == AnswerKind.same, let first = choices.first { return [first.id, "1"] }
    let parts = text.split(separator: " ").map(String.init)
    guard parts.count == 2 else { throw Refusal(.askProblemComparison) }
    return [
      try choice(parts[0], choices),
      try AnswerNumbers.number(parts[1], times, decimals: TypedText.mostDecimals),
    ]
  }

  private func several(
    _ text: String, _ choices: [AnswerKind.Choice], atLeast least: Int
  ) throws(Refusal) -> [String] {
    var ids: [String] = []
    for part in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
      let id = try choice(String(part), choices)
      if ids.contains(id) { throw Refusal(.askProblemTwice) }
      ids.append(id)
    }
    if ids.count < least { throw Refusal(.askProblemFew) }
    return choices.map(\.id).filter { ids.contains($0) }
  }

  private func choice(
    _ text: String, _ choices: [AnswerKind.Choice]
  ) throws(Refusal) -> String {
    if let exact = choices.first(where: { $0.id == text }) { return exact.id }
    guard takesShortAnswers else { throw Refusal(.askProblemChoice) }
    if let number = TypedText.whole(text), (1...choices.count).contains(number) {
      return choices[number - 1].id
    }
    let typed = text.lowercased()
    func words(_ choice: AnswerKind.Choice) -> [String] {
      [choice.word, choice.id].compactMap { $0?.lowercased() }
    }
    let fitting = choices.filter { words($0).contains { $0.hasPrefix(typed) } }
    if let whole = fitting.first(where: { words($0).contains(typed) }) { return whole.id }
    if fitting.count > 1 { throw Refusal(.askProblemAmbiguous) }
    guard let only = fitting.first else { throw Refusal(.askProblemChoice) }
    return only.id
  }
}

/// Why an answer is refused, as the text that says so.
struct Refusal: Error {
  let phrase: InterviewPhrase

  init(_ phrase: InterviewPhrase) { self.phrase = phrase }
}
