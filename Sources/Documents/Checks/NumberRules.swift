// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

/// Every numeral of the handout comes from the pack, the profile or the calculation, prints what
/// that holds, and a count stands with its denominator (EvidencePack.docc/Handout.md, "Numbers and
/// chances").
enum NumberRule {
  /// What is wrong in a text.
  ///
  /// - Parameter scope: the texts that are read together with it, itself among them: a denominator
  ///   may stand in any of them.
  static func faults(
    at place: PlacedText, scope: [InlineText], _ known: KnownNumbers, _ reader: inout TextReader
  ) -> [CheckFault] {
    var faults: [CheckFault] = []
    for run in place.text.runs {
      switch run {
      case .words(let words):
        if reader.holdsStranger(words, known) {
          faults.append(
            CheckFault(
              "strayNumber", at: place, "A numeral stands in words, without its source.",
              advice: "Print it by its id, or mark the text with numerals=\"name\".",
              words: words))
        }
      case .number(let text, let source): faults += number(text, source, place, scope, known)
      case .person: break
      }
    }
    return faults
  }

  private static func number(
    _ text: String, _ source: NumberSource, _ place: PlacedText, _ scope: [InlineText],
    _ known: KnownNumbers
  ) -> [CheckFault] {
    guard let entry = known.entry(source) else {
      if known.knows(source) { return [] }
      return [
        CheckFault(
          "numberSource", at: place,
          "Every number comes from the pack, the profile or the calculation; \(source.text) is none.",
          advice: "Print a number of the pack by its id.", words: place.text.catalogueWords)
      ]
    }
    var faults: [CheckFault] = []
    func fault(_ rule: String, _ problem: String, _ advice: String) {
      faults.append(
        CheckFault(rule, at: place, problem, advice: advice, words: place.text.catalogueWords))
    }
    if !entry.printed.contains(text) {
      fault(
        "numberValue",
        "A number is printed as the pack states it; that from \(source.text) is not.",
        "Report this fault.")
    }
    if let of = entry.of, text != of {
      let isBeside = scope.contains { other in
        other.runs.contains { if case .number(of, _) = $0 { true } else { false } }
      }
      if !isBeside {
        fault(
          "denominator",
          "A count stands with its denominator; that from \(source.text) stands without.",
          "Print {=\(source.text).of} in the same text.")
      }
    }
    if entry.of != nil && !entry.hasContext {
      fault(
        "context", "A count states when and in whom it was counted; \(source.text) does not.",
        "Give the figure a period and a group in evidence.xml.")
    }
    return faults
  }
}

/// The two counts of a result add up to the denominator, and its picture shows the same counts.
enum OutcomeRule {
  /// What is wrong in an outcome.
  static func faults(
    _ outcome: OutcomeBlock, section: String, _ known: KnownNumbers
  ) -> [CheckFault] {
    outcome.results.flatMap { faults($0, outcome.id, section, known) }
  }

  private static func faults(
    _ result: OutcomeResult, _ outcome: String, _ section: String, _ known: KnownNumbers
  ) -> [CheckFault] {
    func fault(_ rule: String, _ problem: String) -> CheckFault {
      CheckFault(
        rule, section: section, id: outcome, alternative: result.alternative, problem,
        advice: "Print both counts from one figure of the pack.",
        words: result.text.catalogueWords)
    }
    let first = count(in: result.text, known)
    let of = first.flatMap { known.entry($0.source)?.of }.flatMap { known.value($0) }
    var faults: [CheckFault] = []
    if !result.rest.isEmpty {
      let rest = count(in: result.rest, known)
      if let first, let of, let rest, first.value + rest.value == of {
        // They add up.
      } else {
        faults.append(
          fault("pairedCounts", "The two counts of a result add up to its denominator."))
      }
    }
    if let picture = result.picture {
      let matches = first.map { Double(picture.filled) == $0.value } ?? false
      if !matches || Double(picture.of) != of || picture.filled < 0 || picture.filled > picture.of {
        faults.append(fault("picture", "A picture shows the count that its sentence states."))
      }
    }
    return faults
  }

  /// The first number of the pack in a sentence.
  private static func count(
    in text: InlineText, _ known: KnownNumbers
  ) -> (value: Double, source: NumberSource)? {
    for case .number(let number, let source) in text.runs where known.entry(source) != nil {
      return known.value(number).map { ($0, source) }
    }
    return nil
  }
}

