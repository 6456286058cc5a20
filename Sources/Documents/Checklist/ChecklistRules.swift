// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

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
