// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// The fills of a plot's bars as SVG patterns, each with an id of its own in the page.
struct PlotFills {
  private let plot: Plot

  init(_ plot: Plot) { self.plot = plot }

  /// The paint of a fill in a plot.
  static func paint(_ fill: PlotFill, _ plot: String) -> String {
    switch fill {
    case .solid: "#444"
    case .open: "#fff"
    case .hatched, .dotted, .lined, .crossed: "url(#\(plot)-\(fill.rawValue))"
    }
  }

  /// Writes the patterns that the plot's bars and heads need.
  func write(to writer: inout MarkupWriter) {
    let used = Set(
      plot.rows.flatMap { $0.cells.flatMap { $0.bars.map(\.fill) } }
        + plot.columns.compactMap(\.fill))
    let patterns = PlotFill.allCases.filter { used.contains($0) && PlotFills.lines($0) != nil }
    if patterns.isEmpty { return }
    writer.element("defs") { writer in
      for fill in patterns {
        let attributes: KeyValuePairs = [
          "id": "\(plot.id)-\(fill.rawValue)", "width": "60", "height": "60",
          "patternUnits": "userSpaceOnUse",
        ]
        writer.element("pattern", attributes) { writer in
          writer.element("path", ["d": "M0 0H60V60H0z", "fill": "#fff", "stroke": "none"])
          writer.element("path", ["d": PlotFills.lines(fill) ?? "", "fill": "none"])
        }
      }
    }
  }

  /// The lines of a pattern in a square of 60 units; nil for a plain fill.
  private static func lines(_ fill: PlotFill) -> String? {
    switch fill {
    case .solid, .open: nil
    case .hatched: "M-15 15L15 -15M0 60L60 0M45 75L75 45"
    case .dotted: "M24 30h12"
    case .lined: "M0 30H60"
    case .crossed: "M0 60L60 0M0 0L60 60"
    }
  }
}
