// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup
import Testing

struct InputRefusalTests {
  /// Bytes inside an element on the third line.
  private static func inside(_ bytes: [UInt8]) -> [UInt8] {
    Array("<a>\n<b>\nx".utf8) + bytes + Array("</b></a>".utf8)
  }

  // RFC 3629, section 3 and 4.
  static let encodings: [RefusedInput] = [
    RefusedInput("an overlong slash", inside([0xC0, 0xAF]), "xml.encoding", line: 3),
    RefusedInput("a lone FF", inside([0xFF]), "xml.encoding", line: 3),
    RefusedInput("a lone FE", inside([0xFE]), "xml.encoding", line: 3),
    RefusedInput("a high surrogate", inside([0xED, 0xA0, 0x80]), "xml.encoding", line: 3),
    RefusedInput("a low surrogate", inside([0xED, 0xBF, 0xBF]), "xml.encoding", line: 3),
    RefusedInput("an overlong E0", inside([0xE0, 0x9F, 0xBF]), "xml.encoding", line: 3),
    RefusedInput("an overlong F0", inside([0xF0, 0x8F, 0xBF, 0xBF]), "xml.encoding", line: 3),
    RefusedInput("above U+10FFFF", inside([0xF4, 0x90, 0x80, 0x80]), "xml.encoding", line: 3),
    RefusedInput("a lead F5", inside([0xF5, 0x80, 0x80, 0x80]), "xml.encoding", line: 3),
    RefusedInput("a lone continuation", inside([0x80]), "xml.encoding", line: 3),
    RefusedInput("a broken third byte", inside([0xE2, 0x82, 0x41]), "xml.encoding", line: 3),
    RefusedInput(
      "a broken fourth byte", inside([0xF0, 0x9F, 0x98, 0x41]), "xml.encoding", line: 3),
    RefusedInput("a cut end", Array("<a/>\n".utf8) + [0xE2, 0x82], "xml.encoding", line: 2),
    RefusedInput("NUL", inside([0]), "xml.encoding", line: 3),
    RefusedInput("UTF-16 LE with a mark", utf16("<a/>", mark: true), "xml.encoding", line: 1),
    RefusedInput("UTF-16 LE without", utf16("<a/>", mark: false), "xml.encoding", line: 1),
    RefusedInput(
      "UTF-16 BE", [0xFE, 0xFF, 0, 0x3C, 0, 0x61, 0, 0x2F, 0, 0x3E], "xml.encoding", line: 1),
    RefusedInput("UTF-32", [0x3C, 0, 0, 0, 0x61, 0, 0, 0], "xml.encoding", line: 1),
    RefusedInput(
      "declared Latin-1", "<?xml version='1.0' encoding='ISO-8859-1'?><a/>", "xml.encoding", line: 1
    ),
    RefusedInput(
      "declared UTF-16", "<?xml version=\"1.0\" encoding = \"UTF-16\"?><a/>", "xml.encoding",
      line: 1
    ),
    RefusedInput(
      "declared UTF-7", "<?xml version=\"1.0\" encoding=\"UTF-7\"?>+ADw-a/+AD4-", "xml.encoding",
      line: 1),
    RefusedInput("undeclared UTF-7", "+ADw-a/+AD4-", "xml.notWellFormed", line: 1),
    RefusedInput("XML 1.1", "<?xml version=\"1.1\"?><a/>", "xml.version", line: 1),
  ]

