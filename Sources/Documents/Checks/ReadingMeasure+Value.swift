// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

extension ReadingMeasure {
  /// How hard a text is by its counts; a text without words or sentences counts as one of each.
  ///
  /// - Flesch-Kincaid grade: 0.39 words per sentence + 11.8 syllables per word - 15.59.
  /// - SMOG: 1.043 times the root of the words of three and more syllables per thirty sentences, +
  ///   3.1291.
  /// - Szigriszt-Pazos: 206.835 - 62.3 syllables per word - words per sentence.
  /// - First Wiener Sachtextformel: 0.1935 MS + 0.1672 SL + 0.1297 IW - 0.0327 ES - 0.875, of MS the
  ///   words of three and more syllables, IW those of more than six letters and ES those of one
  ///   syllable, in percent of the words, and SL the words per sentence.
  /// - Gulpease: 89 + (300 sentences - 10 letters) / words.
  public func value(_ counts: ReadingCounts) -> Double {
    let sentences = Double(max(counts.sentences, 1))
    let words = Double(max(counts.words, 1))
    let length = Double(counts.words) / sentences
    func percent(_ count: Int) -> Double { 100 * Double(count) / words }
    return switch self {
    case .fleschKincaid: 0.39 * length + 11.8 * Double(counts.syllables) / words - 15.59
    case .smog: 1.043 * (30 * Double(counts.polysyllables) / sentences).squareRoot() + 3.1291
    case .szigrisztPazos: 206.835 - 62.3 * Double(counts.syllables) / words - length
    case .wienerSachtext:
      0.1935 * percent(counts.polysyllables) + 0.1672 * length + 0.1297 * percent(counts.longWords)
        - 0.0327 * percent(counts.monosyllables) - 0.875
    case .gulpease: 89 + (300 * sentences - 10 * Double(counts.letters)) / words
    case .wordsPerSentence: length
    case .lettersPerWord: Double(counts.letters) / words
    }
  }

  /// Whether one value is harder to read than another.
  public func isHarder(_ one: Double, than other: Double) -> Bool {
    isEase ? one < other : one > other
  }

  /// The fewest sentences of a text on which the measure is defined.
  var leastSentences: Int { self == .smog ? 30 : 0 }

  /// What the measure counts beside words and sentences, by the names in a record.
  var counts: Set<String> {
    switch self {
    case .fleschKincaid, .szigrisztPazos: ["syllables"]
    case .smog: ["polysyllables"]
    case .wienerSachtext: ["polysyllables", "longWords", "monosyllables"]
    case .gulpease, .lettersPerWord: ["letters"]
    case .wordsPerSentence: []
    }
  }

  /// The name of the formula as its field writes it.
  var title: String {
    switch self {
    case .fleschKincaid: "Flesch-Kincaid"
    case .smog: "SMOG"
    case .szigrisztPazos: "Szigriszt-Pazos"
    case .wienerSachtext: "Wiener Sachtextformel"
    case .gulpease: "Gulpease"
    case .wordsPerSentence, .lettersPerWord: ""
    }
  }

  /// A limit in words.
  func bound(_ limit: Double) -> String {
    let text = DecimalText(limit, decimals: 1).text
    return switch self {
    case .fleschKincaid, .smog, .wienerSachtext: "at most grade \(text) by \(title)"
    case .szigrisztPazos, .gulpease: "at least \(text) by \(title)"
    case .wordsPerSentence: "at most \(text) words in a sentence"
    case .lettersPerWord: "at most \(text) letters in a word"
    }
  }
}
