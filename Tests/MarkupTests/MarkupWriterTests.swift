// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup
import Testing

/// Writing straight to bytes gives the bytes of the tree.
struct MarkupWriterTests {
  static let texts = [
    "plain", "", "a < b & c > d", "\"quoted\"", "tab\tand\r\nlines", "]]>", "naïve — 日本 🦴",
    "a long text without anything to escape in it, longer than small strings are",
  ]

  @Test(arguments: texts) func givesTheBytesOfTheTree(text: String) {
    let tree = MarkupElement(
      "a", [MarkupAttribute("class", text), MarkupAttribute("id", "x")],
      [.text(text), .element(MarkupElement("b", [], [.text(text)])), .text(text)])
    var html = MarkupWriter(.html)
    write(text, to: &html)
    #expect(html.bytes == RenderedMarkup(html: [.element(tree)]).bytes)
    var xml = MarkupWriter(.canonicalXML(inside: "urn:n"))
    write(text, to: &xml)
    #expect(xml.bytes == RenderedMarkup(xml: [.element(tree)], inside: "urn:n").bytes)
  }

  private func write(_ text: String, to writer: inout MarkupWriter) {
    writer.element("a", ["class": text, "id": "x"]) { writer in
      writer.text(text)
      writer.element("b") { $0.text(text) }
      writer.text(text)
    }
  }

  @Test(arguments: [MarkupWriter.Syntax.html, .canonicalXML(inside: nil)])
  func takesTreesAndRenderedPartsAsTheyAre(syntax: MarkupWriter.Syntax) {
    let part = MarkupNode.element(MarkupElement("p", [], [.text("1 < 2")]))
    var inner = MarkupWriter(syntax)
    inner.node(part)
    var outer = MarkupWriter(syntax)
    outer.node(part)
    outer.rendered(RenderedMarkup(inner))
    #expect(outer.bytes == inner.bytes + inner.bytes)
    #expect(String(decoding: inner.bytes, as: UTF8.self) == "<p>1 &lt; 2</p>")
  }
}
