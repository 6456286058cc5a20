// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// An interview whose answers stand in a file.
public enum ScriptedInterview {
  /// Answers all questions of an interview.
  ///
  /// - Parameters:
  ///   - interview: an interview that nobody has answered yet.
  ///   - bytes: the answers file.
  ///   - file: its name for messages.
  /// - Returns: the interview, and everything that is wrong; use it only when nothing is.
  public static func run(
    _ interview: Interview, answers bytes: [UInt8], file: String
  ) -> (interview: Interview, diagnostics: [Diagnostic]) {
    var interview = interview
    let known = Set(interview.everyQuestion.map(\.key.text))
    let answers = AnswersFile(bytes, file: file, known: known)
    var diagnostics = answers.diagnostics
    var used: Set<String> = []
    for key in [InterviewKey.method, .panel] where interview.isFixed(key) {
      used.insert(key.text)
      if let line = answers.lines[key.text], line.value != interview.fixedValue(key) {
        diagnostics.error(
          "answers.option", at: SourceLocation(file: file, line: line.number),
          "The option --\(key.text) gives another answer than this line.",
          advice: "Remove one of them.")
      }
    }
    var isComplete = true
    while let question = interview.question {
      let line = answers.lines[question.key.text]
      used.insert(question.key.text)
      guard let problem = interview.answer(line?.value ?? "") else { continue }
      let place = SourceLocation(file: file, line: line?.number ?? 0)
      if line == nil {
        diagnostics.error(
          "answers.missing", at: place,
          "The question \(question.key.text) needs an answer.",
          advice: "Add a line \(question.key.text): … . " + problem.advice.plain)
      } else {
        diagnostics.error(
          "answers.value", at: place, "\(question.key.text): " + problem.text.plain,
          advice: problem.advice.plain)
      }
      // What follows depends on this answer: further messages would mislead.
      if question.key.shapesLaterQuestions {
        isComplete = false
        break
      }
      interview.pass()
    }
    if isComplete {
      for line in answers.lines.values.sorted(by: { $0.number < $1.number })
      where !used.contains(line.key) {
        diagnostics.error(
          "answers.notAsked", at: SourceLocation(file: file, line: line.number),
          "The question \(line.key) is not asked after the other answers.",
          advice: "Remove the line, or change the answer that leads to it.")
      }
    }
    return (interview, diagnostics.sorted)
  }
}
