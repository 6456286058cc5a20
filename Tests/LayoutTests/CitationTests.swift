// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import Testing

/// Comments cite pages of the catalogues by page and heading; each citation leads somewhere.
@Suite("Citations of the documentation")
struct CitationTests {
  @Test(
    "Every citation in a comment names a page and a heading that exist",
    arguments: ["Sources", "Tests"])
  func citationsLead(folder: String) throws {
    let pages = try DocumentationPages.all()
    var count = 0
    for file in try SourceFile.all(in: folder) where file.text.contains(".md") {
      let comments = SwiftComments(file.text).texts
      count += comments.reduce(0) { $0 + Citation.all(in: $1).count }
      #expect(comments.flatMap(pages.faults) == [], "\(folder)/\(file.path)")
    }
    #expect(count > 20)
  }

  @Test("The comments of the manifest name only files that exist")
  func manifest() throws {
    let pages = try DocumentationPages.all()
    let text = try String(
      contentsOf: SourceFile.root.appending(path: "Package.swift"), encoding: .utf8)
    #expect(SwiftComments(text).texts.flatMap(pages.faults) == [])
  }

  /// Comments with a mistake, and what is said of it.
  static let broken: [(text: String, fault: String)] = [
    ("/// Source: A.docc/Nowhere.md, \"One\".", "A.docc/Nowhere.md does not exist"),
    ("/// Source: A.docc/Page.md, \"Three\".", "A.docc/Page.md has no heading \"Three\""),
    ("/// Source: A.docc/Page.md,\n/// \"Three\".", "A.docc/Page.md has no heading \"Three\""),
    ("  // As A.docc/Page.md says.", "A.docc/Page.md is cited without a heading"),
    ("/// (`notes.md` 2.3)", "notes.md is not a file of the package"),
    ("let a = 1  // see notes.md", "notes.md is not a file of the package"),
    ("let a = \"b\"  // see old/Page.md", "old/Page.md is not a file of the package"),
  ]

  @Test("A broken citation is found", arguments: broken)
  func brokenIsFound(text: String, fault: String) {
    #expect(SwiftComments(text).texts.flatMap(DocumentationPages.planted.faults) == [fault])
  }

  /// Texts without a mistake.
  static let sound = [
    "/// Source: A.docc/Page.md, \"One\".",
    "/// One (A.docc/Page.md,\n/// \"A longer\n/// heading\"), and A.docc/Page.md, \"One\".",
    "// README.md says how.",
    "let a = \"notes.md\"",
    "let a = \"https://example.org/notes.md\"",
    "/// Nothing.\n\nlet markdown = a.md",
  ]

  @Test("What is no mistake is not found", arguments: sound)
  func soundIsNotFound(text: String) {
    #expect(SwiftComments(text).texts.flatMap(DocumentationPages.planted.faults) == [])
  }

  @Test("Every citation and every link of a page leads to a page, a heading or a file")
  func pagesLead() throws {
    let pages = try DocumentationPages.all()
    #expect(pages.texts.count > 20)
    for (path, text) in pages.texts.sorted(by: { $0.key < $1.key }) {
      let words = text.split(whereSeparator: \.isNewline).joined(separator: " ")
      #expect(pages.citationFaults(in: words) == [], "\(path)")
      let folder = path.split(separator: "/").dropLast().joined(separator: "/")
      for match in text.matches(of: #/<doc:([A-Za-z0-9-]+)>/#) {
        #expect(pages.texts["\(folder)/\(match.1).md"] != nil, "\(path): \(match.1)")
      }
      let base = SourceFile.root.appending(path: path).deletingLastPathComponent()
      for match in text.matches(of: #/\]\(([^)#\s]+)(?:#[^)]*)?\)/#)
      where !match.1.contains("://") {
        let target = base.appending(path: String(match.1)).standardizedFileURL
        let exists = FileManager.default.fileExists(atPath: target.path(percentEncoded: false))
        #expect(exists, "\(path): \(match.1)")
      }
    }
  }

  @Test("Every test that the page of hazards names is there")
  func hazardsAreHeld() throws {
    let pages = try DocumentationPages.all()
    let page = try #require(pages.texts["Sources/DecisionAid/DecisionAid.docc/IntendedUse.md"])
    let tests = try SourceFile.all(in: "Tests").map(\.text)
    let named = page.matches(of: #/`([A-Za-z]+Tests)\/([A-Za-z0-9]+)`/#)
    #expect(named.count > 50)
    // Each suite is looked for once.
    for (suite, names) in Dictionary(grouping: named, by: \.1) {
      let files = tests.filter { $0.contains("struct \(suite) ") }
      for name in names {
        #expect(files.contains { $0.contains("func \(name.2)(") }, "\(name.0)")
      }
    }
  }
}

/// The comments of a Swift file; lines that follow each other are one text.
struct SwiftComments {
  /// The texts, without slashes.
  private(set) var texts: [String] = []

  init(_ text: String) {
    var block: [Substring] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let trimmed = line.drop { $0 == " " }
      if trimmed.hasPrefix("//") {
        block.append(trimmed.drop { $0 == "/" }.drop { $0 == " " })
        continue
      }
      finish(&block)
      if let comment = Self.trailing(line) { texts.append(String(comment)) }
    }
    finish(&block)
  }

  private mutating func finish(_ block: inout [Substring]) {
    if !block.isEmpty { texts.append(block.joined(separator: " ")) }
    block = []
  }

  /// What follows two slashes behind code; those inside a string have an odd number of quotes before
  /// them.
  private static func trailing(_ line: Substring) -> Substring? {
    var quotes = 0
    var previous: Character = "/"
    for place in line.indices {
      let character = line[place]
      if character == "\"", previous != "\\" { quotes += 1 }
      if character == "/", previous == "/", place > line.startIndex, quotes.isMultiple(of: 2) {
        return line[line.index(after: place)...]
      }
      previous = character
    }
    return nil
  }
}

/// A page of a catalogue that a text names, and the heading.
struct Citation: Sendable, Equatable {
  /// The catalogue and the page.
  let page: String
  /// The heading; nil when only the page is named.
  let heading: String?

