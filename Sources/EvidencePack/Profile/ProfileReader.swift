// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// Turns the tree of a profile into a `PreferenceProfile` and checks it against a pack.
///
/// No message quotes a value of the profile.
public struct ProfileReader {
  private let pack: EvidencePack
  private let languages: [String]

  /// A reader for a pack.
  ///
  /// - Parameter languages: the languages that the pack has texts for.
  public init(pack: EvidencePack, languages: [String]) {
    self.pack = pack
    self.languages = languages
  }

  /// Reads a profile that follows its schema.
  ///
  /// - Parameter day: the last day on which weights can have been asked, or nil: any.
  /// - Returns: the profile, and everything that is wrong with it; use the profile only when no
  ///   diagnostic is an error.
  public func read(
    _ root: MarkupElement, file: String, askedUntil day: CalendarDay? = nil
  ) -> (profile: PreferenceProfile, diagnostics: DiagnosticList) {
    var decoder = ElementDecoder(file: file)
    ProfileTexts.check(root, &decoder)
    let setting = setting(root, &decoder)
    let facts = FactReader(rules: pack.eligibility).facts(root, &decoder)
    let preferences = PreferenceReader(pack: pack, setting: setting, lastDay: day)
      .preferences(root, &decoder)
    let words = root.first("ownWords")
    let profile = PreferenceProfile(
      id: root.attribute("id") ?? "", person: person(root),
      clinic: clinic(root, &decoder),
      choices: choices(root, &decoder), setting: setting, facts: facts, preferences: preferences,
      questions: said("question", in: words), remarks: said("remark", in: words))
    ContradictionCheck(rules: pack.eligibility).warn(of: profile, root, &decoder)
    return (profile, decoder.diagnostics)
  }

  private func person(_ root: MarkupElement) -> Person {
    let element = root.first("person")
    return Person(
      displayName: TypedText.words(element?.attribute("displayName")),
      age: element?.attribute("age").flatMap { Int($0) }, sex: element?.attribute("sex"))
  }

  private func clinic(_ root: MarkupElement, _ decoder: inout ElementDecoder) -> Clinic {
    let element = root.first("clinic")
    let phone = TypedText.words(element?.attribute("phone"))
    if let element, let phone, !TypedText.isPhone(phone) {
      decoder.diagnostics.error(
        "profile.phone", at: decoder.place(element),
        "The telephone number of the clinic has something else in it.",
        advice: "Write digits, spaces and + - ( ) /, with an extension such as ext. 12 after it.")
    }
    return Clinic(
      name: TypedText.words(element?.attribute("name")),
      clinician: TypedText.words(element?.attribute("clinician")), phone: phone)
  }

  /// Words that the person has written; blank ones are not given.
  private func said(_ name: String, in words: MarkupElement?) -> [String] {
    (words?.elements(named: name) ?? []).compactMap {
      TypedText.words($0.text).map(ProfileTexts.trimmed)
    }
  }

  private func choices(
    _ root: MarkupElement, _ decoder: inout ElementDecoder
  ) -> DocumentChoices {
    guard let element = root.first("document") else { return DocumentChoices() }
    let choices = DocumentChoices(
      language: element.attribute("language") ?? "en",
      edition: decoder.value("edition", of: element, else: .standard),
      paper: decoder.value("paper", of: element, else: .a4))
    if !languages.contains(choices.language) {
      decoder.diagnostics.error(
        "profile.language", at: decoder.place(element),
        "The pack has no texts in the language of this profile.",
        advice: "Use one of: \(languages.joined(separator: ", ")).")
    }
    return choices
  }

  private func setting(
    _ root: MarkupElement, _ decoder: inout ElementDecoder
  ) -> CareSetting {
    let element = root.first("setting") ?? root
    let region = element.attribute("region") ?? ""
    if pack.region(region) == nil {
      decoder.diagnostics.error(
        "profile.region", at: decoder.place(element), "The pack has no prices for this region.",
        advice: "Use one of: \(pack.regions.map(\.id).joined(separator: ", ")).")
    }
    var prices: [CareSetting.Price] = []
    for price in element.elements(named: "price") {
      let alternative = price.attribute("alternative") ?? ""
      if pack.option(alternative)?.kind != .procedure {
        decoder.diagnostics.error(
          "profile.priceAlternative", at: decoder.place(price),
          "A price is the extra price of a procedure over care without one.",
          advice: "Use one of: "
            + pack.options.filter { $0.kind == .procedure }.map(\.id).joined(separator: ", ") + ".")
      } else if prices.contains(where: { $0.alternative == alternative }) {
        decoder.diagnostics.error(
          "profile.priceTwice", at: decoder.place(price),
          "A procedure has one price; this one has two.", advice: "Remove one of them.")
      } else if let distribution = distribution(price, region: region, &decoder) {
        prices.append(
          .init(alternative: alternative, distribution: distribution, line: price.line))
      }
    }
    return CareSetting(
      region: region, payer: decoder.value("payer", of: element, else: .unknown), prices: prices)
  }

  private func distribution(
    _ element: MarkupElement, region: String, _ decoder: inout ElementDecoder
  ) -> PerformanceDistribution? {
    let exact = decoder.optionalNumber("exact", of: element)
    let low = decoder.optionalNumber("low", of: element)
    let high = decoder.optionalNumber("high", of: element)
    let result: PerformanceDistribution
    switch (exact, low, high) {
    case (let exact?, nil, nil): result = .exact(exact)
    case (nil, let low?, let high?) where low <= high: result = .uniform(low: low, high: high)
    case (nil, _?, _?):
      decoder.diagnostics.error(
        "profile.priceRange", at: decoder.place(element),
        "The low end of a price is at most its high end.", advice: "Swap low and high.")
      return nil
    default:
      decoder.diagnostics.error(
        "profile.price", at: decoder.place(element),
        "A price is either exact, or from low to high.",
        advice: "Give the attribute exact, or both low and high.")
      return nil
    }
    if let row = ProblemBuilder.priceCriterion(of: pack)?.row(in: region),
      max(result.interval.low, result.interval.high) > max(row.worst, row.best)
    {
      decoder.diagnostics.error(
        "profile.priceOutsideAnchors", at: decoder.place(element),
        "A price lies within the range that the weights are asked with, which ends at "
          + "\(DecimalText(max(row.worst, row.best), decimals: 0).text).",
        advice: "Check the price and its money; a wider range is a change of the pack.")
      return nil
    }
    return result
  }
}
