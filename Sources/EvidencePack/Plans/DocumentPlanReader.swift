// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Reads `documents.xml`: the plan of both documents, questions to ask and prompts.
struct DocumentPlanReader {
  var decoder = ElementDecoder(file: "documents.xml")
  /// The conditions that blocks name, with their places.
  var conditionUses: [TextRequirement] = []
  /// The alternatives that items name, with their places.
  var alternativeUses: [TextRequirement] = []
  /// The passages that the plans name, with their places.
  var passageUses: [TextRequirement] = []

  mutating func plan(_ element: MarkupElement?) -> DocumentPlan {
    guard let element else { return DocumentPlan(title: "", sections: []) }
    return DocumentPlan(
      title: decoder.text("title", of: element),
      sections: element.elements.map { section in
        PlannedSection(
          id: section.attribute("id") ?? "", title: decoder.text("title", of: section),
          blocks: section.elements.map { identified($0) },
          isScreenOnly: section.attribute("shown") == "screen",
          beside: section.attribute("beside") == nil
            ? HandoutKind.allCases
            : decoder.ids("beside", of: section).compactMap { HandoutKind(rawValue: $0) })
      })
  }

  /// What is given in place of the handout when other evidence applies.
  mutating func otherHandouts(_ root: MarkupElement) -> [OtherHandout] {
    root.elements(named: "otherHandout").map {
      OtherHandout(
        id: $0.attribute("id") ?? "", kind: decoder.value("kind", of: $0, else: .short),
        plan: plan($0))
    }
  }

  mutating func questions(_ root: MarkupElement) -> [QuestionToAsk] {
    (root.first("questionsToAsk")?.elements ?? []).map {
      QuestionToAsk(
        text: decoder.text("text", of: $0),
        condition: $0.first("when").map { ConditionReader.condition(inside: $0) },
        criterion: $0.attribute("criterion"))
    }
  }

  mutating func prompts(_ root: MarkupElement) -> [TeachBackPrompt] {
    (root.first("teachBack")?.elements ?? []).map {
      TeachBackPrompt(
        ask: decoder.text("ask", of: $0), answer: decoder.text("answer", of: $0),
        criterion: $0.attribute("criterion"))
    }
  }

  private mutating func identified(_ element: MarkupElement) -> PlannedBlock {
    let block = block(element)
    return element.attribute("id").map { .part(id: $0, block) } ?? block
  }

  private mutating func block(_ element: MarkupElement) -> PlannedBlock {
    switch element.name {
    case "subheading": return .subheading(decoder.text("text", of: element))
    case "bullets": return .bullets(items(element))
    case "steps": return .steps(items(element))
    case "tickBoxes": return .tickBoxes(items(element))
    case "questionAndAnswer":
      return .questionAndAnswer(
        question: decoder.text("question", of: element), answer: decoder.text("answer", of: element)
      )
    case "writingSpace":
      return .writingSpace(
        decoder.text("text", of: element), lines: decoder.count("lines", of: element) ?? 1)
    case "insert":
      let passage = element.attribute("passage") ?? ""
      passageUses.append(
        TextRequirement(id: passage, parameters: [], location: decoder.place(element)))
      return .passage(passage)
    default:
      return .paragraph(
        decoder.text("text", of: element), condition: condition(element),
        decoder.value("role", of: element, else: .plain))
    }
  }

  private mutating func items(_ element: MarkupElement) -> [PlannedBlock.Item] {
    element.elements.map {
      PlannedBlock.Item(
        text: decoder.text("text", of: $0), condition: condition($0), alternative: alternative($0))
    }
  }

  private mutating func alternative(_ element: MarkupElement) -> String? {
    guard let id = element.attribute("alternative") else { return nil }
    alternativeUses.append(
      TextRequirement(id: id, parameters: [], location: decoder.place(element)))
    return id
  }

  private mutating func condition(_ element: MarkupElement) -> String? {
    guard let id = element.attribute("when") else { return nil }
    conditionUses.append(
      TextRequirement(id: id, parameters: [], location: decoder.place(element)))
    return id
  }
}
