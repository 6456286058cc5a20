// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Reads the plots of a record: the scale, and for each row its sentence, its bars and its marks.
///
/// A record keeps neither labels and columns nor which panel a place stands in, so all places of a
/// row stand in one cell.
struct PlotReader {
  let reader: ElementReader

  /// A plot.
  func plot(_ element: MarkupElement) throws(RecordFault) -> Plot {
    var rows: [PlotRow] = []
    for row in element.elements(named: "row") { rows.append(try self.row(row)) }
    return Plot(
      id: try reader.attribute("id", element), kind: try reader.value("kind", element),
      title: try reader.inline("title", of: element), lead: try reader.inline("lead", of: element),
      wordsTitle: .empty,
      scale: PlotScale(
        low: try reader.count("low", element), high: try reader.count("high", element)),
      rows: rows)
  }

  private func row(_ element: MarkupElement) throws(RecordFault) -> PlotRow {
    let ends = try places("bars", element)
    guard ends.count.isMultiple(of: 2) else {
      throw reader.fault(element, "Every bar of a plot has a beginning and an end.")
    }
    let bars = stride(from: 0, to: ends.count, by: 2).map { PlotBar(ends[$0], ends[$0 + 1]) }
    let marks = try places("marks", element).map { PlotMark($0, .now) }
    return PlotRow(
      label: .empty, cells: [PlotCell(bars: bars, marks: marks)],
      words: try reader.inline(element))
  }

  private func places(_ name: String, _ element: MarkupElement) throws(RecordFault) -> [Int] {
    let texts = reader.list(name, element)
    let places = texts.compactMap { Int($0) }
    guard places.count == texts.count else {
      throw reader.fault(element, "The attribute \(name) of a plot holds whole numbers.")
    }
    return places
  }
}
