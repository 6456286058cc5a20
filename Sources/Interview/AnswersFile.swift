// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// The lines of an answers file: `key: value`, comments after `#` at the start of a line.
struct AnswersFile: Sendable {
  /// A line that answers a question.
  struct Line: Sendable {
    /// What stands before the first colon.
    let key: String
    /// What stands after it.
    let value: String
    /// The line, counted from 1.
    let number: Int
  }

  /// The lines, each key once.
  private(set) var lines: [String: Line] = [:]
  /// What is wrong with the form of the file.
  private(set) var diagnostics = DiagnosticList()

  /// Reads the lines.
  ///
  /// - Parameters:
  ///   - known: the keys that a line can have. Others are not repeated in messages: they can be
  ///     anything, a name among them.
  init(_ bytes: [UInt8], file: String, known: Set<String>) {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let rows = content.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, row) in rows.enumerated() {
      let place = SourceLocation(file: file, line: index + 1)
      guard let text = String(validating: row, as: UTF8.self) else {
        diagnostics.error(
          "answers.encoding", at: place, "The line is not UTF-8.", advice: "Save it as UTF-8.")
        continue
      }
      let line = AnswersFile.trimmed(text[...])
      if line.isEmpty || line.hasPrefix("#") { continue }
      guard let colon = line.unicodeScalars.firstIndex(of: ":") else {
        diagnostics.error(
          "answers.line", at: place, "A line has the form key: value.",
          advice: "Write a colon after the key, or # before a comment.")
        continue
      }
      let key = AnswersFile.trimmed(line[..<colon])
      if !known.contains(key) {
        diagnostics.error(
          "answers.unknownKey", at: place, "No question has this key.",
          advice: "decision-aid new --list-questions shows the keys.")
      } else if let first = lines[key] {
        diagnostics.error(
          "answers.duplicate", at: place,
          "The key \(key) stands once; it stands in line \(first.number) too.",
          advice: "Remove one of them.")
      } else {
        let value = AnswersFile.trimmed(line[line.unicodeScalars.index(after: colon)...])
        lines[key] = Line(key: key, value: value, number: index + 1)
      }
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
