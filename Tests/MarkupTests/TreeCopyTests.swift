// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup
import Testing

struct TreeCopyTests {
  /// A tree in one line: names with namespaces where they change, attributes and text.
  private static func outline(_ element: MarkupElement) -> String {
    var result = element.namespace.map { "{\($0)}" } ?? ""
    result += element.name
    result += element.attributes.map { " \($0.name)=\($0.value)" }.joined()
    let children = element.children.map { child in
      switch child {
      case .element(let element): outline(element)
      case .text(let text): "'\(text)'"
      case .rendered: "rendered"
      }
    }
    return result + (children.isEmpty ? "" : "(" + children.joined(separator: ",") + ")")
  }

  static let cases: [(xml: String, outline: String)] = [
    ("<a/>", "a"),
    ("<a z='1' b='2' y='3'/>", "a z=1 b=2 y=3"),
    ("<a b='&lt;&amp;&gt;&quot;&apos;&#9;&#10;&#13;&#x1F600;'/>", "a b=<&>\"'\t\n\r\u{1F600}"),
    ("<a b='x\n\ty'/>", "a b=x  y"),
    ("<a>x&lt;&amp;&#13;y</a>", "a('x<&\ry')"),
    ("<a>x<![CDATA[<b>&amp;]]>y</a>", "a('x<b>&amp;y')"),
    ("<a><![CDATA[]]></a>", "a('')"),
    ("<a>x<!-- not here -->y<?nor this?>z</a>", "a('xyz')"),
    ("<?p x?><!-- c --><a/><!-- d -->", "a"),
    ("<a>\n  <b/>\n  <c/>\n</a>", "a(b,c)"),
    ("<a> x <b/> y </a>", "a(' x ',b,' y ')"),
    ("<a>  </a>", "a('  ')"),
    ("<a> <!-- c --> </a>", "a('  ')"),
    ("<a xmlns='urn:n'><b/></a>", "{urn:n}a(b)"),
    ("<p:a xmlns:p='urn:n'><p:b/></p:a>", "{urn:n}a(b)"),
    ("<a xmlns='urn:n'><b xmlns='urn:m'><c/></b><d/></a>", "{urn:n}a({urn:m}b(c),d)"),
    (
      "<a xmlns='urn:n' xmlns:p='urn:m'><p:b><c/></p:b></a>", "{urn:n}a({urn:m}b({urn:n}c))"
    ),
    ("<a><b xmlns='urn:n'><c/></b><d/></a>", "a({urn:n}b(c),d)"),
    ("<a xmlns='urn:n'><b xmlns=''><c/></b><d/></a>", "{urn:n}a({}b(c),d)"),
    ("<a xmlns='urn:n'><b xmlns=''><c xmlns='urn:n'/></b></a>", "{urn:n}a({}b({urn:n}c))"),
    ("<a xml:lang='en' b='1'/>", "a b=1"),
  ]

  @Test(arguments: cases)
  func holdsNamesAttributesTextAndNamespaces(xml: String, outline: String) throws {
    #expect(Self.outline(try readTree(xml)) == outline)
  }

  @Test func knowsTheLineWhereEachStartTagEnds() throws {
    let tree = try readTree("<?xml version='1.0'?>\n<a>\n<b/><c\n  d='1'\n  e='2'>\n\n<f/></c></a>")
    let second = try #require(tree.first("c"))
    #expect(tree.line == 2)
    #expect(tree.first("b")?.line == 3)
    #expect(second.line == 5)
    #expect(second.first("f")?.line == 7)
  }

  @Test func countsLinesBeyondSixteenBits() throws {
    let lines = String(repeating: "\n", count: 70_000)
    let tree = try readTree("<a>\(lines)<b>x</b>\n<b>y</b>\n</a>")
    #expect(tree.elements.map(\.line) == [70_001, 70_002])
  }

  @Test(arguments: [
    "<a xmlns='urn:n' b='1'>\n<c>x\ny</c>\n  <d/>\n</a>", "<a b='x\ny'><c>é\n\n</c></a>",
  ])
  func doesNotDependOnLineEndsOrAMark(text: String) throws {
    let tree = try readTree(text)
    let crlf = text.replacing("\n", with: "\r\n")
    #expect(try readTree("\u{FEFF}" + text) == tree)
    #expect(try readTree(crlf) == tree)
    #expect(try readTree("\u{FEFF}" + crlf) == tree)
    // A lone carriage return ends a line as well, but libxml2 does not count it.
    #expect(Self.outline(try readTree(text.replacing("\n", with: "\r"))) == Self.outline(tree))
  }

  @Test func includesNothing() throws {
    let tree = try readTree(
      "<a xmlns:i='http://www.w3.org/2001/XInclude'><i:include href='file:///etc/passwd' "
        + "parse='text'><i:fallback/></i:include></a>")
    #expect(
      Self.outline(tree)
        == "a({http://www.w3.org/2001/XInclude}include href=file:///etc/passwd parse=text(fallback))"
    )
  }

  @Test func ignoresAStyleSheet() throws {
    let styled = try readTree(
      "<?xml-stylesheet type='text/xsl' href='http://never-fetch.invalid/x.xsl'?><a>x</a>")
    #expect(styled == (try readTree("<a>x</a>")))
  }
}
