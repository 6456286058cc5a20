// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import TestSupport
import Testing

/// Rows 16, 17 and 20 of DecisionAid.docc/Testing.md, "Fault table": what people write, or want to
/// break, in names, words and ids.
@Suite(.needs("chromium"))
struct HostileTextTests {
  private static let displayName = "Zebulon Quagga-Planted"

  /// Text as an attribute's value.
  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }

  /// Writes a profile with a name and words, makes its documents, and gives the pages' paths.
  private func pages(id: String, name: String, words: String, _ scratch: Scratch) throws -> [String]
  {
    let text = try Project.profile(id: id)
      .replacing(Self.displayName, with: Self.escaped(name))
      .replacing("PLANTED-QUESTION-TEXT", with: Self.escaped(words))
      .replacing("Dr Planted Walrus", with: Self.escaped(name))
    let profile = try scratch.write("\(id).xml", text)
    let run = try Run.program(
      "generate", "--order-seed", "0", profile, "--output", scratch.path("out"))
    try #require(run.status == 0, "\(run.errors)")
    return [Project.page(of: id), "clinician"].map { scratch.path("out/\(id)/\($0).html") }
  }

  static let hostile = [
    "\"><script>alert(1)</script>", "]]>", "&#0;", "&amp;", "{{7*7}}", "javascript:alert(1)",
    "<img src=x onerror=alert(1)>", "--><svg onload=alert(1)>", "</title></style></p></body>",
    "' onmouseover='alert(1)", "<bdi>", "&lt;b&gt;", "<?php x ?>", "<!-- ", "\u{0301}\u{20E3}",
  ]

  @Test func hostileWordsGiveTheSameElementsAsBenignOnes() throws {
    let scratch = try Scratch()
    var files = try pages(id: "benign", name: "Anna", words: "Anna", scratch)
    for (index, text) in Self.hostile.enumerated() {
      files += try pages(id: "hostile-\(index)", name: text, words: text, scratch)
    }
    let found = try Browser.pages(files, widths: [800])
    for (index, page) in found.enumerated() {
      #expect(page.elements == found[index % 2].elements, "\(page.file)")
      #expect(!page.elements.contains { $0.hasPrefix("script") })
      #expect(page.elements.contains { $0.hasPrefix("meta http-equiv content") })
      let text = index < 2 ? "Anna" : Self.hostile[index / 2 - 1]
      #expect(page.isolated.contains(text), "\(page.file) shows the words as they are")
    }
  }

  @Test func hostileNamesDoNotWidenThePage() throws {
    let scratch = try Scratch()
    let long = String(repeating: "W", count: 10_000)
    let names = [
      "Anna", long, "محمد عبد الرحمن", "שרה לוי", "e" + String(repeating: "\u{0301}", count: 500),
      String(repeating: "👩‍👩‍👧‍👦", count: 300), String(repeating: "ش", count: 5000), "李小龙", "கவிதா",
    ]
    let files = try names.enumerated().flatMap { index, name in
      try pages(id: "name-\(index)", name: name, words: name, scratch)
    }
    for page in try Browser.pages(files, widths: [320, 800]) {
      #expect(page.content <= page.frame, "\(page.file) at \(page.frame): \(page.beyond)")
      #expect([320, 800].contains(page.frame))
    }
  }

  @Test func samplePagesFitNarrowAndWideScreens() throws {
    let scratch = try Scratch()
    let run = try Run.program(
      "generate", "--order-seed", "0", Project.profiles, "--output", scratch.path("out"))
    try #require(run.status == 0, "\(run.errors)")
    let files = Project.ids.flatMap { id in
      [Project.urgentIDs.contains(id) ? "urgent" : "handout", "clinician"]
        .map { scratch.path("out/\(id)/\($0).html") }
    }
    for page in try Browser.pages(files, widths: [320, 800]) {
      #expect(page.content <= page.frame, "\(page.file) at \(page.frame): \(page.beyond)")
    }
  }

  static let turning: [Unicode.Scalar] =
    (0x202A...0x202E).compactMap(Unicode.Scalar.init)
    + (0x2066...0x2069).compactMap(
      Unicode.Scalar.init) + ["\u{85}", "\u{7F}"]

  @Test(arguments: turning)
  func refusesCharactersThatTurnTheReadingDirection(scalar: Unicode.Scalar) throws {
    let scratch = try Scratch()
    for place in [Self.displayName, "PLANTED-QUESTION-TEXT", "Dr Planted Walrus"] {
      let text = try Project.plainProfile().replacing(place, with: "x\(scalar)y")
      let profile = try scratch.write("p.xml", text)
      let run = try Run.program(
        "generate", "--order-seed", "0", profile, "--output", scratch.path("out"))
      #expect(run.status == 1)
      #expect(run.errors.contains(" error: "))
      #expect(!run.errors.unicodeScalars.contains(scalar))
    }
    #expect(try Tree(scratch.path("out")).names.isEmpty)
  }

  static let wrongIds = [
    "../../x", "..", ".", "a/b", "/etc/x", "-x", "--output", ".hidden", "", " ", "a b", "a&#10;b",
    "x&#9;", "a\\b", "ａ", "é", "a:b", "~", "$HOME", "*", String(repeating: "x", count: 65),
    String(repeating: "x", count: 300),
  ]

  @Test(arguments: wrongIds)
  func refusesIdsThatAreNoPlainNames(id: String) throws {
    let scratch = try Scratch()
    let inner = try scratch.folder("inner")
    let profile = try scratch.write("inner/p.xml", try Project.profile(id: id))
    let run = try Run.program(
      "generate", "--order-seed", "0", profile, "--output", inner + "/out",
      environment: ["HOME": scratch.path])
    #expect(run.status == 1)
    #expect(run.errors.contains("p.xml:3: error: The attribute id"))
    #expect(run.errors.contains("An id has 1 to 64 of A-Z a-z 0-9 . _ -"))
    #expect(try Tree(scratch.path).names == ["inner", "inner/out", "inner/p.xml"])
  }

  @Test(arguments: ["CON", "nul", "a..b", "0", "A-._z", String(repeating: "x", count: 64)])
  func acceptsPlainNamesAndStaysInsideTheOutput(id: String) throws {
    let scratch = try Scratch()
    let profile = try scratch.write("p.xml", try Project.profile(id: id))
    let run = try Run.program(
      "generate", "--order-seed", "0", profile, "--output", scratch.path("out"))
    #expect(run.status == 0)
    #expect(try Tree(scratch.path("out")).names == Tree.names(of: [id]))
    #expect(try Tree(scratch.path).names.count == 6)
  }
}
