// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Writes plots for the record: what was drawn as places on the scale, and the sentences that
/// state it; the drawing itself follows from them.
enum PlotXML {
  /// Writes a plot.
  static func write(_ plot: Plot, _ writer: inout MarkupWriter) {
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
}