  private static func utf16(_ text: String, mark: Bool) -> [UInt8] {
    (mark ? [0xFF, 0xFE] : []) + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  static let doctypes: [RefusedInput] = [
    RefusedInput("a bare one", "<!DOCTYPE a>\n<a/>", "xml.doctype", line: 1),
    RefusedInput(
      "an internal entity", "<!-- c -->\n<!DOCTYPE a [<!ENTITY e \"v\">]>\n<a>&e;</a>",
      "xml.doctype", line: 2),
    RefusedInput(
      "an external entity", "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>",
      "xml.doctype", line: 1),
    RefusedInput(
      "a parameter entity",
      "<!DOCTYPE a [<!ENTITY % e SYSTEM \"http://never-fetch.invalid/x\"> %e;]><a/>",
      "xml.doctype", line: 1),
    RefusedInput(
      "an external subset", "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>", "xml.doctype", line: 1
    ),
    RefusedInput(
      "a public identifier", "<!DOCTYPE a PUBLIC \"-//X\" \"http://never-fetch.invalid/x\"><a/>",
      "xml.doctype", line: 1),
    RefusedInput(
      "growing entities",
      "<!DOCTYPE a [<!ENTITY b \"aaaaaaaa\"><!ENTITY c \"&b;&b;&b;&b;\">]><a>&c;</a>",
      "xml.doctype", line: 1),
    RefusedInput(
      "a document type of HTML", "<!DOCTYPE html>\n<html></html>", "xml.doctype", line: 1),
  ]

  static let malformed: [RefusedInput] = [
    RefusedInput("nothing", "", "xml.notWellFormed", line: 1),
    RefusedInput("words", "hello", "xml.notWellFormed", line: 1),
    RefusedInput("a tag that is not closed", "<a>\n<b>\n</a>", "xml.notWellFormed", line: 3),
    RefusedInput("two roots", "<a/>\n<b/>", "xml.notWellFormed", line: 2),
    RefusedInput("an unknown entity", "<a>\n&nbsp;</a>", "xml.notWellFormed", line: 2),
    RefusedInput("a reference to NUL", "<a>&#0;</a>", "xml.notWellFormed", line: 1),
    RefusedInput("a control character", "<a>\u{1}</a>", "xml.notWellFormed", line: 1),
    RefusedInput("an attribute twice", "<a>\n<b c='1' c='2'/></a>", "xml.notWellFormed", line: 2),
    RefusedInput("an undeclared prefix", "<a>\n<p:b/></a>", "xml.notWellFormed", line: 2),
    RefusedInput(
      "one attribute under two prefixes",
      "<a xmlns:p='urn:n' xmlns:q='urn:n' p:b='1' q:b='2'/>", "xml.notWellFormed", line: 1),
    RefusedInput("a depth of 300", nested(300), "xml.notWellFormed", line: 1),
    RefusedInput("a depth of a million", nested(1_000_000), "xml.notWellFormed", line: 1),
    RefusedInput(
      "a depth of a million that is not closed", String(repeating: "<a>", count: 1_000_000),
      "xml.notWellFormed", line: 1),
  ]

  private static func nested(_ depth: Int) -> String {
    String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
  }

  static let schemaPointers: [RefusedInput] = [
    "schemaLocation=\"urn:n http://never-fetch.invalid/x.xsd\"",
    "noNamespaceSchemaLocation=\"http://never-fetch.invalid/x.xsd\"", "type=\"b\"", "nil=\"true\"",
  ].map {
    RefusedInput(
      $0, "<a>\n<b xmlns:x=\"http://www.w3.org/2001/XMLSchema-instance\" x:\($0)/></a>",
      "xml.schemaLocation", line: 2)
  }

  @Test(arguments: encodings + doctypes + malformed + schemaPointers)
  func refusesWithAnIdentifierAndALine(input: RefusedInput) {
    let found = refusals(of: input.bytes)
    #expect(found.map(\.identifier) == [input.identifier])
    #expect(found.map(\.location) == [SourceLocation(file: "input.xml", line: input.line)])
    #expect(found.allSatisfy { $0.severity == .error })
  }

  @Test(arguments: [(0, true), (1, true), (1000, true), (1001, false), (1_048_577, false)])
  func refusesMoreBytesThanTheLimit(count: Int, isSmallEnough: Bool) {
    let bytes = Array("<a>".utf8) + Array(repeating: 0x78, count: count)
    let found = refusals(of: bytes, limit: 1003)
    #expect(found.map(\.identifier) == [isSmallEnough ? "xml.notWellFormed" : "xml.tooLarge"])
  }

  @Test func namesTheByteThatIsNotUTF8() {
    let found = refusals(of: Array("<a>é".utf8) + [0xFF])
    #expect(found.map(\.problem) == ["A file must be UTF-8; byte 5 is not."])
  }

  @Test(arguments: [
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a/>", "<?xml version='1.0' encoding='utf-8' ?><a/>",
    "<?xml version=\"1.0\"\n  encoding = \"UTF8\" standalone=\"yes\"?>\n<a/>", "<a/>",
    "\u{FEFF}<?xml version=\"1.0\"?><a/>", "\u{FEFF}<a/>", "<?xml-stylesheet href=\"x\"?><a/>",
    "<a b=\"&#x10FFFF;\">\u{10FFFF}\u{D7FF}\u{E000}\u{FFFD}</a>",
  ])
  func acceptsUTF8(text: String) throws {
    #expect(try readTree(text).name == "a")
  }

  @Test func acceptsADepthOfTwoHundred() throws {
    var element = try readTree(Self.nested(200))
    var depth = 1
    while let inner = element.elements.first {
      element = inner
      depth += 1
    }
    #expect(depth == 200)
  }
}
