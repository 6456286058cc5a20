// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import Documents
import FileStore
import Glibc
import Interview

/// Asks the questions of an interview in the terminal.
struct NewConversation {
  private var interview: Interview
  private let text: QuestionText
  private var input = TerminalInput()

  /// What asks for help, and what goes back.
  private static let help = "?"
  private static let back = "<"

  /// A conversation about an interview that nobody has answered yet.
  init(_ interview: Interview) {
    self.interview = interview
    text = QuestionText(wording: interview.wording, width: NewConversation.width)
  }

  /// Asks until all questions are answered.
  ///
  /// - Throws: an exit code when the answers end before, or nobody can read the questions.
  mutating func run() throws -> Interview {
    try show(text.introduction(help: NewConversation.help, back: NewConversation.back))
    var group: InterviewQuestion.Group?
    var isNew = true
    var sentence: InlineText?
    while let question = interview.question {
      if question.group != group {
        try Terminal.print("")
        try show(text.heading(question.group))
        group = question.group
      }
      if isNew {
        try Terminal.print("")
        try show(text.lines(question))
      }
      isNew = try take(question)
      guard isNew, question.group == .matters else { continue }
      let now = interview.readBack
      if let now, now != sentence {
        try Terminal.print("")
        try show(text.readBack(now, back: NewConversation.back))
      }
      sentence = now
    }
    return interview
  }

  /// Takes one line; true when another question follows.
  private mutating func take(_ question: InterviewQuestion) throws -> Bool {
    try Terminal.print(bytes: Array(StandardStream.printable(text.prompt(question)).utf8))
    switch input.line() {
    case .ended:
      StandardStream.error.writeMessage("")
      StandardStream.error.writeMessage(
        "decision-aid: the answers ended before the last question; nothing was written.")
      throw ExitCode(ExitStatus.refused.rawValue)
    case .interrupted(let signal):
      StandardStream.error.writeMessage("")
      StandardStream.error.writeMessage("decision-aid: stopped; nothing was written.")
      Interruption.endProcess(by: signal)
    case .unreadable:
      StandardStream.error.writeMessage(
        "decision-aid: the line is too long or not UTF-8; type it again.")
      return false
    case .text(NewConversation.help):
      try show(text.help(question))
      return false
    case .text(NewConversation.back): return interview.goBack()
    case .text(let line):
      guard let problem = interview.answer(line) else { return true }
      try show(text.lines(problem))
      return false
    }
  }

  private func show(_ lines: [String]) throws {
    for line in lines { try Terminal.print(line) }
  }

  /// The width of the terminal, at most what reads well.
  private static var width: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return min(Int(size.ws_col), 100)
  }
}
