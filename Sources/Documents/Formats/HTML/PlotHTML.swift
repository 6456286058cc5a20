// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Writes plots as inline SVG with a name and a description that states the same numbers.
///
/// Form, not colour, carries the meaning. Scales run from left to right in every script. The
/// sentences stand once more below the drawing, folded up, since not every reader speaks the
/// description of a drawing.
struct PlotHTML {
  private let plot: Plot
  private let layout: PlotLayout

  /// A writer of one plot for a width of paper, in tenths of a point.
  init(_ plot: Plot, width: Int) {
    self.plot = plot
    layout = PlotLayout(plot, width: width)
  }

  /// Writes the plot as a figure.
  func write(to writer: inout MarkupWriter) {
    writer.element("figure", ["class": "plot"]) { writer in
      writer.element("figcaption") { writer in
        writer.element("p", ["class": "name"]) { $0.html(plot.title) }
        if !plot.lead.isEmpty { writer.html("p", plot.lead) }
      }
      drawing(&writer)
      writer.element("details") { writer in
        writer.html("summary", plot.wordsTitle)
        writer.element("ul") { writer in
          for row in plot.rows { writer.html("li", row.words) }
        }
      }
    }
  }

  private func drawing(_ writer: inout MarkupWriter) {
    let height = layout.headHeight + layout.rows.reduce(0) { $0 + $1.height }
    let (title, description) = ("\(plot.id)-title", "\(plot.id)-words")
    let attributes: KeyValuePairs = [
      "viewBox": "0 0 \(layout.width) \(height)", "class": plot.kind.rawValue, "role": "img",
      "aria-labelledby": "\(title) \(description)", "direction": "ltr",
      "font-size": "\(PlotLayout.fontSize)",
    ]
    writer.element("svg", attributes) { writer in
      writer.element("title", ["id": title]) { $0.text(plot.title.plain) }
      writer.element("desc", ["id": description]) {
        $0.text(plot.sentences.map(\.plain).joined(separator: " "))
      }
      PlotFills(plot).write(to: &writer)
      heads(&writer)
      var top = layout.headHeight
      for (row, place) in zip(plot.rows, layout.rows) {
        writer.element("g") { self.row(row, place, top, &$0) }
        top += place.height
      }
    }
  }

  private func heads(_ writer: inout MarkupWriter) {
    let bottom = layout.headHeight - 30
    for panel in plot.panels.indices {
      let lines = layout.head(panel: panel)
      let x = layout.panelStart(panel) + PlotLayout.inset
      text(lines, x, bottom - lines.count * PlotLayout.lineHeight, &writer, isStrong: true)
    }
    for (index, column) in plot.columns.enumerated() {
      let lines = layout.head(column: index)
      let top = bottom - lines.count * PlotLayout.lineHeight
      text(lines, layout.columnEnd(index), top, &writer, anchor: "end")
      if let fill = column.fill {
        let x = layout.columnEnd(index) - layout.columns[index]
        bar(fill, x, bottom - 85, 85, 75, &writer)
      }
    }
    for tick in plot.scale.ticks {
      for panel in plot.panels.indices {
        text(
          [tick.label.plain], layout.x(tick.place, panel), bottom - PlotLayout.lineHeight, &writer,
          anchor: tick.place == plot.scale.high ? "end" : "middle")
      }
    }
  }

  private func row(
    _ row: PlotRow, _ place: PlotRowLayout, _ top: Int, _ writer: inout MarkupWriter
  ) {
    let middle = top + place.middle
    if row.beginsGroup {
      writer.element("path", ["class": "rule", "d": "M0 \(top)H\(layout.width)"])
    }
    func block(_ lines: [String], _ x: Int, around middle: Int, _ anchor: String? = nil) {
      text(
        lines, x, middle - lines.count * PlotLayout.lineHeight / 2, &writer, anchor: anchor,
        isStrong: row.isStrong)
    }
    let notes = place.notes
    // The line at the origin makes room for notes below the bars.
    let isCut = layout.notesAreBelow && !notes.isEmpty
    let bottom = isCut ? middle + PlotLayout.lineHeight / 2 : top + place.height
    block(place.label, 0, around: top + place.height / 2)
    for (panel, cell) in row.cells.enumerated() {
      let x = layout.x(plot.scale.origin, panel)
      writer.element("path", ["class": "origin", "d": "M\(x) \(top)V\(bottom)"])
      self.cell(cell, panel, middle, &writer)
      let end = cell.bars.map { layout.x($0.to, panel) }.max() ?? layout.x(0, panel)
      block(cell.label.isEmpty ? [] : [cell.label.plain], end + 30, around: middle)
    }
    for (index, value) in row.values.enumerated() {
      block([value.plain], layout.columnEnd(index), around: middle, "end")
    }
    let below = (notes.count + 1) * PlotLayout.lineHeight / 2
    block(notes, layout.notesStart, around: layout.notesAreBelow ? middle + below : middle)
  }

  private func cell(
    _ cell: PlotCell, _ panel: Int, _ middle: Int, _ writer: inout MarkupWriter
  ) {
    if !cell.marks.isEmpty {
      let (start, end) = (layout.x(plot.scale.low, panel), layout.x(plot.scale.high, panel))
      writer.element("path", ["class": "line", "d": "M\(start) \(middle)H\(end)"])
    }
    for bar in cell.bars where bar.to > bar.from {
      let (start, end) = (layout.x(bar.from, panel), layout.x(bar.to, panel))
      self.bar(bar.fill, start, middle - 42, end - start, 84, &writer)
    }
    for mark in cell.marks {
      let x = layout.x(mark.place, panel)
      switch mark.form {
      case .now: writer.element("circle", ["cx": "\(x)", "cy": "\(middle)", "r": "34"])
      case .limit: writer.element("path", ["class": "limit", "d": "M\(x) \(middle - 58)v116"])
      }
    }
  }

  private func bar(
    _ fill: PlotFill, _ x: Int, _ y: Int, _ width: Int, _ height: Int,
    _ writer: inout MarkupWriter
  ) {
    writer.element(
      "rect",
      [
        "x": "\(x)", "y": "\(y)", "width": "\(width)", "height": "\(height)",
        "fill": PlotFills.paint(fill, plot.id),
      ])
  }

  /// Lines of text whose first begins at a height.
  private func text(
    _ lines: [String], _ x: Int, _ top: Int, _ writer: inout MarkupWriter,
    anchor: String? = nil, isStrong: Bool = false
  ) {
    for (index, line) in lines.enumerated() {
      let (x, y) = ("\(x)", "\(top + index * PlotLayout.lineHeight + 90)")
      let attributes: KeyValuePairs =
        switch (anchor, isStrong) {
        case (let anchor?, true): ["x": x, "y": y, "text-anchor": anchor, "font-weight": "bold"]
        case (let anchor?, false): ["x": x, "y": y, "text-anchor": anchor]
        case (nil, true): ["x": x, "y": y, "font-weight": "bold"]
        case (nil, false): ["x": x, "y": y]
        }
      writer.element("text", attributes) { $0.text(line) }
    }
  }
}
