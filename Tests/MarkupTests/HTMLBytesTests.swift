// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup
import Testing

struct HTMLBytesTests {
  private static func page(_ element: MarkupElement) -> String {
    String(decoding: HTMLBytes.bytes(of: element), as: UTF8.self)
  }

  @Test(arguments: seeds)
  func isWellFormedAfterTheDocumentType(seed: UInt64) {
    let bytes = HTMLBytes.bytes(of: RandomTree.element(seed: seed))
    let start = HTMLBytes.documentType.count
    #expect(bytes.starts(with: Array("<!DOCTYPE html>\n".utf8)))
    #expect(XMLReader().proveWellFormed(bytes, after: start, file: "page.html") == [])
  }

  @Test(arguments: seeds)
  func saysTheSameAsTheXML(seed: UInt64) throws {
    let tree = RandomTree.element(seed: seed)
    let bytes = Array(HTMLBytes.bytes(of: tree).dropFirst(HTMLBytes.documentType.count))
    let canonical = try XMLReader().canonicalForm(
      of: bytes, file: "page.html", limit: XMLReader.documentLimit)
    #expect(canonical == CanonicalXML.bytes(of: tree))
  }

  @Test(arguments: seeds)
  func isTheSameWithPartsRenderedBefore(seed: UInt64) {
    let tree = RandomTree.element(seed: seed)
    let rendered = RandomTree.partlyRendered(tree, inside: nil, seed: seed) { node, _ in
      RenderedMarkup(html: [node])
    }
    #expect(HTMLBytes.bytes(of: rendered) == HTMLBytes.bytes(of: tree))
  }

  @Test(arguments: ["<p></p", "<p>\n", "<p>&nbsp;</p>", "<br>", "<p a></p>", "<p a=1></p>"])
  func refusesAPageThatIsNotWellFormed(body: String) {
    let bytes = HTMLBytes.documentType + Array(body.utf8)
    let found = XMLReader().proveWellFormed(
      bytes, after: HTMLBytes.documentType.count, file: "page.html")
    #expect(found.map(\.identifier) == ["xml.notWellFormed"])
  }

  // The void elements of the HTML standard, section 13.1.2.
  @Test(arguments: [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ])
  func writesAVoidElementWithoutAnEndTag(name: String) {
    let page = Self.page(MarkupElement(name, [.init("a", "1")]))
    #expect(page == "<!DOCTYPE html>\n<\(name) a=\"1\"/>\n")
  }

  @Test(arguments: ["p", "td", "th", "div", "span", "li", "script", "style", "title", "i", "svg"])
  func writesAnyOtherEmptyElementWithAnEndTag(name: String) {
    #expect(Self.page(MarkupElement(name)) == "<!DOCTYPE html>\n<\(name)></\(name)>\n")
  }
}
