// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Documents
import EvidencePack

/// What can be answered to a question.
public enum AnswerKind: Sendable, Equatable {
  /// One of the values that can be chosen.
  public struct Choice: Sendable, Equatable {
    /// The value.
    public var id: String
    /// What is typed for it; nil: the value itself.
    public var word: String?
    /// What it means; empty when the value says it.
    public var label: InlineText
    /// Lines that explain it, such as both ends of a range.
    public var details: [InlineText] = []
  }

  /// A pseudonymous id.
  case identifier
  /// Words in any script.
  case words
  /// A whole number.
  case wholeNumber(ClosedRange<Int>)
  /// A number with at most so many decimals; a fact can be not known as well.
  case number(ClosedRange<Double>, decimals: Int, isFact: Bool = false)
  /// A telephone number.
  case phone
  /// Yes, no or unknown, in one line, in the words of a language.
  case yesNo(LanguageConventions.AnswerWords)
  /// One of these.
  case choice([Choice])
  /// Several of these, each once, with spaces between.
  case choices([Choice], atLeast: Int)
  /// Bone levels such as T12.
  case levels
  /// A price, or the two ends of its range; at most this.
  case price(highest: DecimalText)
  /// A day.
  case date
  /// A number in a range that is the highest level accepted (or else the lowest).
  case limit(isHighest: Bool, range: ClosedRange<Double>)
  /// Two numbers in a range, the lower one first.
  case interval(ClosedRange<Double>)
  /// One of two, and how many times as much it matters; or that both matter the same.
  case comparison([Choice], times: ClosedRange<Double>)

  /// The values that can be chosen; empty for other kinds.
  var choices: [Choice] {
    switch self {
    case .choice(let choices), .choices(let choices, _), .comparison(let choices, _): choices
    case .yesNo(let words):
      [("yes", words.yes), ("no", words.no), (AnswerKind.unknown, words.unknown)].map {
        Choice(id: $0, word: $1, label: .empty)
      }
    default: []
    }
  }

  /// The value that says openly that a fact is not known.
  static let unknown = "unknown"
  /// The value that says that two things matter the same.
  static let same = "same"
}
