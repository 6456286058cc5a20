// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The parts of a Swift file: code without comments and strings, and the strings.
struct SwiftText {
  /// The code; comments are left out and strings are empty.
  private(set) var code = ""
  /// The strings with the lines that they begin at; interpolations stand in them as written.
  private(set) var strings: [(line: Int, text: String)] = []

  private let source: [Character]
  private var index = 0
  private var line = 1

  init(_ text: String) {
    source = Array(text)
    while index < source.count { step() }
  }

  private func follows(_ mark: String) -> Bool {
    source[index...].starts(with: mark)
  }

  private mutating func take() -> Character {
    let character = source[index]
    if character.isNewline { line += 1 }
    index += 1
    return character
  }

  private mutating func step() {
    if follows("//") {
      while index < source.count && !source[index].isNewline { _ = take() }
    } else if follows("/*") {
      skipComment()
    } else if let mark = stringMark() {
      let begin = line
      index += mark.count
      strings.append((begin, string(until: String(mark.reversed()))))
      code += "\"\""
    } else {
      code.append(take())
    }
  }

  private mutating func skipComment() {
    var depth = 0
    repeat {
      if follows("/*") {
        depth += 1
        index += 2
      } else if follows("*/") {
        depth -= 1
        index += 2
      } else {
        _ = take()
      }
    } while depth > 0 && index < source.count
  }

  /// The mark that begins a string here, such as `"`, `"""` or `#"`, or nil.
  private func stringMark() -> String? {
    let hashes = source[index...].prefix { $0 == "#" }.count
    let rest = source[(index + hashes)...]
    guard rest.first == "\"" else { return nil }
    let quotes = rest.starts(with: "\"\"\"") ? 3 : 1
    return String(repeating: "#", count: hashes) + String(repeating: "\"", count: quotes)
  }

  private mutating func string(until end: String) -> String {
    let escape = "\\" + end.filter { $0 == "#" }
    var text = ""
    while index < source.count {
      if follows(escape + "(") {
        text += interpolation(escape)
      } else if follows(escape) {
        index += escape.count
        if index < source.count { text.append(take()) }
      } else if follows(end) {
        index += end.count
        return text
      } else {
        text.append(take())
      }
    }
    return text
  }

  /// Code inside a string, with the strings inside it.
  private mutating func interpolation(_ escape: String) -> String {
    index += escape.count
    var depth = 0
    var text = ""
    repeat {
      if let mark = stringMark() {
        index += mark.count
        text += "\"" + string(until: String(mark.reversed())) + "\""
        continue
      }
      if source[index] == "(" { depth += 1 }
      if source[index] == ")" { depth -= 1 }
      text.append(take())
    } while depth > 0 && index < source.count
    code += text
    return text
  }
}