/// The numbers that a handout may print, and how each is printed.
struct KnownNumbers: Sendable {
  /// What is known of one number of the pack.
  struct Entry: Sendable {
    /// How its value, denominator, rest and limits are printed.
    var printed: Set<String>
    /// How its denominator is printed, or nil for a quantity.
    var of: String?
    /// Whether it states when and in whom it was counted.
    var hasContext: Bool
    /// Whether its value is zero.
    var isZero: Bool
    /// How its upper limit is printed, or nil.
    var high: String?
    /// Whether nobody counted it: it is true of the option itself, or of a comparison with it.
    var isByDefinition: Bool
  }

  private var entries: [String: Entry] = [:]
  /// What the pack has besides figures and levels.
  private let others: Set<NumberSource>
  private let numbers: NumberText
  /// How digits stand together in the regions of the pack.
  private let groupings: [[Int]?]
  /// Names and citations that hold digits of their own, the longest first.
  private let names: [SoughtText]

  /// The numbers and names of a pack in one language.
  init(pack: EvidencePack, wording: Wording) {
    numbers = wording.numbers
    groupings = [nil] + pack.regions.map(\.grouping)
    others = Set(
      pack.sources.map { .source($0.id) } + pack.eligibility.facts.map { .fact($0.id) }
        + pack.criteria.flatMap { [.range(criterion: $0.id), .weight(criterion: $0.id)] })
    names = KnownNumbers.names(pack, wording.catalogue).map(SoughtText.init)
    let inOutcomes = Set(pack.outcomes.flatMap { $0.results.compactMap(\.figure) })
    for figure in pack.figures {
      add(
        figure,
        hasContext: figure.period != nil && figure.group != nil
          || inOutcomes.contains(figure.id))
    }
    for figure in pack.levels { add(figure, hasContext: true) }
  }

  /// Adds levels that hold in one setting.
  mutating func add(levels: [EvidenceFigure]) {
    for level in levels { add(level, hasContext: level.period != nil && level.group != nil) }
  }

  private mutating func add(_ figure: EvidenceFigure, hasContext: Bool) {
    let rest = figure.of.map {
      DecimalText($0.value - figure.value.value, decimals: figure.value.decimals)
    }
    let all = [figure.value, figure.of, rest, figure.low, figure.high].compactMap { $0 }
    entries[figure.id] = Entry(
      printed: Set(
        all.flatMap { number in groupings.map { numbers.text(number, grouping: $0) } }),
      of: figure.of.map { numbers.text($0) }, hasContext: hasContext,
      isZero: figure.value.value == 0, high: figure.high.map { numbers.text($0) },
      isByDefinition: figure.certainty == .byDefinition)
  }

  /// A number of the pack, or nil.
  func entry(_ source: NumberSource) -> Entry? {
    if case .evidence(let id) = source { entries[id] } else { nil }
  }

  /// Whether a number may come from a source.
  func knows(_ source: NumberSource) -> Bool {
    switch source {
    case .evidence(let id): entries[id] != nil
    case .range, .source, .fact, .weight: others.contains(source)
    case .profile, .analysis, .document: true
    // The handout is about one person.
    case .overview: false
    }
  }

  /// The value of a printed whole or decimal number, or nil.
  func value(_ printed: String) -> Double? {
    numbers.number(printed)?.value
  }

  /// What may stand in words with digits: names that the catalogue marks, and what the pack cites.
  private static func names(_ pack: EvidencePack, _ catalogue: TextCatalogue) -> [String] {
    var names = pack.sources.flatMap {
      [$0.citation, $0.short, $0.doi.map { "doi:\($0)" } ?? "", $0.sponsor ?? ""]
    }
    let numbers = catalogue.conventions.numbers
    names += pack.guidelines.compactMap {
      if case .year(let year) = $0.year { numbers.withOwnDigits(year) } else { nil }
    }
    names += pack.identity.authors.map(\.name) + [pack.identity.id]
    for template in catalogue.texts.values where template.namesHoldDigits {
      for case .words(let words) in template.allPieces { names.append(words) }
    }
    let held = Set(names.filter(holdsDigit))
    return held.sorted { (-$0.utf8.count, $0) < (-$1.utf8.count, $1) }
  }

  /// Whether words hold a digit that belongs to no name.
  func holdsStranger(_ words: String) -> Bool {
    var rest = Array(words.utf8)
    for name in names {
      while let found = name.place(in: rest) { rest.replaceSubrange(found, with: [0x20]) }
      if !KnownNumbers.holdsDigit(String(decoding: rest, as: UTF8.self)) { return false }
    }
    return true
  }

  /// Whether a text holds a digit.
  static func holdsDigit(_ text: String) -> Bool { text.unicodeScalars.contains(where: \.isDigit) }
}