  /// The citations of a text, in order.
  static func all(in text: String) -> [Citation] {
    text.matches(of: #/([A-Za-z]+\.docc\/[A-Za-z0-9-]+\.md)`?(?:, "([^"]+)")?/#).map {
      Citation(page: String($0.1), heading: $0.2.map(String.init))
    }
  }
}

/// The pages of documentation that the package has.
struct DocumentationPages: Sendable {
  /// The texts, by their paths in the package.
  let texts: [String: String]
  /// The headings of each page of a catalogue, by catalogue and page.
  let headings: [String: Set<String>]

  init(_ texts: [String: String]) {
    self.texts = texts
    var headings: [String: Set<String>] = [:]
    for (path, text) in texts {
      let parts = path.split(separator: "/").suffix(2)
      guard let catalogue = parts.first, catalogue.hasSuffix(".docc") else { continue }
      headings[parts.joined(separator: "/")] = Self.headings(of: text)
    }
    self.headings = headings
  }

  /// The pages that stand in the catalogues, at the top, and in the folder of the hosting service.
  static func all() throws -> DocumentationPages {
    let root = SourceFile.root
    let files = FileManager.default
    var paths = try files.contentsOfDirectory(atPath: root.path(percentEncoded: false))
    for folder in ["Sources", ".github"] {
      let found = files.enumerator(
        atPath: root.appending(path: folder).path(percentEncoded: false))
      paths += (found?.compactMap { $0 as? String } ?? []).map { "\(folder)/\($0)" }
    }
    var texts: [String: String] = [:]
    for path in paths where path.hasSuffix(".md") {
      texts[path] = try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }
    return DocumentationPages(texts)
  }

  /// Pages for tests of the finder.
  static let planted = DocumentationPages([
    "README.md": "# Read me",
    "Sources/A/A.docc/Page.md": "# Page\n\n## One\n\n```\n## Three\n```\n\n### A longer heading\n",
  ])

  /// The headings of a page; lines of code are none.
  private static func headings(of text: String) -> Set<String> {
    var headings: Set<String> = []
    var isCode = false
    for line in text.split(whereSeparator: \.isNewline) {
      if line.hasPrefix("```") { isCode.toggle() }
      guard !isCode, line.hasPrefix("#") else { continue }
      headings.insert(line.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces))
    }
    return headings
  }

  /// What is wrong with what a comment names.
  func faults(_ comment: String) -> [String] {
    let mentions = comment.matches(of: #/[A-Za-z0-9_.\/-]+\.md\b/#).map { String($0.0) }
    let strangers = mentions.filter { name in
      !name.contains(".docc/")
        && !texts.keys.contains { $0 == name || $0.hasSuffix("/\(name)") }
    }
    let bare = Citation.all(in: comment).filter { $0.heading == nil && headings[$0.page] != nil }
    return citationFaults(in: comment)
      + bare.map { "\($0.page) is cited without a heading" }
      + strangers.map { "\($0) is not a file of the package" }
  }

  /// The citations of a text that lead nowhere.
  func citationFaults(in text: String) -> [String] {
    Citation.all(in: text).compactMap { citation in
      guard let found = headings[citation.page] else { return "\(citation.page) does not exist" }
      guard let heading = citation.heading, !found.contains(heading) else { return nil }
      return "\(citation.page) has no heading \"\(heading)\""
    }
  }
}
