// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

/// What stands at the foot of every printed page, and the size of the paper, as a style sheet of one
/// document.
///
/// Margin boxes (CSS Paged Media Level 3) alone know the number of a page. Their words come from the
/// catalogue and the number of the document is its own, so they cannot stand in the style that all
/// documents share; their look stands there.
enum PaperStyle {
  /// What the parameters of the page's number are filled with before they become counters.
  private static let counters: [NumberSource: String] = [
    .document(.page): "counter(page)", .document(.pages): "counter(pages)",
  ]

  /// The style sheet of a document.
  static func css(
    document: InlineText, paper: DocumentChoices.Paper, direction: TextCatalogue.WritingDirection,
    wording: Wording
  ) -> String {
    css(
      start: document, size: paper == .letter ? "letter" : "A4", direction: direction,
      wording: wording)
  }

  /// The style sheet of a page with a text at the start of its foot.
  ///
  /// - Parameter size: the size of the paper in CSS, or nil: the size of the shared style.
  static func css(
    start text: InlineText, size: String?, direction: TextCatalogue.WritingDirection,
    wording: Wording
  ) -> String {
    let (start, end) = direction == .rightToLeft ? ("right", "left") : ("left", "right")
    let number = wording(
      .pageNumber,
      [
        "page": InlineText(number: "", from: .document(.page)),
        "pages": InlineText(number: "", from: .document(.pages)),
      ])
    return "@page{" + (size.map { "size:\($0);" } ?? "")
      + "@bottom-\(start){content:\(content(text))}"
      + "@bottom-\(end){content:\(content(number))}}"
  }

  /// Inline text as the value of the property `content`.
  private static func content(_ text: InlineText) -> String {
    text.runs.map { run in
      switch run {
      case .number(_, let source) where counters[source] != nil: counters[source] ?? ""
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
