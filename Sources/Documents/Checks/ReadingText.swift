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
      case .number(let number, _): text += isOne(number) ? "1" : "0"
      case .person: text += " "
      }
    }
    return text
  }
}

/// Whether a printed number is the one of any script.
private func isOne(_ number: String) -> Bool {
  number == "1"
    || number.unicodeScalars.count == 1
      && number.unicodeScalars.first?.properties.numericValue == 1
}

/// The words of a text, sentence by sentence.
struct ReadingText {
  /// The words of each sentence in small letters, without marks; a hyphen joins.
  private(set) var sentences: [[String]] = []

  /// The words of a measured text.
  ///
  /// - Parameter ends: the marks that end a sentence; the text ends one, too.
  init(_ text: String, ends: Set<Unicode.Scalar>) {
    var sentence: [String] = []
    var word = ""
    func isKept(_ scalar: Unicode.Scalar) -> Bool {
      scalar == "_" || scalar == "'" || ReadingText.isLetterOrDigit(scalar)
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
      if ends.contains(scalar) {
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

  /// Whether a scalar is a letter or digit of any script.
  static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": true
    case "\u{0}"..."\u{7F}": false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }
}
