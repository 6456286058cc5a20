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

/// Counts the syllables of English words by rule, with a list of words that it counts wrongly.
///
/// Groups of vowels count once; a silent e at the end or before a suffix does not count; two vowels
/// that are spoken apart count twice. Compared with the CMU Pronouncing Dictionary on the words of
/// the handout; the list of a pack holds those that differ.
public struct SyllableRule: Sendable {
  private let exceptions: [String: Int]

  /// A rule with the syllables of words that it would count wrongly.
  public init(exceptions: [String: Int] = [:]) { self.exceptions = exceptions }

  /// The syllables of a word in small letters, at least one.
  ///
  /// What holds no letter has one.
  public func syllables(of word: String) -> Int {
    if let count = exceptions[word] { return count }
    let letters = word.utf8.filter { (0x61...0x7A).contains($0) }
    if letters.count < 3 { return 1 }
    return max(1, groups(letters) - silent(letters) + apart(letters) - inner(letters))
  }

  private static let vowels = Set("aeiouy".utf8)

  private func isVowel(_ letter: UInt8?) -> Bool {
    letter.map { SyllableRule.vowels.contains($0) } ?? false
  }

  private func groups(_ letters: [UInt8]) -> Int {
    letters.indices.filter { isVowel(letters[$0]) && ($0 == 0 || !isVowel(letters[$0 - 1])) }.count
  }

  /// Whether a word ends in letters.
  private func ends(_ letters: [UInt8], _ ending: String) -> Bool {
    let ending = ending.utf8
    return letters.count > ending.count && letters.suffix(ending.count).elementsEqual(ending)
  }

  /// One for a last e, es or ed that is not spoken.
  private func silent(_ letters: [UInt8]) -> Int {
    func letter(_ fromEnd: Int) -> UInt8? {
      letters.count >= fromEnd ? letters[letters.count - fromEnd] : nil
    }
    let l = UInt8(ascii: "l")
    if ends(letters, "e") {
      return isVowel(letter(2)) || (letter(2) == l && !isVowel(letter(3))) ? 0 : 1
    }
    if ends(letters, "es") {
      let hisses =
        "sxzcg".utf8.contains(letter(3) ?? 0) || ends(letters, "ches")
        || ends(letters, "shes")
      return isVowel(letter(3)) || hisses || (letter(3) == l && !isVowel(letter(4))) ? 0 : 1
    }
    if ends(letters, "ed") {
      let spoken = letter(3) == UInt8(ascii: "t") || letter(3) == UInt8(ascii: "d")
      let syllabic = letter(3) == l && letter(4) != l && !isVowel(letter(4)) && letters.count > 4
      return isVowel(letter(3)) || spoken || syllabic ? 0 : 1
    }
    return 0
  }

  /// Neighbouring vowels that are spoken apart.
  private func apart(_ letters: [UInt8]) -> Int {
    func among(_ index: Int, _ set: String) -> Bool {
      letters.indices.contains(index) && set.utf8.contains(letters[index])
    }
    var count = letters.indices.filter { index in
      if among(index, "i") && among(index + 1, "ao") { return !among(index - 1, "tscg") }
      if among(index, "u") && among(index + 1, "ao") {
        return !among(index - 1, "qg") && !among(index + 2, "i")
      }
      return (among(index, "i") && among(index + 1, "u"))
        || (among(index, "e") && among(index + 1, "o"))
    }.count
    if ends(letters, "ing") && isVowel(letters[letters.count - 4]) { count += 1 }
    if ends(letters, "ism") { count += 1 }
    return count
  }

  private static let suffixes = ["ment", "ful", "less", "ness"].map { Array($0.utf8) }

  /// A silent e before a suffix.
  private func inner(_ letters: [UInt8]) -> Int {
    letters.indices.filter { index in
      guard letters[index] == UInt8(ascii: "e"), index > 0, !isVowel(letters[index - 1]),
        letters[index - 1] != UInt8(ascii: "l"),
        letters[..<index].contains(where: { isVowel($0) })
      else { return false }
      let rest = letters[(index + 1)...]
      return rest.elementsEqual("ly".utf8)
        || SyllableRule.suffixes.contains { rest.starts(with: $0) }
    }.count
  }
}
