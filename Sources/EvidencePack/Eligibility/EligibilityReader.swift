// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Reads `eligibility.xml`: facts, conditions, rules, flags and guideline positions.
struct EligibilityReader {
  var decoder = ElementDecoder(file: "eligibility.xml")

  mutating func rules(_ root: MarkupElement) -> EligibilityRules {
    let facts = (root.first("facts")?.elements ?? []).map { fact($0) }
    var conditions: [String: Condition] = [:]
    for element in root.first("conditions")?.elements ?? [] {
      let id = element.attribute("id") ?? ""
      if conditions[id] != nil {
        decoder.diagnostics.error(
          "eligibility.duplicate", at: decoder.place(element),
          "An id is used once; \(id) is used again.", advice: "Rename one of them.")
      }
      conditions[id] = ConditionReader.condition(inside: element)
    }
    return EligibilityRules(
      facts: facts, conditions: conditions,
      otherEvidence: root.elements(named: "noFitWhen").map {
        OtherEvidence(
          condition: ConditionReader.condition(inside: $0),
          reason: decoder.text("reason", of: $0), proviso: decoder.text("proviso", of: $0),
          handout: $0.attribute("handout") ?? "")
      },
      rules: (root.first("rules")?.elements ?? []).map { rule($0) },
      flags: (root.first("flags")?.elements ?? []).map { flag($0) },
      contradictions: (root.first("contradictions")?.elements ?? []).map {
        FactContradiction(
          id: $0.attribute("id") ?? "",
          condition: ConditionReader.condition(inside: $0.first("when") ?? $0),
          doubts: decoder.ids("doubts", of: $0),
          clinician: decoder.text("clinician", of: $0))
      })
  }

  mutating func guidelines(_ root: MarkupElement) -> [GuidelinePosition] {
    (root.first("guidelines")?.elements ?? []).map {
      GuidelinePosition(
        id: $0.attribute("id") ?? "", body: decoder.text("body", of: $0),
        year: .init($0.attribute("year") ?? ""), sponsor: decoder.optionalText("sponsor", of: $0),
        regions: $0.attribute("regions") == nil ? nil : decoder.ids("regions", of: $0),
        isOtherEvidence: $0.attribute("otherEvidence") == "true",
        needsReview: $0.attribute("needsReview") == "true",
        population: decoder.text("population", of: $0), says: decoder.text("says", of: $0),
        sources: decoder.ids("sources", of: $0))
    }
  }

  private mutating func fact(_ element: MarkupElement) -> ClinicalFact {
    let kind: ClinicalFact.Kind
    switch element.attribute("kind") {
    case "choice":
      kind = .choice(
        element.elements(named: "choice").map {
          .init(id: $0.attribute("id") ?? "", name: decoder.text("name", of: $0))
        })
    case "number":
      let low = decoder.number("low", of: element)
      kind = .number(
        low...max(low, decoder.number("high", of: element)),
        decimals: decoder.count("decimals", of: element) ?? 0)
    case "levels": kind = .levels
    default: kind = .yesNo
    }
    return ClinicalFact(
      id: element.attribute("id") ?? "", kind: kind, name: decoder.text("name", of: element),
      ask: decoder.text("ask", of: element),
      told: decoder.optionalText("told", of: element, parameters: ["value"]),
      settle: decoder.optionalText("settle", of: element),
      isFirst: element.attribute("first") == "true",
      settled: element.first("settled").map {
        .init(
          condition: ConditionReader.condition(inside: $0), value: $0.attribute("as") ?? "")
      })
  }

  private mutating func rule(_ element: MarkupElement) -> EligibilityRule {
    for id in [element.attribute("level") ?? ""] + decoder.ids("basis", of: element) {
      decoder.texts.append(
        TextRequirement(
          id: EligibilityRule.text(ofStrength: id), parameters: [],
          location: decoder.place(element)))
    }
    return EligibilityRule(
      id: element.attribute("id") ?? "",
      group: decoder.value("group", of: element, else: .relative),
      condition: ConditionReader.condition(inside: element.first("when") ?? element),
      effects: element.elements(named: "effect").map {
        .init(
          alternative: $0.attribute("alternative") ?? "",
          effect: decoder.value("is", of: $0, else: .neutral))
      }, level: element.attribute("level") ?? "", basis: decoder.ids("basis", of: element),
      sources: decoder.ids("sources", of: element),
      conflicts: decoder.ids("conflict", of: element), reason: decoder.text("reason", of: element),
      clinician: decoder.text("clinician", of: element), brief: decoder.text("brief", of: element),
      closes: element.first("closes").map {
        .init(
          because: decoder.text("because", of: $0), opens: decoder.text("opens", of: $0))
      }, urgent: element.first("urgent").map { urgent($0) })
  }

  private mutating func urgent(_ element: MarkupElement) -> EligibilityRule.UrgentTexts {
    EligibilityRule.UrgentTexts(
      happening: decoder.text("happening", of: element), need: decoder.text("need", of: element),
      act: decoder.text("act", of: element, parameters: ["number"]),
      say: decoder.text("say", of: element), wait: decoder.text("wait", of: element),
      team: decoder.text("team", of: element))
  }

  private mutating func flag(_ element: MarkupElement) -> PersonalFlag {
    PersonalFlag(
      id: element.attribute("id") ?? "",
      condition: ConditionReader.condition(inside: element.first("when") ?? element),
      patient: decoder.text("patient", of: element),
      clinician: decoder.text("clinician", of: element), brief: decoder.text("brief", of: element),
      sources: decoder.ids("sources", of: element))
  }
}

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
    case .number(let range, let decimals):
      if let number = TypedText.number(text, decimals: decimals), range.contains(number.value) {
        return .number(number)
      }
      let ends = [range.lowerBound, range.upperBound].map { DecimalText($0, decimals: 0).text }
      let form =
        decimals == 0
        ? "a whole number from \(ends[0]) to \(ends[1])"
        : "a number from \(ends[0]) to \(ends[1]) with at most "
          + "\(decimals == 1 ? "one decimal" : "\(decimals) decimals") after a point"
      refuse(
        fact, element, "Use \(form), without sign or leading zeros, or unknown.", &decoder)
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
