// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup
import SampleSupport
import TestSupport
import Testing

@testable import EvidencePack

/// A language whose conventions the tests know: that of the embedded catalogue, and those of
/// `Tests/Fixtures/Languages`.
struct LanguageSample: Sendable, CustomTestStringConvertible {
  /// The language code.
  let code: String
  /// The name by which Babel knows it.
  let babelName: String

  var testDescription: String { code }

  /// English writes days and lists as in Britain.
  static let all: [LanguageSample] =
    [LanguageSample(code: "en", babelName: "en_GB")]
    + ["de", "es", "fr", "hi", "ar", "pl"].map { LanguageSample(code: $0, babelName: $0) }

  /// How it writes.
  func conventions() throws -> LanguageConventions {
    if code == "en" {
      return try #require(TestPack.embedded?.wording("en")).conventions
    }
    let file = "Tests/Fixtures/Languages/\(code).xml"
    let (root, _) = try XMLReader().read(
      try Project.bytes(file), file: file, limit: XMLReader.profileLimit, schema: nil)
    var reader = LanguageReader(decoder: ElementDecoder(file: file), language: code)
    let element = MarkupElement("textCatalogue", [], [.element(root)])
    let conventions = reader.conventions(element)
    try #require(reader.decoder.diagnostics.all.isEmpty)
    return conventions
  }

  /// The lines that Babel writes for it: kind, input, and what it makes of it.
  func babel() throws -> [(kind: String, input: String, made: String)] {
    try Tool.output(of: "babel_values.py", code, babelName)
      .split(separator: "\n").compactMap { line in
        let parts = line.split(separator: "\t", maxSplits: 2).map(String.init)
        return parts.count == 3 ? (parts[0], parts[1], parts[2]) : nil
      }
  }
}
