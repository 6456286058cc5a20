// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAid
import Markup
import RecordAudit
import SampleSupport
import Testing

/// The pages that are made from records and counts, without a process.
struct PageMakerTests {
  /// The tree of a page, behind its document type.
  private static func tree(_ page: [UInt8]) throws -> MarkupElement {
    let bytes = Array(page.dropFirst(HTMLBytes.documentType.count))
    return try XMLReader().read(bytes, file: "page", limit: 1 << 24, schema: nil).root
  }

  /// The texts of all elements with a name.
  private static func texts(_ name: String, in root: MarkupElement) -> [String] {
    root.descendants.filter { $0.name == name }.map { element in
      element.descendants.flatMap(\.children).compactMap {
        if case .text(let text) = $0 { text } else { nil }
      }.joined()
    }
  }

  private static func gallery(_ pack: PreparedPack) throws -> GalleryMaker {
    try GalleryMaker(pack: pack, language: "en", hashing: Samples.hashing)
  }

  /// The heads of the columns of a gallery without rows of its own.
  private static func columns(_ pack: PreparedPack) throws -> [String] {
    var maker = try gallery(pack)
    _ = maker.add(
      record: try Samples.record("01-swing-us"), folder: "one", files: ["record.xml"])
    return texts("th", in: try tree(try maker.bytes()))
  }

  @Test("A fact that an author puts before the bones does not become a column of the gallery")
  func addedFact() throws {
    let added =
      "<fact id=\"nights-awake\" kind=\"number\" low=\"0\" high=\"10\" name=\"fact.pain-score.name\""
      + " ask=\"fact.pain-score.ask\" told=\"fact.pain-score.told\"/>\n    <fact id=\"levels\" "
    let files = PreparedPack.embedded.files.map { file in
      guard file.name == "eligibility.xml" else { return file }
      let text = String(decoding: file.bytes, as: UTF8.self)
        .replacing("<fact id=\"levels\" ", with: added, maxReplacements: 1)
      return PackSource.File(name: file.name, bytes: Array(text.utf8))
    }
    let pack = try PreparedPack(PackSource(files), hashing: Samples.hashing)
    #expect(pack.pack.eligibility.facts.map(\.id).prefix(3) == ["cause", "nights-awake", "levels"])
    #expect(try Self.columns(pack) == Self.columns(try #require(Samples.pack)))
  }

  @Test("A record that cannot be read is a row that says so, and is counted")
  func brokenRecord() throws {
    var maker = try Self.gallery(try #require(Samples.pack))
    for (folder, record) in [("a", nil), ("b", Array("<x/>".utf8)), ("c", [])]
      as [(String, [UInt8]?)]
    {
      let problem = maker.add(record: record, folder: folder, files: [])
      #expect(problem?.identifier == "gallery.record")
      #expect(problem?.location.file == "\(folder)/record.xml")
    }
    #expect(maker.broken == 3)
    let rows = Self.texts("tr", in: try Self.tree(try maker.bytes()))
    #expect(rows.count == 4)
  }

  @Test("Links lead to the files that are there, and hold no sign that means something in a URL")
  func links() throws {
    var maker = try Self.gallery(try #require(Samples.pack))
    _ = maker.add(record: nil, folder: "a b&\"<é", files: ["handout.html", "other.html"])
    let links = try Self.tree(try maker.bytes()).descendants.compactMap { $0.attribute("href") }
    #expect(links == ["./a%20b%26%22%3C%C3%A9/handout.html"])
  }

  @Test("A page in a language that the pack does not have is refused with those that it has")
  func language() throws {
    let pack = try #require(Samples.pack)
    let error = #expect(throws: PipelineFailure.self) {
      try GalleryMaker(pack: pack, language: "xx", hashing: Samples.hashing)
    }
    #expect(error?.diagnostics.map(\.identifier) == ["gallery.language"])
    #expect(error?.diagnostics.first?.advice.contains("en") == true)
  }

  @Test("A report names its days and head, and fills up lines with fewer counts")
  func report() throws {
    let maker = try ReportMaker(pack: try #require(Samples.pack), hashing: Samples.hashing)
    let tables = [
      ReportTable(
        name: "order",
        lines: [
          .init(keys: ["care"], counts: [3]), .init(keys: ["no-such-option"], counts: [1, 2]),
        ])
    ]
    let page = try Self.tree(
      try maker.bytes(
        of: tables, from: CalendarDay("2026-11-01"), to: nil, head: ("0123abcd", "17", "feed")))
    let lead = Self.texts("p", in: page).joined(separator: " ")
    for text in ["2026-11-01", "0123abcd", "17", "feed"] { #expect(lead.contains(text)) }
    #expect(Self.texts("td", in: page) == ["3", "0", "1", "2"])
    #expect(Self.texts("th", in: page).last == "no-such-option")
  }
}
