// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A rule that looks for what shows a criterion: values in, result with pointers out.
public protocol ChecklistRule: Sendable {
  /// What shows the criterion in a handout, and what is missing.
  func finding(in handout: HandoutIndex) -> ChecklistFinding
}

/// What a rule found.
public struct ChecklistFinding: Sendable, Equatable {
  /// The elements of the record that show the criterion, all of them needed: XPath expressions with
  /// the prefix `r` for the namespace of the record, each selecting one node.
  public var pointers: [String] = []
  /// What is missing, in words; empty: nothing.
  public var missing: [String] = []

  /// Adds an element that is needed: a pointer when it is there, otherwise what is missing.
  mutating func need(
    _ isThere: Bool, _ pointer: @autoclosure () -> String, else missing: @autoclosure () -> String
  ) {
    if isThere {
      pointers.append(pointer())
    } else {
      self.missing.append(missing())
    }
  }

  /// Says that something is missing unless a condition holds.
  mutating func demand(_ condition: Bool, else missing: @autoclosure () -> String) {
    if !condition { self.missing.append(missing()) }
  }
}

extension InlineText {
  /// Whether there is something to read: a letter or a number, not only space, dashes or boxes.
  var saysSomething: Bool {
    runs.contains { run in
      switch run {
      case .words(let text), .number(let text, _), .person(let text): InlineText.isSpoken(text)
      }
    }
  }

  private static func isSpoken(_ text: String) -> Bool {
    // Most texts begin with a letter of ASCII; only others need the tables of Unicode.
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
      case 0x80...: return text.contains { $0.isLetter || $0.isNumber }
      default: continue
      }
    }
    return false
  }
}
