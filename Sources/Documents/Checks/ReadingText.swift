// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension InlineText {
  /// The text as it is measured: a number is a one, when it is one, or a nought; a person's words
  /// are left out.
  ///
  /// Texts of many persons that differ in their numbers alone are equal in this form.
  var measured: String {
    var text = ""
    for run in runs {
      switch run {
      case .words(let words): text += words
      case .number(let number, _): text += number == "1" ? "1" : "0"
      case .person: text += " "
      }
    }
    return text
  }
}

/// The words of a text, sentence by sentence.
struct ReadingText {
  /// The words of each sentence in small letters, without marks; a hyphen joins.
  private(set) var sentences: [[String]] = []

  /// The words of a measured text.
  ///
  /// A sentence ends with . ? or !, or with the text.
  init(_ text: String) {
    var sentence: [String] = []
    var word = ""
    func isKept(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_", "'": true
      case "\u{0}"..."\u{7F}": false
      default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      }
    }
    func isSpace(_ scalar: Unicode.Scalar) -> Bool {
      // Nearly all letters are of ASCII, whose white space is six marks.
      scalar.isASCII
        ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
    }
    func endWord() {
      if word.utf8.contains(where: { $0 != 0x27 }) { sentence.append(word) }
      word = ""
    }
    func endSentence() {
      endWord()
      if !sentence.isEmpty { sentences.append(sentence) }
      sentence = []
    }
    for scalar in text.unicodeScalars {
      if scalar == "." || scalar == "?" || scalar == "!" {
        endSentence()
      } else if isSpace(scalar) {
        endWord()
      } else if isKept(scalar) || scalar == "\u{2019}" {
        word.unicodeScalars.append(scalar == "\u{2019}" ? "'" : scalar)
      }
    }
    endSentence()
    sentences = sentences.map { $0.map { $0.lowercased() } }
  }
}
