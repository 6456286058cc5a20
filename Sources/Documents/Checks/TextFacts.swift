// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

/// What the rules about words find in one text.
struct TextFacts: Sendable, Equatable {
  /// A term of art that stands in a text.
  struct Use: Sendable, Equatable {
    /// The place of the term in the glossary.
    var term: Int
    /// Its syllables beyond one for each word.
    var extraSyllables: Int
    /// Its words of three and more syllables.
    var polysyllables: Int
  }

  /// What formulas of reading ease count.
  var counts = ReadingCounts()
  /// The terms of art that stand in it, in order.
  var uses: [Use] = []
  /// The places in the glossary of the terms that it explains.
  var explains: [Int] = []
  /// The texts of counted points that stand in it.
  var points: Set<TextID> = []
  /// The refused words in it.
  var refused: [String] = []
  /// The words for a chance in it that stand in a sentence without a number.
  var loneChances: [String] = []
}

/// Finds what stands in texts by the rules of one language, and keeps what it found.
///
/// Most texts are equal for many persons, so each is looked at once.
struct TextReader: Sendable {
  private let syllables: SyllableRule
  private let sentenceEnds: Set<Unicode.Scalar>
  private let refused: [[String]]
  private let chances: Set<String>
  private let terms: [[[String]]]
  private let explanations: [[SoughtText]]
  private let points: [(id: TextID, measured: SoughtText)]
  private var kept: [String: TextFacts] = [:]
  private var strangers: [String: Bool] = [:]
  private var counted: [String: Int] = [:]

  /// The largest number of texts that are kept: more than a pack has, so that memory stays bounded.
  private static let limit = 20_000

  /// A reader for the rules of a language.
  ///
  /// - Parameters:
  ///   - points: the texts of counted points.
  ///   - wording: those texts, the texts that explain terms, and the rules.
  init(points: Set<TextID>, wording: Wording) {
    let rules = wording.catalogue.rules
    sentenceEnds = Set(wording.conventions.sentenceEnds)
    self.points = points.sorted().map { ($0, SoughtText(wording.text($0).measured)) }
    syllables = SyllableRule(language: rules.language, exceptions: rules.syllables)
    refused = rules.refused.map(TextReader.words)
    chances = Set(rules.chances)
    terms = rules.terms.map { $0.forms.map(TextReader.words) }
    explanations = rules.terms.map { term in
      term.explainedBy.map { wording.text($0).measured }.filter { !$0.isEmpty }
        .map(SoughtText.init)
    }
  }

  private static func words(_ phrase: String) -> [String] {
    phrase.split(separator: " ").map(String.init)
  }

  /// What stands in a text.
  mutating func facts(of text: InlineText) -> TextFacts {
    let measured = text.measured
    if let facts = kept[measured] { return facts }
    let facts = read(measured)
    if kept.count < TextReader.limit { kept[measured] = facts }
    return facts
  }

  /// Whether words hold a digit that belongs to no name of the pack.
  mutating func holdsStranger(_ words: String, _ known: KnownNumbers) -> Bool {
    if !KnownNumbers.holdsDigit(words) { return false }
    if let found = strangers[words] { return found }
    let found = known.holdsStranger(words)
    if strangers.count < TextReader.limit { strangers[words] = found }
    return found
  }

  /// The syllables of a word; most words stand in many texts.
  private mutating func syllables(of word: String) -> Int {
    if let count = counted[word] { return count }
    let count = syllables.syllables(of: word)
    if counted.count < TextReader.limit { counted[word] = count }
    return count
  }

  private mutating func read(_ measured: String) -> TextFacts {
    var facts = TextFacts()
    for words in ReadingText(measured, ends: sentenceEnds).sentences {
      let counts = words.map { syllables(of: $0) }
      facts.counts.words += words.count
      facts.counts.sentences += words.count > 2 ? 1 : 0
      facts.counts.syllables += counts.reduce(0, +)
      facts.counts.polysyllables += counts.filter { $0 >= 3 }.count
      facts.counts.monosyllables += counts.filter { $0 == 1 }.count
      let letters = words.map { $0.unicodeScalars.filter(ReadingText.isLetterOrDigit).count }
      facts.counts.letters += letters.reduce(0, +)
      facts.counts.longWords += letters.filter { $0 > 6 }.count
      for start in words.indices {
        facts.uses += uses(in: words, counts, at: start)
        for phrase in refused where words[start...].starts(with: phrase) {
          facts.refused.append(phrase.joined(separator: " "))
        }
      }
      if !words.contains(where: { $0.unicodeScalars.contains(where: \.isDigit) }) {
        facts.loneChances += words.filter { chances.contains($0) }
      }
    }
    let bytes = Array(measured.utf8)
    for point in points where point.measured.stands(in: bytes) { facts.points.insert(point.id) }
    facts.explains = explanations.indices.filter { term in
      explanations[term].contains { $0.stands(in: bytes) }
    }
    return facts
  }

  private func uses(in words: [String], _ counts: [Int], at start: Int) -> [TextFacts.Use] {
    terms.indices.compactMap { term in
      // The longest form that stands here.
      let found = terms[term].filter { words[start...].starts(with: $0) }.map(\.count).max()
      return found.map { length in
        let here = counts[start..<(start + length)]
        return TextFacts.Use(
          term: term, extraSyllables: here.reduce(0) { $0 + $1 - 1 },
          polysyllables: here.filter { $0 >= 3 }.count)
      }
    }
  }
}

/// A text that is looked for in others byte by byte: both come from one catalogue, so that equal
/// letters have equal bytes.
struct SoughtText: Sendable, Equatable {
  private let bytes: [UInt8]

  /// A text to look for; one without letters stands everywhere.
  init(_ text: String) { bytes = Array(text.utf8) }

  /// The first place where it stands, or nil.
  func place(in text: [UInt8]) -> Range<Int>? {
    guard let first = bytes.first else { return 0..<0 }
    var place = 0
    while place + bytes.count <= text.count {
      if text[place] == first && text[place..<(place + bytes.count)].elementsEqual(bytes) {
        return place..<(place + bytes.count)
      }
      place += 1
    }
    return nil
  }

  /// Whether it stands in a text.
  func stands(in text: [UInt8]) -> Bool { place(in: text) != nil }
}
