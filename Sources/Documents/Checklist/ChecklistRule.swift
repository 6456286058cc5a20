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

/// The rules by the names that a checklist uses.
public enum ChecklistRules {
  /// A rule with its parameters.
  ///
  /// - Returns: nil when there is no rule of the name, or a parameter is missing or of another form.
  public static func rule(
    _ name: String, _ parameters: [String: String]
  ) -> (any ChecklistRule)? {
    func text(_ name: String) -> String? { parameters[name].flatMap { $0.isEmpty ? nil : $0 } }
    func number(_ name: String) -> Int? { parameters[name].flatMap { Int($0) } }
    func ids(_ name: String) -> [String]? {
      text(name).map { $0.split(separator: " ").map(String.init) }
    }
    switch name {
    case "part": return text("id").map { PartRule(part: $0) }
    case "decisionQuestion": return text("part").map { DecisionQuestionRule(part: $0) }
    case "panelRows": return ids("rows").map { PanelRowsRule(rows: $0) }
    case "tableCells": return text("table").map { TableCellsRule(table: $0) }
    case "tableHeads": return text("table").map { TableHeadsRule(table: $0) }
    case "anyTable": return ids("tables").map { TableRule(tables: $0) }
    case "sourceList": return text("part").map { SourceListRule(part: $0) }
    case "labelledRows":
      guard let section = text("section"), let rows = ids("rows") else { return nil }
      return LabelledRowsRule(section: section, rows: rows, number: text("number"))
    case "ranges": return number("of").map { RangeRule(of: Double($0)) }
    case "certainty": return CertaintyRule()
    case "period": return OutcomeTextRule(text: .period)
    case "group": return OutcomeTextRule(text: .group)
    case "resultTexts": return ResultTextRule()
    case "rest": return RestRule()
    case "denominator":
      guard let part = text("part"), let of = number("of"), let rare = number("rare") else {
        return nil
      }
      return DenominatorRule(part: part, of: of, rare: rare)
    case "pictures": return number("of").map { PictureRule(of: $0) }
    case "steps":
      guard let part = text("part"), let least = number("least") else { return nil }
      return StepsRule(part: part, least: least)
    case "questions":
      guard let list = text("list"), let space = text("space") else { return nil }
      return QuestionsRule(list: list, space: space)
    default: return nil
    }
  }
}
