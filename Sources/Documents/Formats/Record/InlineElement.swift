// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

extension MarkupWriter {
  /// Writes inline text of a record: `n` is a number with the id that it comes from, `p` a person's
  /// own words.
  mutating func xml(_ inline: InlineText) {
    for run in inline.runs {
      switch run {
      case .words(let words): text(words)
      case .number(let number, let source): element("n", ["from": source.text]) { $0.text(number) }
      case .person(let words): element("p") { $0.text(words) }
      }
    }
  }

  /// Writes an element that holds inline text alone.
  mutating func xml(_ name: String, _ inline: InlineText) { element(name) { $0.xml(inline) } }
}

extension MarkupNode {
  /// Inline text of a record as nodes.
  static func nodes(of inline: InlineText) -> [MarkupNode] {
    inline.runs.map { run in
      switch run {
      case .words(let words): .text(words)
      case .number(let number, let source): .element("n", ["from": source.text], [.text(number)])
      case .person(let words): .element("p", [:], [.text(words)])
      }
    }
  }
}

extension ElementReader {
  /// The text of an element: words, numbers with what they come from, and a person's own words.
  func inline(_ element: MarkupElement) throws(RecordFault) -> InlineText {
    var runs: [InlineText.Run] = []
    for child in element.children {
      switch child {
      case .text(let words): runs.append(.words(words))
      case .element(let inner) where inner.name == "n":
        guard let source = NumberSource(try attribute("from", inner)) else {
          throw fault(inner, "A number names where it comes from; this is no known place.")
        }
        runs.append(.number(inner.text, from: source))
      case .element(let inner) where inner.name == "p": runs.append(.person(inner.text))
      case .element(let inner):
        throw fault(inner, "A text holds no element \(inner.name).")
      case .rendered: break
      }
    }
    return InlineText(runs)
  }

  /// The text of a child; empty when there is none.
  func inline(_ name: String, of element: MarkupElement) throws(RecordFault) -> InlineText {
    guard let child = element.first(name) else { return .empty }
    return try inline(child)
  }

  /// The texts of the children with a name.
  func inlines(_ name: String, of element: MarkupElement) throws(RecordFault) -> [InlineText] {
    var texts: [InlineText] = []
    for child in element.elements(named: name) { texts.append(try inline(child)) }
    return texts
  }
}
