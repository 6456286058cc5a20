// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Where the parts of a plot stand, in whole units; 10 units are 1 point on paper.
///
/// From left to right: labels, panels of bars, columns of numbers, notes. Each part is as wide as
/// its longest text needs, up to a share of the whole; text that is longer goes on in a new line.
/// Notes that would leave too little room for the bars stand below them.
struct PlotLayout {
  /// The width of a page of normal print, in units.
  static let page = 5000
  /// The width for large print: the same drawing, larger on paper.
  static let largePrintPage = 2900
  /// The size of letters.
  static let fontSize = 96
  /// From one line of text to the next.
  static let lineHeight = 114
  /// Above and below the line of a row, together.
  static let rowSpace = 18
  /// The same for a row of several lines.
  static let tallRowSpace = 50
  /// Between two parts.
  static let gap = 70
  /// At both ends of a scale: room for marks.
  static let inset = 40

  let plot: Plot
  let width: Int
  let text = TextWidth(fontSize: PlotLayout.fontSize)
  /// The width of the labels.
  let labels: Int
  /// The width of each column of numbers.
  let columns: [Int]
  /// The width of the notes to the right; 0 when there are none.
  private let notes: Int
  /// Whether the notes stand below the bars.
  let notesAreBelow: Bool
  /// The room for the number at the end of a bar.
  private let ends: Int
  /// Where each column of numbers ends.
  private let columnEnds: [Int]
  /// The width of a panel with the numbers at the ends of its bars.
  private let panel: Int
  /// The rows, in their order.
  private(set) var rows: [PlotRowLayout] = []

  init(_ plot: Plot, width: Int) {
    self.plot = plot
    self.width = width
    let text = text
    labels = min(
      plot.rows.map { text.of($0.label.plain, isStrong: $0.isStrong) }.max() ?? 0,
      width * 34 / 100)
    columns = plot.columns.indices.map { index in
      let numbers = plot.rows.map { text.of($0.values[index].plain, isStrong: $0.isStrong) }
      let swatch = plot.columns[index].fill == nil ? 0 : PlotLayout.lineHeight
      let title = plot.columns[index].head.plain
      // Beside a swatch the head stands in one line, else in two.
      let head =
        swatch > 0 ? text.of(title) : max(text.longestWord(title), text.of(title) * 6 / 10)
      return min(max(numbers.max() ?? 0, head + swatch), width / 6)
    }
    let numbers = plot.rows.flatMap { row in
      row.cells.map { text.of($0.label.plain, isStrong: row.isStrong) }
    }
    ends = (numbers.max() ?? 0) == 0 ? 0 : (numbers.max() ?? 0) + 30
    let longest = plot.rows.flatMap(\.notes).map { text.of($0.plain) }.max() ?? 0
    let beside = min(longest, width * 34 / 100)
    let taken = columns.reduce(labels + beside + PlotLayout.gap) { $0 + $1 + PlotLayout.gap }
    notesAreBelow = beside > 0 && (width - taken) / max(1, plot.panels.count) < width * 22 / 100
    notes = notesAreBelow ? 0 : beside
    let body = notes == 0 ? width : width - notes - PlotLayout.gap
    let widths = columns
    columnEnds = widths.indices.map { index in
      body - widths[(index + 1)...].reduce(0) { $0 + $1 + PlotLayout.gap }
    }
    let right = widths.isEmpty ? body : columnEnds[0] - widths[0] - PlotLayout.gap
    let count = max(1, plot.panels.count)
    panel = max(1, (right - labels - PlotLayout.gap * count) / count)
    rows = plot.rows.map { PlotRowLayout($0, in: self) }
  }

  /// Where the notes begin.
  var notesStart: Int {
    notesAreBelow ? panelStart(0) + PlotLayout.inset : width - notes
  }

  /// Where a column of numbers ends.
  func columnEnd(_ index: Int) -> Int { columnEnds[index] }

  /// Where a panel begins.
  func panelStart(_ panel: Int) -> Int {
    labels + PlotLayout.gap + panel * (self.panel + PlotLayout.gap)
  }

  /// The width that text at the head of a panel may have.
  var panelWidth: Int { panel }

  /// The length of the whole scale.
  var scaleLength: Int { max(1, panel - ends - 2 * PlotLayout.inset) }

  /// Where a place of the scale stands in a panel, to the nearest unit.
  func x(_ place: Int, _ panel: Int) -> Int {
    let scale = plot.scale
    let inside = min(max(place, scale.low), scale.high) - scale.low
    let span = scale.high - scale.low
    return panelStart(panel) + PlotLayout.inset + (2 * inside * scaleLength + span) / (2 * span)
  }

  /// The lines of the head of a panel.
  func head(panel: Int) -> [String] {
    text.lines(plot.panels[panel].plain, limit: panelWidth, isStrong: true)
  }

  /// The lines of the head of a column.
  func head(column: Int) -> [String] {
    let swatch = plot.columns[column].fill == nil ? 0 : PlotLayout.lineHeight
    return text.lines(plot.columns[column].head.plain, limit: max(1, columns[column] - swatch))
  }

  /// The height of the heads and named places above the rows.
  var headHeight: Int {
    let heads = plot.panels.indices.map { head(panel: $0).count }
    let columnHeads = plot.columns.indices.map { head(column: $0).count }
    let lines = max(heads.max() ?? 0, columnHeads.max() ?? 0, plot.scale.ticks.isEmpty ? 0 : 1)
    return lines * PlotLayout.lineHeight + (lines == 0 ? 0 : 30)
  }
}
