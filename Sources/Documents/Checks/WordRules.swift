// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Words that mislead about chances do not stand in the handout, and words for a chance stand only
/// beside a number (EvidencePack.docc/Handout.md, "Numbers and chances").
enum RefusedWordsRule {
  /// What is wrong in a text.
  static func faults(_ facts: TextFacts, at place: PlacedText) -> [CheckFault] {
    if facts.refused.isEmpty && facts.loneChances.isEmpty { return [] }
    let words = place.text.catalogueWords
    return facts.refused.map { phrase in
      CheckFault(
        "refusedWords", at: place, "The words \"\(phrase)\" are not used in a handout.",
        advice: "Say it as a count out of a number that the pack states.", words: words)
    }
      + facts.loneChances.map { word in
        CheckFault(
          "loneChance", at: place,
          "A word for a chance stands beside a number; \"\(word)\" stands alone.",
          advice: "State the count in the same sentence, or leave the word out.", words: words)
      }
  }
}

/// Which terms of art blocks use before they explain them, and which they explain.
struct GlossaryTally: Sendable, Equatable {
  /// Where each term stands first, where that is before its explanation in the same blocks.
  private(set) var unexplained: [Int: PlacedText] = [:]
  /// The terms that are explained.
  private(set) var explained: Set<Int> = []
  /// Headings and labels that are read together with the text after them.
  private var pending: [(place: PlacedText, facts: TextFacts)] = []

  /// Adds a text in reading order.
  mutating func add(_ place: PlacedText, _ facts: TextFacts) {
    pending.append((place, facts))
    if place.kind != .heading && place.kind != .label { finish() }
  }

  /// Ends the blocks.
  mutating func finish() {
    for (_, facts) in pending { explained.formUnion(facts.explains) }
    for (place, facts) in pending {
      for use in facts.uses where !explained.contains(use.term) && unexplained[use.term] == nil {
        unexplained[use.term] = place
      }
    }
    pending = []
  }

  static func == (left: GlossaryTally, right: GlossaryTally) -> Bool {
    left.unexplained == right.unexplained && left.explained == right.explained
  }
}

/// Every term of art is explained where it first stands or before, in reading order.
enum GlossaryRule {
  /// What is wrong, for blocks in reading order.
  ///
  /// - Parameter names: the names of the terms.
  static func faults(_ tallies: [GlossaryTally], names: [String]) -> [CheckFault] {
    var settled: Set<Int> = []
    var faults: [CheckFault] = []
    for tally in tallies {
      for (term, place) in tally.unexplained.sorted(by: { $0.key < $1.key })
      where settled.insert(term).inserted {
        faults.append(
          CheckFault(
            "glossary", at: place,
            "A term is explained where it first stands or before; \"\(names[term])\" is not.",
            advice: "Explain it earlier, in a text that explainedBy of the term names.",
            words: place.text.catalogueWords))
      }
      settled.formUnion(tally.explained)
    }
    return faults
  }
}
