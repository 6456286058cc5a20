// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Words that mislead about chances do not stand in the handout, and words for a chance stand only
/// beside a number (`field-standards.md` 2.10).
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
