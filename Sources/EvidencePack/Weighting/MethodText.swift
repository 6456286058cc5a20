// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// A text of the catalogue that a way of asking uses: its id, followed by its parameters.
///
/// The wording stands in the catalogue under `phrase.` and the id.
package protocol MethodPhrase: Sendable, CaseIterable, RawRepresentable where RawValue == String {}

extension MethodPhrase {
  /// The uses of all texts, for the check of a catalogue.
  static var requirements: [TextRequirement] {
    allCases.map { phrase in
      let words = phrase.rawValue.split(separator: " ").map(String.init)
      return TextRequirement(
        id: "phrase.\(words[0])", parameters: Array(words.dropFirst()),
        location: SourceLocation(file: "program"))
    }
  }
}

/// A text about a way of asking, with what is filled in.
package struct MethodText: Sendable, Equatable {
  /// What stands in the place of a parameter.
  package enum Word: Sendable, Equatable {
    /// The name of a criterion; nothing while none is chosen.
    case criterion(String?)
    /// The names of criteria as a list within a sentence.
    case criteria([String])
    /// The name of a branch.
    case branch(String)
    /// Points to give.
    case points(Int)
    /// A rank.
    case rank(Int)
    /// The place or the number of sets.
    case set(Int)
    /// How many times as much one criterion matters as another.
    case times(DecimalText)
    /// Words as they are, such as a sign to type or a number that was typed.
    case words(String)

    /// All points there are to give.
    static let allPoints = Word.points(SharedPoints.total)
  }

  /// The id of the text.
  package let id: TextID
  /// What is filled in, by parameter.
  package let words: [(name: String, word: Word)]

  /// A text with what is filled in.
  init(_ phrase: some MethodPhrase, _ words: KeyValuePairs<String, Word> = [:]) {
    id = "phrase." + (phrase.rawValue.split(separator: " ").first ?? "")
    self.words = words.map { ($0.key, $0.value) }
  }

  package static func == (one: MethodText, other: MethodText) -> Bool {
    one.id == other.id && one.words.map(\.name) == other.words.map(\.name)
      && one.words.map(\.word) == other.words.map(\.word)
  }
}
