// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Markup

/// Turns texts of the catalogue into inline text, with figures and parameters filled in.
///
/// Made once per pack and language: texts without parameters are filled in then, and shared by
/// every document.
public struct Wording: Sendable {
  /// The catalogue.
  public let catalogue: TextCatalogue
  /// How the language writes.
  public var conventions: LanguageConventions { catalogue.conventions }
  /// How numbers are printed.
  public let numbers: NumberText
  private let figures: [String: EvidenceFigure]
  private var fixed: [TextID: InlineText] = [:]
  /// The templates and filled texts of the program's own phrases, so that no id is put together
  /// for every use.
  private var phrases: [Phrase: (template: TextTemplate, text: InlineText)] = [:]
  /// The ids of the program's other texts, so that none is put together for every use.
  private var ids: [String: TextID] = [:]

  /// The wording of a pack in a language.
  public init(catalogue: TextCatalogue, pack: EvidencePack) {
    self.catalogue = catalogue
    numbers = catalogue.conventions.numbers
    var figures: [String: EvidenceFigure] = [:]
    for figure in pack.figures + pack.levels { figures[figure.id] = figure }
    self.figures = figures
    for (id, template) in catalogue.texts where template.parameters.isEmpty {
      fixed[id] = fill(template, [:])
    }
    for text in ClinicianPhrase.allCases { ids[text.rawValue] = text.id }
    for phrase in Phrase.allCases {
      guard let template = catalogue.texts[phrase.id] else { continue }
      phrases[phrase] = (template, fixed[phrase.id] ?? .empty)
    }
  }

  /// A figure by its id, with the levels of the performance table that hold everywhere.
  public func figure(_ id: String) -> EvidenceFigure? { figures[id] }

  /// The figure that a number comes from, or nil when it comes from elsewhere.
  func figure(_ source: NumberSource) -> EvidenceFigure? {
    if case .evidence(let id) = source { figures[id] } else { nil }
  }

  /// A text without parameters.
  ///
  /// The pack reader has made sure that it exists.
  public func text(_ id: TextID) -> InlineText { fixed[id] ?? .empty }

  /// A text with parameters.
  public func text(_ id: TextID, _ parameters: KeyValuePairs<String, InlineText>) -> InlineText {
    guard let template = catalogue.texts[id] else { return .empty }
    return fill(template, parameters)
  }

  /// A text of the program without parameters.
  public func callAsFunction(_ phrase: Phrase) -> InlineText { phrases[phrase]?.text ?? .empty }

  /// A text of the program with parameters.
  public func callAsFunction(_ phrase: Phrase, _ parameters: KeyValuePairs<String, InlineText>)
    -> InlineText
  {
    phrases[phrase].map { fill($0.template, parameters) } ?? .empty
  }

  /// A number that knows where it comes from.
  ///
  public func number(_ value: DecimalText, from source: NumberSource) -> InlineText {
    InlineText(number: numbers.text(value), from: source)
  }

  /// An amount of the money of a region that knows where it comes from.
  public func money(_ value: DecimalText, in region: Region, from source: NumberSource)
    -> InlineText
  {
    let amount = InlineText(
      number: numbers.text(value, grouping: region.grouping), from: source)
    guard let pattern = conventions.currencies[region.currency] else { return amount }
    return InlineText(words: pattern.before) + amount + InlineText(words: pattern.after)
  }

  /// A day that knows where it comes from.
  public func day(_ day: CalendarDay, from source: NumberSource) -> InlineText {
    InlineText(number: conventions.dates.text(day, digits: numbers), from: source)
  }

  /// Words that somebody said, in the quotes of the language.
  public func quoted(_ text: InlineText) -> InlineText {
    let quotes = conventions.quotes
    return InlineText(words: quotes.open) + text + InlineText(words: quotes.close)
  }

  /// A whole number that knows where it comes from.
  public func number(_ value: Int, from source: NumberSource) -> InlineText {
    InlineText(number: numbers.text(value), from: source)
  }

  /// A text of the program, of another group than `Phrase`, without parameters.
  public func callAsFunction(_ phrase: some ProgramText) -> InlineText {
    text(ids[phrase.rawValue] ?? phrase.id)
  }

  /// A text of the program, of another group than `Phrase`, with parameters.
  public func callAsFunction(
    _ phrase: some ProgramText, _ parameters: KeyValuePairs<String, InlineText>
  ) -> InlineText {
    text(ids[phrase.rawValue] ?? phrase.id, parameters)
  }

  /// Several texts as one list: "a, b and c".
  public func list(_ texts: [InlineText]) -> InlineText {
    conventions.lists.joined(texts, join) ?? .empty
  }

  /// Several texts one after the other: "a, b, c".
  public func listed(_ texts: [InlineText]) -> InlineText {
    guard let first = texts.first else { return .empty }
    return texts.dropFirst().reduce(first) { join(conventions.lists.middle, $0, $1) }
  }

