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
    let sum = text.unicodeScalars.reduce(0) { $0 + TextWidth.thousandths($1) }
    return (sum * (isStrong ? 108 : 100) / 100 * fontSize + 999) / 1000
  }

  /// The lines of a text that are not wider than a limit; a longer word is broken.
  func lines(_ text: String, limit: Int, isStrong: Bool = false) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : "\(line) \(word)"
      if of(longer, isStrong: isStrong) <= limit {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = ""
      for letter in word {
        if !line.isEmpty && of("\(line)\(letter)", isStrong: isStrong) > limit {
          lines.append(line)
          line = ""
        }
        line.append(letter)
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

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
