// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Reads the elements `language` and `words` of a text catalogue.
struct LanguageReader {
  var decoder: ElementDecoder
  /// The language of the catalogue.
  let language: String

  /// How the language writes; what is refused falls back to something that can be used.
  mutating func conventions(_ root: MarkupElement) -> LanguageConventions {
    let element = root.first("language") ?? root
    func child(_ name: String) -> MarkupElement { element.first(name) ?? element }
    let answers = child("answers")
    let quotes = child("quotes")
    return LanguageConventions(
      numbers: numbers(child("numbers")), plurals: plurals(element), dates: dates(child("dates")),
      currencies: currencies(element), lists: lists(child("lists")),
      quotes: .init(
        open: quotes.attribute("open") ?? "", close: quotes.attribute("close") ?? ""),
      sentenceEnds: Array((child("sentences").attribute("ends") ?? ".").unicodeScalars),
      reading: reading(child("reading")),
      answers: .init(
        yes: answers.attribute("yes") ?? "", no: answers.attribute("no") ?? "",
        unknown: answers.attribute("unknown") ?? ""))
  }

  private mutating func refuse(
    _ identifier: String, _ element: MarkupElement, _ problem: String, advice: String
  ) {
    decoder.diagnostics.error(
      identifier, at: decoder.place(element), problem, advice: advice)
  }

  private mutating func numbers(_ element: MarkupElement) -> NumberText {
    let digits = Array((element.attribute("digits") ?? "0123456789").unicodeScalars)
    let values = digits.map { $0.properties.numericValue }
    if values != (0..<10).map(Double.init) {
      refuse(
        "language.digits", element, "The digits of a language are ten, from nought to nine.",
        advice: "Write the ten digits of one script in order, such as 0123456789.")
    }
    let numbers = NumberText(
      decimalMark: element.attribute("decimalMark") ?? ".",
      groupMark: element.attribute("groupMark") ?? "",
      grouping: (element.attribute("grouping") ?? "3").split(separator: ";")
        .compactMap { Int($0) },
      minus: element.attribute("minus") ?? "\u{2212}",
      digits: values.count == 10 && !values.contains(nil) ? digits : NumberText.latinDigits)
    if numbers.decimalMark == numbers.groupMark {
      refuse(
        "language.marks", element,
        "The mark between whole and fraction and the mark between groups are the same.",
        advice: "Give the groups another mark, or none.")
    }
    return numbers
  }

  private mutating func plurals(_ element: MarkupElement) -> PluralRules {
    var rules = PluralRules()
    for plural in element.elements(named: "plural") {
      let category: PluralCategory = decoder.value("category", of: plural, else: .other)
      if rules.categories.contains(category) {
        refuse(
          "language.pluralTwice", plural,
          "A category of plurals stands once; \(category.rawValue) stands again.",
          advice: "Join both conditions with the word or.")
      } else if !rules.add(category, when: plural.text) {
        refuse(
          "language.pluralRule", plural,
          "The condition of the category \(category.rawValue) does not follow the notation of "
            + "Unicode CLDR.",
          advice: "Write relations such as n % 10 = 2..4 or i = 1, joined by and, or.")
      }
    }
    return rules
  }

  private mutating func dates(_ element: MarkupElement) -> DatePattern {
    let months = element.elements(named: "month").map(\.text)
    let pattern = element.attribute("pattern") ?? ""
    let problem: String
    do throws(DatePattern.Fault) {
      return try DatePattern(pattern, months: months)
    } catch {
      problem =
        switch error {
        case .letter(let letters):
          "The letters \(letters) of a date pattern stand for nothing that is printed."
        case .quote: "A quote in a date pattern is not closed."
        case .parts: "A date pattern holds day, month and year once each."
        }
    }
    refuse(
      "language.datePattern", element, problem,
      advice: "Use d or dd, M, MM or MMMM, and y; put other letters between single quotes.")
    return DatePattern.iso
  }

  private mutating func currencies(_ element: MarkupElement) -> [String: AmountPattern] {
    var patterns: [String: AmountPattern] = [:]
    for currency in element.elements(named: "currency") {
      guard let pattern = AmountPattern(currency.attribute("pattern") ?? "") else {
        refuse(
          "language.amount", currency, "A pattern of money holds {amount} once.",
          advice: "Write it such as ${amount}.")
        continue
      }
      patterns[currency.attribute("code") ?? ""] = pattern
    }
    return patterns
  }

  private mutating func lists(_ element: MarkupElement) -> ListPatterns {
    func pattern(_ name: String) -> ListPatterns.Pattern? {
      ListPatterns.Pattern(element.attribute(name) ?? "")
    }
    if let pair = pattern("pair"), let start = pattern("start"), let middle = pattern("middle"),
      let end = pattern("end")
    {
      return ListPatterns(pair: pair, start: start, middle: middle, end: end)
    }
    refuse(
      "language.list", element, "A pattern of a list holds {0} and then {1}, once each.",
      advice: "Write it such as {0}, {1}.")
    return .plain
  }

  private mutating func reading(_ element: MarkupElement) -> [ReadingLimit] {
    let limits = element.elements(named: "limit").map { limit in
      ReadingLimit(
        measure: decoder.value("measure", of: limit, else: .wordsPerSentence),
        whole: decoder.number("whole", of: limit),
        section: decoder.optionalNumber("section", of: limit))
    }
    let primary = language.split(separator: "-").first.map { $0.lowercased() }
    for (limit, place) in zip(limits, element.elements(named: "limit")) {
      guard let made = limit.measure.language, made != primary else { continue }
      refuse(
        "language.formula", place,
        "The formula \(limit.measure.rawValue) was made for the language \(made), not for \(language).",
        advice: "Use a formula of the language, or limit wordsPerSentence and lettersPerWord.")
    }
    return limits.isEmpty ? [ReadingLimit(measure: .wordsPerSentence, whole: 0)] : limits
  }

  /// The rules about words.
  mutating func rules(_ root: MarkupElement) -> LanguageRules {
    var rules = LanguageRules(language: language)
    for child in root.first("words")?.elements ?? [] {
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
