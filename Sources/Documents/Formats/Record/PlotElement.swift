// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// The element `plot` of a record: what was drawn as places on the scale, and the sentences that
/// state it; the drawing itself follows from them.
///
/// A record keeps neither labels and columns nor which panel a place stands in, so a plot that is
/// read back has all places of a row in one cell.
enum PlotElement {
  /// Writes a plot.
  static func write(_ plot: Plot, to writer: inout MarkupWriter) {
    let attributes: KeyValuePairs = [
      "high": "\(plot.scale.high)", "id": plot.id, "kind": plot.kind.rawValue,
      "low": "\(plot.scale.low)",
    ]
    writer.element("plot", attributes) { writer in
      writer.xml("title", plot.title)
      writer.xml("lead", plot.lead)
      for row in plot.rows {
        let bars = row.cells.flatMap { $0.bars.flatMap { [$0.from, $0.to] } }
        let marks = row.cells.flatMap { $0.marks.map(\.place) }
        writer.element("row", ["bars": places(bars), "marks": places(marks)]) {
          $0.xml(row.words)
        }
      }
    }
  }

  private static func places(_ places: [Int]) -> String {
    places.map(String.init).joined(separator: " ")
  }

  /// Reads a plot.
  static func read(
    _ element: MarkupElement, _ reader: ElementReader
  ) throws(RecordFault) -> Plot {
    var rows: [PlotRow] = []
    for row in element.elements(named: "row") { rows.append(try self.row(row, reader)) }
    return Plot(
      id: try reader.attribute("id", element), kind: try reader.value("kind", element),
      title: try reader.inline("title", of: element), lead: try reader.inline("lead", of: element),
      wordsTitle: .empty,
      scale: PlotScale(
        low: try reader.count("low", element), high: try reader.count("high", element)),
      rows: rows)
  }

  private static func row(
    _ element: MarkupElement, _ reader: ElementReader
  ) throws(RecordFault) -> PlotRow {
    let ends = try places("bars", element, reader)
    guard ends.count.isMultiple(of: 2) else {
      throw reader.fault(element, "Every bar of a plot has a beginning and an end.")
    }
    let bars = stride(from: 0, to: ends.count, by: 2).map { PlotBar(ends[$0], ends[$0 + 1]) }
    let marks = try places("marks", element, reader).map { PlotMark($0, .now) }
    return PlotRow(
      label: .empty, cells: [PlotCell(bars: bars, marks: marks)],
      words: try reader.inline(element))
  }

  private static func places(
    _ name: String, _ element: MarkupElement, _ reader: ElementReader
  ) throws(RecordFault) -> [Int] {
    let texts = reader.list(name, element)
    let places = texts.compactMap { Int($0) }
    guard places.count == texts.count else {
      throw reader.fault(element, "The attribute \(name) of a plot holds whole numbers.")
    }
    return places
  }
}
