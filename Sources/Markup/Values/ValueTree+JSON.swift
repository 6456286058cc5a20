// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension ValueTree {
  /// The tree as JSON (RFC 8259) with a line feed at the end: UTF-8, two spaces, one field a line,
  /// numbers as the shortest text that reads back as the same number.
  ///
  /// Same tree, same bytes. JSON has no NaN and no infinity; a number that is none becomes null.
  package var json: [UInt8] {
    var text = ""
    write(indent: 0, to: &text)
    return Array((text + "\n").utf8)
  }

  private func write(indent: Int, to text: inout String) {
    switch self {
    case .null: text += "null"
    case .flag(let flag): text += flag ? "true" : "false"
    case .count(let count): text += "\(count)"
    case .number(let number): text += Self.number(number)
    case .text(let words): text += Self.quoted(words)
    case .vector(_, let numbers): text += Self.row(numbers)
    case .matrix(_, _, let rows):
      Self.lines(rows, "[", "]", indent: indent, to: &text) { row, text in
        text += row.map { Self.row($0) } ?? "null"
      }
    case .list(let values) where values.allSatisfy(\.isText):
      text += "[" + values.map { Self.words($0) }.joined(separator: ", ") + "]"
    case .list(let values):
      Self.lines(values, "[", "]", indent: indent, to: &text) { value, text in
        value.write(indent: indent + 1, to: &text)
      }
    case .object(let fields):
      Self.lines(fields, "{", "}", indent: indent, to: &text) { field, text in
        text += Self.quoted(field.name) + ": "
        field.value.write(indent: indent + 1, to: &text)
      }
    }
  }

  /// One member a line, between two brackets; brackets alone when there is no member.
  private static func lines<Member>(
    _ members: [Member], _ open: String, _ close: String, indent: Int, to text: inout String,
    _ write: (Member, inout String) -> Void
  ) {
    text += open
    for (index, member) in members.enumerated() {
      text += (index == 0 ? "\n" : ",\n") + String(repeating: "  ", count: indent + 1)
      write(member, &text)
    }
    if !members.isEmpty { text += "\n" + String(repeating: "  ", count: indent) }
    text += close
  }

  private static func row(_ numbers: [Double?]) -> String {
    "[" + numbers.map { $0.map { number($0) } ?? "null" }.joined(separator: ", ") + "]"
  }

  private static func words(_ value: ValueTree) -> String {
    if case .text(let words) = value { quoted(words) } else { "null" }
  }

  private static func number(_ number: Double) -> String { number.isFinite ? "\(number)" : "null" }

  /// A text between quotation marks; marks, backslashes and control characters are escaped.
  private static func quoted(_ words: String) -> String {
    let digits = Array("0123456789abcdef")
    var text = "\""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        text += "\\u00"
        text.append(digits[Int(scalar.value / 16)])
        text.append(digits[Int(scalar.value % 16)])
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
