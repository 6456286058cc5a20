// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

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
  }

  private var entries: [String: Entry] = [:]
  /// What the pack has besides figures and levels.
  private let others: Set<NumberSource>
  private let numbers: NumberText
  /// Names and citations that hold digits of their own, the longest first.
  private let names: [SoughtText]

  /// The numbers and names of a pack in one language.
  init(pack: EvidencePack, wording: Wording) {
    numbers = wording.numbers
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
    for figure in PackLevels.figures(of: pack) { add(figure, hasContext: true) }
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
      printed: Set(all.map { numbers.text($0) }), of: figure.of.map { numbers.text($0) },
      hasContext: hasContext)
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
    var text = ""
    for character in printed {
      if String(character) == numbers.groupMark { continue }
      text += String(character) == numbers.decimalMark ? "." : String(character)
    }
    return Double(text)
  }

  /// What may stand in words with digits: names that the catalogue marks, and what the pack cites.
  private static func names(_ pack: EvidencePack, _ catalogue: TextCatalogue) -> [String] {
    var names = pack.sources.flatMap {
      [$0.citation, $0.short, $0.doi.map { "doi:\($0)" } ?? "", $0.sponsor ?? ""]
    }
    names += pack.guidelines.flatMap { [$0.body, $0.year, $0.sponsor ?? ""] }
    names += pack.identity.authors.flatMap { [$0.name, $0.role] } + [pack.identity.id]
    for template in catalogue.texts.values where template.namesHoldDigits {
      for case .words(let words) in template.pieces + (template.one ?? []) { names.append(words) }
    }
    let held = Set(names.filter(holdsDigit))
    return held.sorted { (-$0.utf8.count, $0) < (-$1.utf8.count, $1) }
  }

  /// Whether words hold a digit that belongs to no name.
  func holdsStranger(_ words: String) -> Bool {
    var rest = Array(words.utf8)
    for name in names {
      while let found = name.place(in: rest) { rest.replaceSubrange(found, with: [0x20]) }
      if !rest.contains(where: KnownNumbers.isDigit) { return false }
    }
    return true
  }

  /// Whether a text holds a digit.
  static func holdsDigit(_ text: String) -> Bool { text.utf8.contains(where: isDigit) }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
