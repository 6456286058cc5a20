// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

extension MarkupWriter {
  /// Writes inline text as HTML: a number carries the id that it comes from, a person's words are
  /// set apart so that their direction stays inside.
  mutating func html(_ inline: InlineText) {
    for run in inline.runs {
      switch run {
      case .words(let words): text(words)
      case .number(let number, let source):
        element("span", ["data-from": source.text]) { $0.text(number) }
      case .person(let words): element("bdi", ["dir": "auto"]) { $0.text(words) }
      }
    }
  }

  /// Writes an element that holds inline text alone.
  mutating func html(_ name: String, _ inline: InlineText) {
    element(name) { $0.html(inline) }
  }
}
