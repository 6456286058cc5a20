// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Documents

/// Turns questions into lines for a terminal.
public struct QuestionText: Sendable {
  private let wording: Wording
  private let width: Int

  /// Lines of a width, in characters.
  public init(wording: Wording, width: Int) {
    self.wording = wording
    self.width = max(20, width)
  }

  /// How to answer, before the first question.
  ///
  /// - Parameters:
  ///   - help: what asks for help.
  ///   - back: what leads to the question before.
  public func introduction(help: String, back: String) -> [String] {
    wrap(
      wording(
        InterviewPhrase.askIntroduction,
        ["help": InlineText(words: help), "back": InlineText(words: back)]))
  }

  /// The heading of a part.
  public func heading(_ group: InterviewQuestion.Group) -> [String] {
    let text =
      switch group {
      case .person: wording(InterviewPhrase.askGroupPerson)
      case .care: wording(InterviewPhrase.askGroupCare)
      case .documents: wording(InterviewPhrase.askGroupDocuments)
      case .facts: wording(InterviewPhrase.askGroupFacts)
      case .matters: wording(InterviewPhrase.askGroupMatters)
      case .limits: wording(InterviewPhrase.askGroupLimits)
      case .words: wording(InterviewPhrase.askGroupWords)
      case .clinic: wording(InterviewPhrase.askGroupClinic)
      }
    return [text.plain, String(repeating: "=", count: text.plain.count)]
  }

  /// The question and what can be answered.
  public func lines(_ question: InterviewQuestion) -> [String] {
    var lines = wrap(question.text)
    for detail in question.details { lines += wrap(detail, indent: "  ") }
    switch question.kind {
    case .choice(let choices), .choices(let choices, _): lines += self.lines(choices)
    case .comparison(let choices, _):
      lines +=
        self.lines(choices) + wrap(KindText(wording: wording).describe(question.kind), indent: "  ")
    case .words: break
    default: lines += wrap(KindText(wording: wording).describe(question.kind), indent: "  ")
    }
    return lines
  }

  /// What stands before the answer: what an empty one means.
  public func prompt(_ question: InterviewQuestion) -> String {
    let text: InlineText
    switch question.empty {
    case .refused: return "> "
    case .leavesOut: text = wording(InterviewPhrase.askEnterLeavesOut)
    case .notKnown: text = wording(.notKnown)
    case .none: text = wording(.none)
    case .keeps: text = wording(InterviewPhrase.askEnterKeeps)
    case .value(let value): text = InlineText(words: value)
    }
    return "[\(text.plain)] > "
  }

  /// What helps to answer.
  public func help(_ question: InterviewQuestion) -> [String] {
    question.help.flatMap { wrap($0, indent: "  ") }
      + wrap(KindText(wording: wording).describe(question.kind), indent: "  ")
  }

  /// The weights said again in other words, and what leads back.
  public func readBack(_ sentence: InlineText, back: String) -> [String] {
    wrap(
      wording(InterviewPhrase.askReadBack, ["sentence": sentence, "back": InlineText(words: back)]))
  }

  /// Why an answer was not taken.
  public func lines(_ problem: InterviewProblem) -> [String] {
    wrap(problem.text + InlineText(words: " ") + problem.advice, indent: "  ")
  }

  /// One line for the list of questions: the key and what can be answered; nil for the second and
  /// further own words, which the line of the first stands for.
  ///
  /// All pairs have the same line, and all sets.
  public func listed(_ question: InterviewQuestion) -> String? {
    var key = question.key.text
    switch question.key {
    case .question(let number), .remark(let number):
      if number > 1 { return nil }
      key += " \u{2026} \(key.dropLast())\(InterviewOrder.mostWords)"
    case .weight(let weight): key = weight.listedAs ?? key
    default: break
    }
    let kind = KindText(wording: wording).describe(question.kind).plain
    let need: InlineText
    switch question.empty {
    case .refused:
      need = wording(
        question.key.isAlwaysAsked
          ? InterviewPhrase.askListNeeded : InterviewPhrase.askListNeededIfAsked)
    case .leavesOut, .notKnown, .none, .keeps: need = wording(InterviewPhrase.askListOptional)
    case .value(let value):
      need = wording(InterviewPhrase.askListDefault, ["value": InlineText(words: value)])
    }
    return "\(key): \(kind) (\(need.plain))"
  }

  private func lines(_ choices: [AnswerKind.Choice]) -> [String] {
    let longest = choices.map(\.id.count).max() ?? 0
    return choices.enumerated().flatMap { place, choice in
      let number = String(place + 1)
      let padding = String(repeating: " ", count: longest - choice.id.count)
      let start = (number.count < 2 ? "  " : " ") + number + " " + choice.id
      let label = choice.label.plain == choice.id ? .empty : choice.label
      let first = label.isEmpty ? start : start + padding + "  "
      return wrap(label, indent: "        ", first: first)
        + choice.details.flatMap { wrap($0, indent: "        ") }
    }
  }

  /// Lines that break between words.
  private func wrap(
    _ text: InlineText, indent: String = "", first: String? = nil
  ) -> [String] {
    var lines: [String] = []
    var line = first ?? indent
    var isEmpty = true
    for word in text.plain.split(separator: " ") {
      if !isEmpty && line.count + 1 + word.count > width {
        lines.append(line)
        line = indent
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [line]
  }
}
