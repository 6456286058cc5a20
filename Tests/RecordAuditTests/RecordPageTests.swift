// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup
import SampleSupport
import Testing

@testable import DecisionAid
@testable import RecordAudit

/// The page that shows a record holds every value and every text of it.
@Suite struct RecordPageTests {
  private static func page(of record: RecordFile) throws -> MarkupElement {
    let view = try RecordPage(
      pack: try #require(Samples.pack), language: "en", hashing: Samples.hashing)
    let bytes = Array(try view.bytes(of: record).dropFirst(HTMLBytes.documentType.count))
    return try XMLReader().read(bytes, file: "page", limit: 1 << 24, schema: nil).root
  }

  /// The words of a text: letters, digits, points and hyphens.
  private static func words(_ text: String) -> Set<String> {
    Set(
      text.split { !($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }.map(String.init))
  }

  /// All texts, a space between those of two elements.
  private static func texts(_ element: MarkupElement) -> String {
    element.descendants.flatMap(\.children).compactMap {
      if case .text(let text) = $0 { text } else { nil }
    }.joined(separator: " ")
  }

  @Test(
    "Every value and every text is shown",
    arguments: ["01-swing-us", "13-stop-nerve-signs-us", "30-arabic-name-eu", "48-pairwise-us"])
  func everything(_ name: String) throws {
    let record = try RecordFile(try Samples.record(name), file: "record.xml")
    let shown = Self.words(Self.texts(try Self.page(of: record)))
    var held = Self.words(Self.texts(record.root))
    // The ids of blocks and of what numbers come from are no content of a text.
    let parts = record.root.elements.filter { !["handout", "clinicianCopy"].contains($0.name) }
    for element in parts.flatMap(\.descendants) where element.name != "n" {
      for attribute in element.attributes { held.formUnion(Self.words(attribute.value)) }
    }
    for attribute in record.root.attributes { held.formUnion(Self.words(attribute.value)) }
    #expect(held.count > 1000)
    let lost = held.subtracting(shown)
    #expect(lost.isEmpty, "\(lost.sorted().prefix(10))")
  }

  @Test("Proof and signature are shown, and that there is none")
  func proofs() throws {
    let bytes = try Samples.record("01-swing-us")
    let none = Self.texts(try Self.page(of: try RecordFile(bytes, file: "r")))
    #expect(none.contains(try Said.text("phrase.view-not-proved")))
    let text = String(decoding: bytes, as: UTF8.self).replacing(
      "</decisionRecord>", with: "<proof><head root=\"abc123\"></head></proof></decisionRecord>")
    let proved = Self.texts(try Self.page(of: try RecordFile(Array(text.utf8), file: "r")))
    #expect(
      try proved.contains("abc123")
        && !proved.contains(Said.text("phrase.view-not-proved")))
  }

  @Test("Signs of markup in a record stay text, and unknown parts are shown")
  func hostile() throws {
    let text = String(decoding: try Samples.record("01-swing-us"), as: UTF8.self)
      .replacing(
        "<checks>",
        with: "<other a=\"&lt;script>x&lt;/script>\"><deep><deeper>&lt;b></deeper></deep></other>"
          + "<checks>", maxReplacements: 1)
    let page = try Self.page(of: try RecordFile(Array(text.utf8), file: "r"))
    #expect(page.descendants.allSatisfy { !["script", "b"].contains($0.name) })
    let texts = Self.texts(page)
    #expect(texts.contains("<script>x</script>") && texts.contains("<b>"))
    #expect(texts.contains(try Said.text("phrase.view-other")))
  }

  @Test("A language that the pack does not have is refused")
  func language() throws {
    let pack = try #require(Samples.pack)
    #expect(throws: PipelineFailure.self) {
      try RecordPage(pack: pack, language: "xx", hashing: Samples.hashing)
    }
  }
}
