// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Counts the syllables of English words by rule, with a list of words that it counts wrongly.
///
/// Groups of vowels count once; a silent e at the end or before a suffix does not count; two vowels
/// that are spoken apart count twice. Compared with the CMU Pronouncing Dictionary on the words of
/// the handout; the list of the catalogue holds those that differ.
enum EnglishSyllables {
  /// The syllables of a word in small letters, at least one.
  static func count(_ word: String) -> Int {
    let letters = word.utf8.filter { (0x61...0x7A).contains($0) }
    if letters.count < 3 { return 1 }
    return max(1, groups(letters) - silent(letters) + apart(letters) - inner(letters))
  }

  private static let vowels = Set("aeiouy".utf8)

  private static func isVowel(_ letter: UInt8?) -> Bool {
    letter.map { EnglishSyllables.vowels.contains($0) } ?? false
  }

  private static func groups(_ letters: [UInt8]) -> Int {
    letters.indices.filter { isVowel(letters[$0]) && ($0 == 0 || !isVowel(letters[$0 - 1])) }.count
  }

  /// Whether a word ends in letters.
  private static func ends(_ letters: [UInt8], _ ending: String) -> Bool {
    let ending = ending.utf8
    return letters.count > ending.count && letters.suffix(ending.count).elementsEqual(ending)
  }

  /// One for a last e, es or ed that is not spoken.
  private static func silent(_ letters: [UInt8]) -> Int {
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
  private static func apart(_ letters: [UInt8]) -> Int {
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
  private static func inner(_ letters: [UInt8]) -> Int {
    letters.indices.filter { index in
      guard letters[index] == UInt8(ascii: "e"), index > 0, !isVowel(letters[index - 1]),
        letters[index - 1] != UInt8(ascii: "l"),
        letters[..<index].contains(where: { isVowel($0) })
      else { return false }
      let rest = letters[(index + 1)...]
      return rest.elementsEqual("ly".utf8)
        || EnglishSyllables.suffixes.contains { rest.starts(with: $0) }
    }.count
  }
}
