// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Writes blocks as lines of plain text, for a terminal.
public struct PlainText: Sendable {
  private let width: Int

  /// A writer for lines of a width, in characters.
  public init(width: Int) { self.width = max(20, width) }

  /// The lines of a document.
  public func lines(_ body: DocumentBody) -> [String] {
    var lines: [String] = []
    for section in body.sections {
      lines += [section.title.plain, String(repeating: "=", count: section.title.plain.count), ""]
      lines += self.lines(section.blocks)
    }
    return lines
  }

  private func lines(_ blocks: [Block]) -> [String] { blocks.flatMap { lines($0) } }

  private func lines(_ block: Block) -> [String] {
    switch block {
    case .shared(let shared): return lines(shared.blocks)
    case .heading(let text), .smallHeading(let text):
      return [text.plain, String(repeating: "-", count: text.plain.count)]
    case .paragraph(let text, _): return wrap(text.plain) + [""]
    case .list(_, let items):
      return items.flatMap { wrap($0.plain, first: "- ", rest: "  ") } + [""]
    case .labelled(let rows):
      return rows.flatMap { wrap("\($0.label.plain): \($0.text.plain)", rest: "  ") } + [""]
    case .questionAndAnswer(let question, let answer):
      return wrap(question.plain) + wrap(answer.plain, first: "  ", rest: "  ") + [""]
    case .writingSpace(let text, _): return wrap(text.plain) + [""]
    case .table(let table): return self.table(table) + [""]
    case .panels(let panels):
      return panels.flatMap { panel in [panel.title.plain] + lines(panel.blocks) }
    case .outcome(let outcome):
      return wrap(outcome.title.plain)
        + outcome.results.flatMap {
          wrap("\($0.name.plain): \($0.text.plain)", rest: "  ")
        } + [""]
    case .part(let part): return lines(part.blocks)
    case .bars(let bars):
      return bars.map { bar in
        let filled = bar.of > 0 ? bar.points * 30 / bar.of : 0
        return String(repeating: "#", count: filled) + String(repeating: ".", count: 30 - filled)
          + " " + bar.text.plain
      } + [""]
    case .plot(let plot):
      let text = PlotText(plot, width: width)
      return wrap(plot.title.plain) + wrap(plot.lead.plain) + text.lines + [""]
    }
  }

  /// Columns of equal share; long cells go on in the lines below.
  private func table(_ table: Table) -> [String] {
    let rows = [table.columns] + table.rows
    let count = table.columns.count
    let longest = (0..<count).map { column in rows.map { $0[column].plain.count }.max() ?? 0 }
    let share = max(8, (width - (count - 1) * 3) / max(1, count))
    let widths = longest.map { min($0, share) }
    var lines = wrap(table.caption.plain)
    for (index, row) in rows.enumerated() {
      let cells = row.enumerated().map { wrap($1.plain, width: widths[$0]) }
      for line in 0..<(cells.map(\.count).max() ?? 0) {
        var text = ""
        for (column, cell) in cells.enumerated() {
          let part = line < cell.count ? cell[line] : ""
          text += (column == 0 ? "" : " | ") + part
          text += String(repeating: " ", count: max(0, widths[column] - part.count))
        }
        while text.last == " " { text.removeLast() }
        lines.append(text)
      }
      if index == 0 {
        lines.append(widths.map { String(repeating: "-", count: $0) }.joined(separator: "-+-"))
      }
    }
    return lines
  }

  private func wrap(
    _ text: String, first: String = "", rest: String = "", width: Int? = nil
  ) -> [String] {
    let limit = width ?? self.width
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in text.split(separator: " ") {
      if !isEmpty && line.count + 1 + word.count > limit {
        lines.append(line)
        line = rest
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [line]
  }
}
