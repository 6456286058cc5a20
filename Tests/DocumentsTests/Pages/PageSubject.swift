// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup
import SampleSupport
import Testing

/// A subject that a page must hold, and what shows it.
struct PageSubject: Sendable, CustomTestStringConvertible {
  let name: String
  /// The id of the section that holds it.
  let section: String
  /// Texts of the catalogue.
  var texts: [String] = []
  /// Names, numbers and signs.
  var words: [String] = []
  var testDescription: String { name }

  /// Expects the subject to stand in its section, which every edition of the page shows.
  func expect(in page: MarkupElement) throws {
    let found = try #require(page.section(section))
    #expect(found.attribute("class") == nil)
    for id in texts { #expect(try found.text.says(id), "\(id)") }
    for words in words { #expect(found.text.contains(words), "\(words)") }
  }
}
