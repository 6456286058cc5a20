// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Reads the clinical facts of a profile against the facts that the pack asks for.
struct FactReader {
  let rules: EligibilityRules

  func facts(_ root: MarkupElement, _ decoder: inout ElementDecoder) -> [String: FactValue] {
    var facts: [String: FactValue] = [:]
    for element in root.first("clinicalFacts")?.elements ?? [] {
      let id = element.attribute("id") ?? ""
      guard let fact = rules.fact(id) else {
        decoder.diagnostics.error(
          "profile.unknownFact", at: decoder.place(element),
          "The pack asks for no fact of this name.",
          advice: "decision-aid pack show lists the facts and what each can hold.")
        continue
      }
      if facts[id] != nil {
        decoder.diagnostics.error(
          "profile.factTwice", at: decoder.place(element), "The fact \(id) stands twice.",
          advice: "Remove one of them.")
      }
      facts[id] = value(element, of: fact, &decoder)
    }
    return facts
  }

  private func value(
    _ element: MarkupElement, of fact: ClinicalFact, _ decoder: inout ElementDecoder
  ) -> FactValue {
    let text = (element.attribute("value") ?? "").split(separator: " ").joined(separator: " ")
    if text == "unknown" { return .unknown }
    switch fact.kind {
    case .yesNo:
      if text == "yes" || text == "no" { return .named(text) }
      refuse(fact, element, "Use yes, no or unknown.", &decoder)
    case .choice(let choices):
      if choices.contains(where: { $0.id == text }) { return .named(text) }
      refuse(
        fact, element,
        "Use one of: \((choices.map(\.id) + ["unknown"]).joined(separator: ", ")).", &decoder)
    case .number(let range):
      if let number = DecimalText(text), number.decimals <= 3, range.contains(number.value) {
        return .number(number)
      }
      let ends = [range.lowerBound, range.upperBound].map { DecimalText($0, decimals: 0).text }
      refuse(
        fact, element,
        "Use a plain number from \(ends[0]) to \(ends[1]) with a point, or unknown.", &decoder)
    case .levels:
      let levels = text.split(separator: " ").map(String.init)
      if !levels.isEmpty, levels.allSatisfy(FactReader.spineLevels.contains),
        Set(levels).count == levels.count
      {
        // From top to bottom, so that the order of writing does not matter.
        return .levels(FactReader.spineLevels.filter { levels.contains($0) })
      }
      refuse(fact, element, "Use levels such as T12 L1, each once, or unknown.", &decoder)
    }
    return .unknown
  }

  /// The levels of the thoracic and lumbar spine, from top to bottom.
  static let spineLevels = (1...12).map { "T\($0)" } + (1...5).map { "L\($0)" }

  private func refuse(
    _ fact: ClinicalFact, _ element: MarkupElement, _ advice: String,
    _ decoder: inout ElementDecoder
  ) {
    decoder.diagnostics.error(
      "profile.factValue", at: decoder.place(element),
      "The fact \(fact.id) cannot hold this value.", advice: advice)
  }
}