  private func join(
    _ pattern: ListPatterns.Pattern, _ first: InlineText, _ second: InlineText
  ) -> InlineText {
    var runs: [InlineText.Run] = []
    let parts = [
      InlineText(words: pattern.before), first, InlineText(words: pattern.between), second,
      InlineText(words: pattern.after),
    ]
    for run in parts.flatMap(\.runs) { Wording.append(run, to: &runs) }
    return InlineText(runs)
  }

  /// A text about a way of asking, with the names of the pack.
  package func text(_ text: MethodText, pack: EvidencePack) -> InlineText {
    guard let template = catalogue.texts[text.id] else { return .empty }
    return fill(template, text.words.map { (key: $0.name, value: word($0.word, pack)) })
  }

  private func word(_ word: MethodText.Word, _ pack: EvidencePack) -> InlineText {
    switch word {
    case .criterion(let id):
      pack.criterion(id ?? "").map { text($0.texts.name) } ?? .empty
    case .criteria(let ids):
      list(ids.compactMap { pack.criterion($0) }.map { text($0.texts.inline) })
    case .branch(let id): pack.branches.first { $0.id == id }.map { text($0.name) } ?? .empty
    case .points(let points): number(points, from: .profile(.points))
    case .rank(let rank): number(rank, from: .profile(.rank))
    case .set(let set): number(set, from: .profile(.set))
    case .times(let times): number(times, from: .profile(.comparison))
    case .words(let words): InlineText(words: words)
    }
  }

  private func fill(
    _ template: TextTemplate, _ parameters: some Collection<(key: String, value: InlineText)>
  ) -> InlineText {
    func value(_ name: String) -> InlineText? { parameters.first { $0.key == name }?.value }
    var pieces = template.pieces
    if !template.variants.isEmpty {
      let category = category(of: template.counted, value)
      pieces = template.variants[category] ?? pieces
    }
    var runs: [InlineText.Run] = []
    runs.reserveCapacity(pieces.count + 2)
    for piece in pieces {
      switch piece {
      case .words(let words): Wording.append(.words(words), to: &runs)
      case .parameter(let name):
        for run in value(name)?.runs ?? [] { Wording.append(run, to: &runs) }
      case .figure(let id, let part):
        runs.append(.number(number(of: figures[id], part), from: .evidence(id)))
      }
    }
    return InlineText(runs)
  }

  /// The category of plurals that a number takes; that of a range is that of its last number.
  private func category(
    of counted: TextTemplate.Piece, _ value: (String) -> InlineText?
  ) -> PluralCategory {
    var printed: String?
    switch counted {
    case .parameter(let name):
      for case .number(let number, _) in value(name)?.runs ?? [] { printed = number }
    case .figure(let id, let part): printed = number(of: figures[id], part)
    case .words: break
    }
    return printed.flatMap { numbers.number($0) }.map {
      conventions.plurals.category(of: $0)
    } ?? .other
  }

  /// Appends a run; words after words become one run.
  private static func append(_ run: InlineText.Run, to runs: inout [InlineText.Run]) {
    if case .words(let new) = run, case .words(let old)? = runs.last {
      runs[runs.count - 1] = .words(old + new)
    } else {
      runs.append(run)
    }
  }

  private func number(of figure: EvidenceFigure?, _ part: TextTemplate.FigurePart) -> String {
    guard let figure else { return "" }
    switch part {
    case .value: return numbers.text(figure.value)
    case .of: return figure.of.map { numbers.text($0) } ?? ""
    case .low: return figure.low.map { numbers.text($0) } ?? ""
    case .high: return figure.high.map { numbers.text($0) } ?? ""
    case .rest:
      guard let of = figure.of else { return "" }
      return numbers.text(
        DecimalText(of.value - figure.value.value, decimals: figure.value.decimals))
    }
  }
}

/// A probability as it is printed: a whole percent, never none and never certain.
///
/// A share of draws is not known more exactly than that, and no draw out of many is not "never".
public enum PrintedShare: Sendable, Equatable {
  /// Less than 1 of 100.
  case belowOne
  /// A whole percent, 1...99.
  case percent(Int)
  /// More than 99 of 100.
  case aboveNinetyNine

  /// A share of 0...1; half a percent is rounded up.
  public init(_ share: Double) {
    if !(share >= 0.01) {
      self = .belowOne
    } else if share > 0.99 {
      self = .aboveNinetyNine
    } else {
      self = .percent(Int((share * 100).rounded(.toNearestOrAwayFromZero)))
    }
  }
}

extension NumberText {
  /// A probability in the form in which it may be printed.
  public func share(_ share: Double) -> PrintedShare { PrintedShare(share) }
}

extension Wording {
  /// A probability in words: "27 of 100", "less than 1 of 100" or "more than 99 of 100".
  public func share(_ share: Double, from source: NumberSource) -> InlineText {
    let of = number(100, from: source)
    switch numbers.share(share) {
    case .belowOne: return self(.shareBelow, ["n": number(1, from: source), "of": of])
    case .percent(let percent):
      return self(.shareOf, ["n": number(percent, from: source), "of": of])
    case .aboveNinetyNine:
      return self(.shareAbove, ["n": number(99, from: source), "of": of])
    }
  }
}
