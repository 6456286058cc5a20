// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup
import Testing

struct CanonicalFormTests {
  private static func canonical(_ bytes: [UInt8]) throws(XMLError) -> [UInt8] {
    try XMLReader().canonicalForm(of: bytes, file: "tree.xml", limit: XMLReader.documentLimit)
  }

  @Test(arguments: seeds)
  func equalsTheFormThatLibXML2Makes(seed: UInt64) throws {
    let bytes = CanonicalXML.bytes(of: RandomTree.element(seed: seed))
    #expect(try Self.canonical(bytes) == bytes)
  }

  @Test(arguments: seeds)
  func isKeptByReadingAndWriting(seed: UInt64) throws {
    let bytes = CanonicalXML.bytes(of: RandomTree.element(seed: seed))
    #expect(CanonicalXML.bytes(of: try readTree(bytes)) == bytes)
  }

  @Test(arguments: seeds)
  func isTheSameWithPartsRenderedBefore(seed: UInt64) {
    let tree = RandomTree.element(seed: seed)
    let rendered = RandomTree.partlyRendered(tree, inside: nil, seed: seed) { node, namespace in
      RenderedMarkup(xml: [node], inside: namespace)
    }
    #expect(CanonicalXML.bytes(of: rendered) == CanonicalXML.bytes(of: tree))
  }

  // Exclusive XML Canonicalization 1.0, and Canonical XML 1.0 section 2.3.
  static let forms: [(tree: MarkupElement, bytes: String)] = [
    (MarkupElement("a"), "<a></a>"),
    (MarkupElement("a", [.init("b", "1"), .init("a", "2")]), "<a a=\"2\" b=\"1\"></a>"),
    (
      MarkupElement("a", [.init("b", "\t\n\r\"<>&'")], [.text("\t\n\r\"<>&'")]),
      "<a b=\"&#x9;&#xA;&#xD;&quot;&lt;>&amp;'\">\t\n&#xD;\"&lt;&gt;&amp;'</a>"
    ),
    (
      MarkupElement("a", namespace: "urn:n", [], [.element(MarkupElement("b"))]),
      "<a xmlns=\"urn:n\"><b></b></a>"
    ),
    (
      MarkupElement(
        "a", namespace: "urn:n", [], [.element(MarkupElement("b", namespace: "urn:n"))]),
      "<a xmlns=\"urn:n\"><b></b></a>"
    ),
    (
      MarkupElement("a", namespace: "urn:n", [], [.element(MarkupElement("b", namespace: ""))]),
      "<a xmlns=\"urn:n\"><b xmlns=\"\"></b></a>"
    ),
    (MarkupElement("a", namespace: ""), "<a></a>"),
  ]

  @Test(arguments: forms)
  func followsTheStandard(tree: MarkupElement, bytes: String) throws {
    #expect(String(decoding: CanonicalXML.bytes(of: tree), as: UTF8.self) == bytes)
    #expect(try Self.canonical(Array(bytes.utf8)) == Array(bytes.utf8))
  }

  @Test func cannotBeMadeOfARelativeNamespace() {
    #expect(throws: XMLError.noCanonicalForm) {
      try Self.canonical(Array("<a xmlns=\"relative\"></a>".utf8))
    }
  }

  static let proofs: [(bytes: String, identifiers: [String])] = [
    ("<a xmlns=\"urn:n\" b=\"1\" c=\"2\"></a>", []),
    ("<a xmlns=\"urn:n\" c=\"2\" b=\"1\"></a>", ["selfCheck.canonicalForm"]),
    ("<a xmlns=\"urn:n\" b=\"1\" c=\"2\"/>", ["selfCheck.canonicalForm"]),
    ("<a xmlns=\"urn:n\" b='1' c=\"2\"></a>", ["selfCheck.canonicalForm"]),
    ("<a xmlns=\"urn:n\" b=\"1\" c=\"2\"></a>\n", ["selfCheck.canonicalForm"]),
    ("\u{FEFF}<a xmlns=\"urn:n\" b=\"1\" c=\"2\"></a>", ["selfCheck.canonicalForm"]),
    ("<a xmlns=\"urn:n\" b=\"1\"></a>", ["xml.attributeMissing"]),
    ("<a xmlns=\"urn:n\" b=\"1\"/>", ["xml.attributeMissing", "selfCheck.canonicalForm"]),
    ("<a xmlns=\"urn:n\" b=\"1\"", ["xml.notWellFormed"]),
    ("<!DOCTYPE a><a xmlns=\"urn:n\" b=\"1\" c=\"2\"></a>", ["xml.doctype"]),
    ("", ["xml.notWellFormed"]),
  ]

  @Test(arguments: proofs)
  func isProved(bytes: String, identifiers: [String]) throws {
    let schema = try XMLSchema(
      Array(
        """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:n">
        <xs:element name="a"><xs:complexType>
        <xs:attribute name="b" use="required"/><xs:attribute name="c" use="required"/>
        </xs:complexType></xs:element></xs:schema>
        """.utf8), file: "a.xsd")
    let found = XMLReader().prove(Array(bytes.utf8), file: "a.xml", schema: schema)
    #expect(found.map(\.identifier) == identifiers)
  }
}
