// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

/// What stands at the foot of every printed page, and the size of the paper, as a style sheet of one
/// document.
///
/// Margin boxes (CSS Paged Media Level 3) alone know the number of a page. Their words come from the
/// catalogue and the number of the document is its own, so they cannot stand in the style that all
/// documents share; their look stands there.
enum PaperStyle {
  /// What the runs of the page's number are counted by.
  private static let counters: [NumberSource: String] = [
    .document(.page): "page", .document(.pages): "pages",
  ]

  /// The counter styles of CSS (Counter Styles Level 3, "Numeric") by their nought.
  private static let digits = [
    "\u{0660}": "arabic-indic", "\u{06F0}": "persian", "\u{0966}": "devanagari",
    "\u{09E6}": "bengali", "\u{0A66}": "gurmukhi", "\u{0AE6}": "gujarati",
    "\u{0BE6}": "tamil", "\u{0C66}": "telugu", "\u{0CE6}": "kannada",
    "\u{0D66}": "malayalam", "\u{0E50}": "thai", "\u{0ED0}": "lao",
    "\u{0F20}": "tibetan", "\u{1040}": "myanmar", "\u{17E0}": "khmer",
  ]

  /// The style sheet of a page in a frame.
  static func css(of frame: PageFrame) -> String {
    css(
      start: frame.texts.footer, end: frame.texts.pageNumber,
      size: frame.choices.paper == .letter ? "letter" : "A4", direction: frame.direction)
  }

  /// The style sheet of a page with texts at the start and the end of its foot.
  ///
  /// Where words run from right to left, numbers are set apart: a sign or a range would else change
  /// its place with the words beside it.
  ///
  /// - Parameter size: the size of the paper in CSS, or nil: the size of the shared style.
  static func css(
    start: InlineText, end: InlineText, size: String?, direction: TextCatalogue.WritingDirection
  ) -> String {
    let (left, right) = direction == .rightToLeft ? ("right", "left") : ("left", "right")
    return "@page{" + (size.map { "size:\($0);" } ?? "")
      + "@bottom-\(left){content:\(content(start))}"
      + "@bottom-\(right){content:\(content(end))}}"
      + (direction == .rightToLeft ? "[data-from]{unicode-bidi:isolate}" : "") + lists(as: end)
  }

  /// Numbered lists and steps in the digits that the number of a page has.
  private static func lists(as number: InlineText) -> String {
    let nought = number.runs.lazy.compactMap { run in
      if case .number(let nought, _) = run { digits[nought] } else { nil }
    }.first
    guard let nought else { return "" }
    let steps = ["act", "say", "take"].map { "body.urgent #\($0)::before" }
    return "ol{list-style-type:\(nought)}"
      + "\(steps.joined(separator: ",")){content:counter(step,\(nought))}"
      + "#sources li::before{content:counter(source,\(nought)) \" \"}"
  }

  /// Inline text as the value of the property `content`.
  private static func content(_ text: InlineText) -> String {
    text.runs.map { run in
      switch run {
      case .number(let nought, let source) where counters[source] != nil:
        "counter(" + [counters[source], digits[nought]].compactMap { $0 }.joined(separator: ",")
          + ")"
      case .words(let words), .number(let words, _), .person(let words): string(words)
      }
    }.joined(separator: " ")
  }

  /// A string of CSS: letters, digits, spaces and signs without meaning stay, all else is escaped.
  private static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", "-", ".", ",", ":", "0"..."9", "A"..."Z", "a"..."z", "\u{A1}"...:
        result.unicodeScalars.append(scalar)
      default: result += "\\\(String(scalar.value, radix: 16)) "
      }
    }
    return result + "\""
  }
}
