// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// How wide text may be, without a font at hand: an upper bound for the sans-serif fonts of the
/// print style.
///
/// Widths are those of Helvetica and its look-alikes in thousandths of the font size, a little
/// enlarged; letters of other scripts count as wide.
struct TextWidth {
  /// The size of the font.
  let fontSize: Int

  /// The width of a text, in the units of the font size.
  func of(_ text: some StringProtocol, isStrong: Bool = false) -> Int {
    width(TextWidth.sum(text.unicodeScalars), isStrong)
  }

  /// The lines of a text that are not wider than a limit; a longer word is broken.
  func lines(_ text: String, limit: Int, isStrong: Bool = false) -> [String] {
    if TextWidth.isPlain(text) && of(text, isStrong: isStrong) <= limit { return [text] }
    var lines: [String] = []
    var (line, sum) = ("", 0)
    func take() {
      if !line.isEmpty { lines.append(line) }
      (line, sum) = ("", 0)
    }
    for word in text.split(separator: " ") {
      let space = line.isEmpty ? "" : " "
      let longer = sum + TextWidth.sum(space.unicodeScalars) + TextWidth.sum(word.unicodeScalars)
      if width(longer, isStrong) <= limit {
        line += space
        line += word
        sum = longer
        continue
      }
      take()
      for letter in word {
        let more = TextWidth.sum(letter.unicodeScalars)
        if !line.isEmpty && width(sum + more, isStrong) > limit { take() }
        line.append(letter)
        sum += more
      }
    }
    take()
    return lines
  }

  /// Whether a text is words with one space between them: in one line it stays as it is.
  private static func isPlain(_ text: String) -> Bool {
    var before: UInt8 = 0x20
    for byte in text.utf8 {
      if byte == 0x20 && before == 0x20 { return false }
      before = byte
    }
    return before != 0x20
  }

  private func width(_ sum: Int, _ isStrong: Bool) -> Int {
    (sum * (isStrong ? 108 : 100) / 100 * fontSize + 999) / 1000
  }

  private static func sum(_ scalars: some Sequence<Unicode.Scalar>) -> Int {
    scalars.reduce(0) { $0 + ($1.isASCII ? ascii[Int($1.value)] : thousandths($1)) }
  }

  private static let ascii = (UInt8(0)..<0x80).map { thousandths(Unicode.Scalar($0)) }

  /// The width of the longest word.
  func longestWord(_ text: String, isStrong: Bool = false) -> Int {
    text.split(separator: " ").map { of($0, isStrong: isStrong) }.max() ?? 0
  }

  private static func thousandths(_ scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case " ", "!", "'", ",", ".", "/", ":", ";", "I", "[", "]", "f", "i", "j", "l", "t", "|": 290
    case "\u{2018}", "\u{2019}": 290
    case "(", ")", "*", "-", "r", "{", "}", "\"", "\u{201C}", "\u{201D}": 400
    case "M", "W", "m", "w", "%", "@": 960
    case "A"..."Z", "&": 780
    case "\u{20}"..."\u{7E}": 580
    case "\u{300}"..."\u{36F}": 0
    case "\u{A0}"..."\u{24F}": 800
    default: 1000
    }
  }
}
