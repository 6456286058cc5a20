// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Reads what a finished handout must keep to, from `documents.xml`.
struct QualityRulesReader {
  var decoder = ElementDecoder(file: "documents.xml")

  mutating func rules(_ root: MarkupElement) -> QualityRules {
    let checks = root.first("checks") ?? root
    let balance = checks.first("balance") ?? checks
    let reading = checks.first("readingLevel") ?? checks
    return QualityRules(
      balance: BalanceLimits(
        words: decoder.number("words", of: balance),
        numbers: decoder.optionalNumber("numbers", of: balance),
        sections: decoder.ids("sections", of: balance), points: decoder.ids("points", of: balance)),
      reading: ReadingLimits(
        fleschKincaid: decoder.number("fleschKincaid", of: reading),
        smog: decoder.number("smog", of: reading), section: decoder.number("section", of: reading),
        notOf: decoder.ids("notOf", of: reading)),
      languages: checks.elements(named: "words").map { language($0) })
  }

  private mutating func language(_ element: MarkupElement) -> LanguageRules {
    var rules = LanguageRules(language: element.attribute("language") ?? "")
    for child in element.elements {
      switch child.name {
      case "refused": rules.refused.append(lower("phrase", of: child))
      case "chances": rules.chances += words(child)
      case "term":
        rules.terms.append(
          GlossaryTerm(
            forms: (child.attribute("forms") ?? "").lowercased().split(separator: ",")
              .map { $0.split { $0.isWhitespace }.joined(separator: " ") },
            explainedBy: explanations(child)))
      case "syllables":
        let count = decoder.count("count", of: child) ?? 1
        for word in words(child) { rules.syllables[word] = count }
      default: break
      }
    }
    return rules
  }

  private mutating func explanations(_ element: MarkupElement) -> [TextID] {
    let ids = decoder.ids("explainedBy", of: element)
    for id in ids {
      decoder.texts.append(
        TextRequirement(id: id, parameters: [], location: decoder.place(element)))
    }
    return ids
  }

  private func words(_ element: MarkupElement) -> [String] {
    lower("words", of: element).split(separator: " ").map(String.init)
  }

  /// The words of an attribute in small letters, apart by one space.
  private func lower(_ name: String, of element: MarkupElement) -> String {
    (element.attribute(name) ?? "").lowercased().split { $0.isWhitespace }.joined(separator: " ")
  }
}
