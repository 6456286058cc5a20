// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Counts the syllables of words of one language by rule, with a list of words that it would count
/// wrongly.
public struct SyllableRule: Sendable {
  private let language: String
  private let exceptions: [String: Int]

  /// A rule.
  ///
  /// - Parameters:
  ///   - language: the language code; languages other than English, German and Spanish have no rule.
  ///   - exceptions: the syllables of words in small letters.
  public init(language: String = "en", exceptions: [String: Int] = [:]) {
    self.language = language.split(separator: "-").first.map { $0.lowercased() } ?? ""
    self.exceptions = exceptions
  }

  /// The syllables of a word in small letters, at least one.
  ///
  /// What holds no letter has one, and so has each word of a language without a rule.
  public func syllables(of word: String) -> Int {
    if let count = exceptions[word] { return count }
    return switch language {
    case "en": EnglishSyllables.count(word)
    case "de": GermanSyllables.count(word)
    case "es": SpanishSyllables.count(word)
    default: 1
    }
  }
}

/// Counts the syllables of German words: each vowel or pair that is spoken as one sound is one.
enum GermanSyllables {
  private static let vowels = Set("aeiouyäöü")
  private static let pairs: Set<String> = [
    "ai", "ei", "ey", "ay", "au", "eu", "äu", "ie", "aa", "ee", "oo",
  ]

  static func count(_ word: String) -> Int {
    let letters = Array(word)
    var (count, place) = (0, 0)
    while place < letters.count {
      guard vowels.contains(letters[place]) else {
        place += 1
        continue
      }
      count += 1
      let isPair =
        place + 1 < letters.count
        && pairs.contains(String(letters[place...(place + 1)]))
      // A u after q is no vowel of its own.
      if letters[place] == "u" && place > 0 && letters[place - 1] == "q" { count -= 1 }
      place += isPair ? 2 : 1
    }
    return max(count, 1)
  }
}

/// Counts the syllables of Spanish words: vowels apart are syllables of their own; a weak vowel
/// (i, u, y) without an accent joins its neighbours (Real Academia Española, Ortografía, 2010).
enum SpanishSyllables {
  private static let strong = Set("aeoáéó")
  private static let accented = Set("íú")
  private static let weak = Set("iuü")

  static func count(_ word: String) -> Int {
    let letters = Array(word)
    var count = 0
    var isAfterVowel = false
    var isAfterFull = false
    for (place, letter) in letters.enumerated() {
      let next = place + 1 < letters.count ? letters[place + 1] : nil
      let before = place > 0 ? letters[place - 1] : nil
      // The u of que, qui, gue and gui is silent; y is a vowel at the end of a word.
      let isSilent =
        letter == "u"
        && (before == "q" || before == "g" && (next.map { "eiéí".contains($0) } ?? false))
      let isWeak = weak.contains(letter) && !isSilent || letter == "y" && next == nil
      let isFull = strong.contains(letter) || accented.contains(letter)
      if isFull {
        if !isAfterVowel || isAfterFull || accented.contains(letter) { count += 1 }
      } else if isWeak {
        if !isAfterVowel || before.map({ accented.contains($0) }) == true { count += 1 }
      }
      isAfterVowel = isFull || isWeak
      isAfterFull = isFull
    }
    return max(count, 1)
  }
}
