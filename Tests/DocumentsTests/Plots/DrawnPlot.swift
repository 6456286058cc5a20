// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Markup
import SampleSupport
import Testing

@testable import Documents

/// A plot as it stands in a finished page.
struct DrawnPlot {
  /// A bar, in units of the drawing.
  struct Bar: Equatable {
    var start: Int
    var width: Int
    var end: Int { start + width }
  }

  /// A row of a drawing.
  struct Row {
    /// Its texts, in order.
    let texts: [String]
    /// Its bars, in order.
    let bars: [Bar]
    /// Where its dot stands.
    let dot: Int?
    /// Where the lines of its limits stand.
    let limits: [Int]
    /// The ends of the line that its scale is drawn as.
    let line: (start: Int, end: Int)?
    /// Where the first panel's line at the origin stands.
    let origin: Int?

    /// The bar of a panel; nothing is drawn for the number 0.
    func bar(_ panel: Int) -> Bar? {
      let place = numbers[..<panel].count { $0 != 0 }
      return numbers[panel] == 0 || !bars.indices.contains(place) ? nil : bars[place]
    }

    /// The numbers in its texts, in order.
    var numbers: [Double] { texts.flatMap { DrawnPlot.numbers($0).compactMap(DrawnPlot.value) } }
  }

  let figure: MarkupElement
  let svg: MarkupElement
  let rows: [Row]

  init(_ figure: MarkupElement) throws {
    self.figure = figure
    svg = try #require(figure.first("svg"))
    rows = svg.elements(named: "g").map { group in
      let paths = group.elements(named: "path")
      func places(_ path: MarkupElement) -> [Int] {
        (path.attribute("d") ?? "").matches(of: /-?\d+/).compactMap { Int($0.0) }
      }
      func path(_ kind: String) -> [Int]? {
        paths.first { $0.attribute("class") == kind }.map(places)
      }
      return Row(
        texts: group.elements(named: "text").map(\.text),
        bars: group.elements(named: "rect").compactMap { rect in
          guard let x = rect.attribute("x").flatMap({ Int($0) }),
            let width = rect.attribute("width").flatMap({ Int($0) })
          else { return nil }
          return Bar(start: x, width: width)
        },
        dot: group.first("circle")?.attribute("cx").flatMap { Int($0) },
        limits: paths.filter { $0.attribute("class") == "limit" }.compactMap { places($0).first },
        line: path("line").map { ($0[0], $0[2]) }, origin: path("origin")?.first)
    }
  }

  /// The kind of plot.
  var kind: String { svg.attribute("class") ?? "" }

  /// What a reader sees: the caption and the texts of the drawing.
  var shown: [String] {
    figure.elements(named: "figcaption").map(\.text)
      + svg.descendants.filter { $0.name == "text" }.map(\.text)
  }

  /// What the drawing is called and described as.
  var stated: [String] { ["title", "desc"].compactMap { svg.first($0)?.text } }

  /// The sentences that can be folded out, one per row.
  var sentences: [String] {
    figure.first("details")?.first("ul")?.elements(named: "li").map(\.text) ?? []
  }

  /// The numbers in a text, as printed.
  static func numbers(_ text: String) -> [String] {
    text.matches(of: /[\u{2212}-]?\d+(?:[.,]\d+)*/).map { String($0.0) }
  }

  /// A printed number.
  static func value(_ number: String) -> Double? {
    Double(number.replacing("\u{2212}", with: "-"))
  }

  /// The plots of a page.
  static func all(in page: MarkupElement) throws -> [DrawnPlot] {
    try page.descendants.filter { $0.name == "figure" && $0.attribute("class") == "plot" }
      .map(DrawnPlot.init)
  }

  /// The plots of a clinician's copy of one section with these blocks.
  static func page(_ blocks: [Block], edition: DocumentChoices.Edition = .standard) throws
    -> MarkupElement
  {
    var document = try Samples.document("01-swing-us")
    document.identity.choices.edition = edition
    document.clinicianCopy = DocumentBody(
      title: InlineText(words: "Title"),
      sections: [DocumentSection(id: "one", title: InlineText(words: "One"), blocks: blocks)])
    let pack = try #require(Samples.pack)
    var writer = ClinicianHTML(style: pack.style)
    let bytes = Array(
      writer.bytes(of: document, beside: []).dropFirst(HTMLBytes.documentType.count))
    return try XMLReader().read(bytes, file: "page", limit: 1 << 24, schema: nil).root
  }
}
