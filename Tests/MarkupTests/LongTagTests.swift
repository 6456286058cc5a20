// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Testing

/// One tag with very many attributes takes libxml2 2.9.14 minutes (DecisionAid.docc/Limits.md,
/// "Files that are read"), so it must be refused before libxml2 sees it: these tests end only when
/// it is.
struct LongTagTests {
  /// What stands before the tag: an apostrophe or a bracket there is no part of it.
  static let openings = [
    "", "<!-- it's > here -->", "<?note it's > here?>", "<b>it's \" here</b>",
    "<b><![CDATA[<c d='>]]></b>", "<b c='>' d=\">\"/>", "<!-- <!-- - -> -->", "<b c=x\"y>", "<? ",
    "<b c=\"<!--\">",
    "<b c=x\"y><!-- \"><![CDATA[ -->",
  ]

  /// How one attribute is written; `#` is its number.
  static let attributes = [
    " a#=\"1\"", " a#='1'", "\na#=\"\"", " a#=\">\"", " a#='>'", " a#='\">'", " a#=\"'>\"",
    " a#=\"/>\"", " a#='-->'", " xmlns:a#=\"urn:a\"",
  ]

  private static func tag(_ count: Int, _ attribute: String, after opening: String) -> [UInt8] {
    var bytes = Array("<r>\n\(opening)<t".utf8)
    let parts = attribute.split(separator: "#").map { Array($0.utf8) }
    for number in 0..<count {
      bytes += parts[0]
      bytes += Array(String(number).utf8)
      bytes += parts[1]
    }
    return bytes + Array("/></r>".utf8)
  }

  @Test(arguments: [40_000, 200_000], attributes)
  func refusesATagWithVeryManyAttributes(count: Int, attribute: String) {
    let found = refusals(of: Self.tag(count, attribute, after: ""))
    #expect(found.map(\.identifier) == ["xml.longTag"])
    #expect(found.map(\.location.line) == [2])
  }

  @Test(arguments: openings, attributes)
  func isNotMisledByWhatStandsBeforeTheTag(opening: String, attribute: String) {
    let found = refusals(of: Self.tag(40_000, attribute, after: opening))
    #expect(found.map(\.identifier) == ["xml.longTag"])
  }

  @Test func refusesATagThatNeverEnds() {
    let found = refusals(of: Array("<a b='".utf8) + Array(repeating: 0x78, count: 70_000))
    #expect(found.map(\.identifier) == ["xml.longTag"])
  }

  @Test(arguments: [
    "<a b=\"\(String(repeating: "x", count: 60_000))\"/>",
    "<a>\(String(repeating: "x", count: 200_000))</a>",
    "<a>\(String(repeating: "<b c='>'>'\"</b>", count: 20_000))</a>",
    "<!-- it's -->\n<a><!-- \" --><b/><?p ' ?><![CDATA[ ' \" ]]></a>",
  ])
  func acceptsLongTextAndManyShortTags(text: String) throws {
    #expect(try readTree(text).name == "a")
  }
}
