// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A language that nobody speaks, made from the English catalogue: letters of another script with
/// accents, words two fifths longer, right to left, six categories of plurals and digits of its own.
///
/// A Latin letter that is left on a page of it came from somewhere else than the catalogue.
package enum PseudoLanguage {
  /// A language code for private use (ISO 639-2, qaa to qtz).
  package static let code = "qaa-x-pseudo"

  /// The ten digits.
  package static let digits = Array("٠١٢٣٤٥٦٧٨٩")

  /// The catalogue of the language, from the text of `text.en.xml`.
  package static func catalogue(from english: String) -> String {
    guard let open = english.firstRange(of: "<language>"),
      let close = english.firstRange(of: "</words>")
    else { return english }
    let head = english[..<open.lowerBound].replacing(
      "language=\"en\"", with: "language=\"\(code)\""
    )
    .replacing("direction=\"ltr\"", with: "direction=\"rtl\"")
    return head + language + "<words/>" + texts(english[close.upperBound...])
  }

  /// Words as the language writes them; places in braces and entities stay.
  package static func words(_ text: some StringProtocol) -> String {
    var result = ""
    var word: [Character] = []
    var depth: Character?
    func endWord() {
      result += word.map(written).joined()
      // Two fifths longer, in the last letter of the word.
      if let last = word.last {
        for _ in 0..<((word.count * 2 + 4) / 5) { result += written(last) }
      }
      word = []
    }
    for character in text {
      if let end = depth {
        result.append(character)
        if character == end { depth = nil }
      } else if character == "{" || character == "&" {
        endWord()
        depth = character == "{" ? "}" : ";"
        result.append(character)
      } else if character.isLetter {
        word.append(character)
      } else {
        endWord()
        // Digits stand in names alone.
        result += digits(String(character))
      }
    }
    endWord()
    return result
  }

  /// A number with the digits of the language.
  package static func digits(_ number: String) -> String {
    String(number.map { $0.wholeNumberValue.map { digits[$0] } ?? $0 })
  }

  private static let letters = Array("אבגדהוזחטיכלמנסעפצקרשתךםןץ")

  /// A letter: vowels carry an accent.
  private static func written(_ letter: Character) -> String {
    guard let small = letter.lowercased().first, let value = small.asciiValue,
      (0x61...0x7A).contains(value)
    else { return "\(letters[0])" }
    return "\(letters[Int(value) - 0x61])" + ("aeiou".contains(small) ? "\u{05B7}" : "")
  }

  private static func texts(_ english: Substring) -> String {
    var result = ""
    var rest = english
    while let start = rest.firstRange(of: "<text ") {
      result += rest[..<start.lowerBound]
      rest = rest[start.lowerBound...]
      guard let tag = rest.firstIndex(of: ">"), let end = rest.firstRange(of: "</text>") else {
        break
      }
      let content = words(rest[rest.index(after: tag)..<end.lowerBound])
      result += attributes(String(rest[...tag]), content) + content + "</text>"
      rest = rest[end.upperBound...]
    }
    return result + rest
  }

  /// The start tag: words for one become words for each of the six categories.
  private static func attributes(_ tag: String, _ content: String) -> String {
    guard let one = tag.firstRange(of: " one=\""),
      let end = tag[one.upperBound...].firstIndex(of: "\"")
    else { return tag }
    let variants = ["zero", "one", "two", "few", "many"].map { category in
      " \(category)=\"\(content) \(words(category))\""
    }.joined()
    return tag[..<one.lowerBound] + variants + tag[tag.index(after: end)...]
  }

  private static var language: String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ].map { "<month>\(words($0))</month>" }.joined()
    return """
      <language>
        <numbers decimalMark="٫" groupMark="٬" grouping="3" minus="\u{2212}" digits="\(String(digits))"/>
        <plural category="zero">n = 0</plural>
        <plural category="one">n = 1</plural>
        <plural category="two">n = 2</plural>
        <plural category="few">n % 100 = 3..10</plural>
        <plural category="many">n % 100 = 11..99</plural>
        <dates pattern="d '\(words("of"))' MMMM y">\(months)</dates>
        <currency code="USD" pattern="{amount} $"/>
        <currency code="EUR" pattern="{amount} €"/>
        <currency code="INR" pattern="{amount} ₹"/>
        <lists pair="{0} \(words("and")) {1}" start="{0}\u{060C} {1}" middle="{0}\u{060C} {1}"
          end="{0} \(words("and")) {1}"/>
        <quotes open="”" close="“"/>
        <sentences ends=".؟?!"/>
        <reading>
          <limit measure="wordsPerSentence" whole="40"/>
          <limit measure="lettersPerWord" whole="40"/>
        </reading>
        <answers yes="\(words("yes"))" no="\(words("no"))" unknown="\(words("unknown"))"/>
      </language>

      """
  }
}
