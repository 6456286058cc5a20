// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Draws a plot with the characters that every terminal has.
///
/// From left to right: labels, bars, columns of numbers, notes. Long labels and notes go on in the
/// lines below; panels that do not fit beside each other stand one below the other.
struct PlotText {
  private static let widest = 80
  private static let gap = 2
  /// The shortest strip that is worth drawing beside others.
  private static let shortest = 8

  private let plot: Plot
  private let width: Int
  private let labels: Int
  private let columns: [Int]
  /// The room for notes to the right; 0 when they stand below their row.
  private let notes: Int
  /// The room for the number at the end of a bar.
  private let ends: Int
  /// The length of the scale in characters.
  private let strip: Int

  /// A drawing of a plot for lines of a width, in characters; it never takes more than 80.
  init(_ plot: Plot, width: Int) {
    let width = min(width, PlotText.widest)
    self.plot = plot
    self.width = width
    func longest(_ texts: [InlineText]) -> Int { texts.map(\.plain.count).max() ?? 0 }
    labels = min(longest(plot.rows.map(\.label)), width * 3 / 10)
    columns = plot.columns.enumerated().map { index, column in
      let numbers = longest(plot.rows.map { $0.values[index] })
      let head = PlotText.head(column)
      let word = PlotText.words(head).map(\.count).max() ?? 0
      // Most heads then take two lines; on a narrow terminal they take more.
      return max(numbers, word, width < 60 ? 0 : head.count * 3 / 4)
    }
    let numbers = longest(plot.rows.flatMap { $0.cells.map(\.label) })
    let ends = numbers == 0 ? 0 : numbers + 1
    let columns = columns
    let room = width - labels - columns.reduce(0) { $0 + $1 + PlotText.gap }
    func strip(_ notes: Int) -> Int {
      let beside = notes == 0 ? 0 : notes + PlotText.gap
      return (room - beside) / max(1, plot.panels.count) - PlotText.gap - ends
    }
    let wanted = min(longest(plot.rows.flatMap(\.notes)), width * 3 / 10)
    let notes = strip(wanted) < PlotText.shortest ? 0 : wanted
    self.ends = ends
    self.notes = notes
    self.strip = max(4, strip(notes))
  }

  /// The lines, none longer than the width.
  var lines: [String] {
    if plot.panels.count > 1 && strip < PlotText.shortest {
      return plot.panels.indices.flatMap { only($0).lines }
    }
    return heads + plot.rows.flatMap(row)
  }

  /// A drawing of one panel.
  private func only(_ panel: Int) -> PlotText {
    var plot = plot
    plot.panels = [plot.panels[panel]]
    for index in plot.rows.indices { plot.rows[index].cells = [plot.rows[index].cells[panel]] }
    return PlotText(plot, width: width)
  }

  private var heads: [String] {
    let panels = plot.panels.map { PlotText.wrap($0.plain, strip + ends) }
    let heads = plot.columns.indices.map {
      PlotText.wrap(PlotText.head(plot.columns[$0]), columns[$0])
    }
    return assemble([], panels, heads, []).filter { !$0.isEmpty }
  }

  private func row(_ row: PlotRow) -> [String] {
    var lines: [String] = []
    if row.beginsGroup { lines.append(String(repeating: "-", count: width)) }
    let cells = row.cells.map { [drawn($0)] }
    let (room, indent) = notes == 0 ? (width - 2, "  ") : (notes, "")
    let texts = row.notes.flatMap { PlotText.wrap($0.plain, room) }.map { indent + $0 }
    return lines
      + assemble(
        PlotText.wrap(row.label.plain, labels), cells, row.values.map { [$0.plain] },
        notes == 0 ? [] : texts) + (notes == 0 ? texts : [])
  }

  /// The lines of a row from the lines of its parts.
  private func assemble(
    _ label: [String], _ cells: [[String]], _ values: [[String]], _ notes: [String]
  ) -> [String] {
    let count = max(
      label.count, cells.map(\.count).max() ?? 0, values.map(\.count).max() ?? 0, notes.count)
    let space = String(repeating: " ", count: PlotText.gap)
    return (0..<count).map { line in
      func part(_ lines: [String]) -> String { line < lines.count ? lines[line] : "" }
      var text = PlotText.padded(part(label), labels)
      for cell in cells { text += space + PlotText.padded(part(cell), strip + ends) }
      for (index, value) in values.enumerated() {
        let number = part(value)
        text += space + String(repeating: " ", count: max(0, columns[index] - number.count))
        text += number
      }
      text += notes.isEmpty ? "" : space + part(notes)
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  /// Bars, marks and the number at their end.
  private func drawn(_ cell: PlotCell) -> String {
    var characters = [Character](repeating: ".", count: strip)
    func column(_ place: Int) -> Int {
      let span = plot.scale.high - plot.scale.low
      return (2 * (place - plot.scale.low) * strip + span) / (2 * span)
    }
    for bar in cell.bars {
      for index in max(0, column(bar.from))..<max(0, min(strip, column(bar.to))) {
        characters[index] = PlotText.character(bar.fill)
      }
    }
    if plot.scale.origin > plot.scale.low {
      characters[min(strip - 1, column(plot.scale.origin))] = "|"
    }
    for mark in cell.marks {
      characters[min(strip - 1, max(0, column(mark.place)))] = mark.form == .now ? "O" : "|"
    }
    return String(characters) + (cell.label.isEmpty ? "" : " " + cell.label.plain)
  }

  private static func character(_ fill: PlotFill) -> Character {
    switch fill {
    case .solid: "#"
    case .hatched: "/"
    case .open: "-"
    case .dotted: ":"
    case .lined: "="
    case .crossed: "+"
    }
  }

  /// The head of a column with the character of its bars.
  private static func head(_ column: PlotColumn) -> String {
    (column.fill.map { "\(character($0)) " } ?? "") + column.head.plain
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func words(_ text: String) -> [Substring] { text.split(separator: " ") }

  /// The lines of a text; a longer word is broken.
  private static func wrap(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words(text) {
      var word = word
      if !line.isEmpty && line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      while line.isEmpty && word.count > max(1, width) {
        lines.append(String(word.prefix(max(1, width))))
        word = word.dropFirst(max(1, width))
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
