// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup
import Testing

struct EscapingTests {
  // Row 17 of DecisionAid.docc/Testing.md, "Fault table", and other ways out of text, attributes
  // and comments.
  static let hostile = [
    "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>", "]]>", "&#0;", "{{7*7}}",
    "javascript:alert(1)", "<!--", "-->", "<![CDATA[", "</title>", "</style>", "<?php ?>",
    "&amp;", "&lt;script&gt;", "&unknown;", "\" onmouseover=\"x", "' onmouseover='x", "`x`",
    "\r\n", "\t", "\u{2028}", "\u{FEFF}", "\u{202E}x", "\u{10FFFF}", "%3Cscript%3E", "\\u003c",
    "<!DOCTYPE a>", "<a/>", ">", "<", "&", "\"", "'",
  ]

  private static func tree(_ text: String) -> MarkupElement {
    MarkupElement(
      "p", [.init("title", text), .init("lang", "en")],
      [.text("b\(text)"), .element(MarkupElement("b", [], [.text("b\(text)")]))])
  }

  private static func tags(_ bytes: [UInt8]) -> Int { bytes.count { $0 == 0x3C } }

  @Test(arguments: hostile)
  func keepsHostileTextInXML(text: String) throws {
    let bytes = CanonicalXML.bytes(of: Self.tree(text))
    let read = try readTree(bytes)
    #expect(Self.tags(bytes) == Self.tags(CanonicalXML.bytes(of: Self.tree("benign"))))
    #expect(read.attribute("title") == text)
    #expect(read.text == "b\(text)b\(text)")
    #expect(read.elements.map(\.name) == ["b"])
  }

  @Test(arguments: hostile)
  func keepsHostileTextInHTML(text: String) throws {
    let bytes = HTMLBytes.bytes(of: Self.tree(text))
    let read = try readTree(Array(bytes.dropFirst(HTMLBytes.documentType.count)))
    let benign = HTMLBytes.bytes(of: Self.tree("benign"))
    #expect(Self.tags(bytes) == Self.tags(benign))
    // In HTML a ">" ends a tag even where XML forgives it.
    #expect(bytes.count { $0 == 0x3E } == benign.count { $0 == 0x3E })
    #expect(bytes.count { $0 == 0x22 } == benign.count { $0 == 0x22 } + Self.quotesInText(text))
    #expect(read.attribute("title") == text)
    #expect(read.text == "b\(text)b\(text)")
  }

  /// A quotation mark needs no escape between tags.
  private static func quotesInText(_ text: String) -> Int { 2 * text.utf8.count { $0 == 0x22 } }
}
