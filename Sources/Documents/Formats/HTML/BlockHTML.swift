// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Writes blocks as HTML.
struct BlockHTML {
  /// The shared parts that were turned into bytes before, by key.
  var kept: [String: (part: RenderedMarkup, hasHeading: Bool)] = [:]
  /// Whether a heading of the third level stands before, in this section: without one a small
  /// heading takes that level, so that no level is left out.
  var hasHeading = false
  /// The width of a plot, in tenths of a point on paper.
  var plotWidth = PlotLayout.page

  /// Writes blocks; shared parts are turned into bytes once.
  mutating func write(_ blocks: [Block], to writer: inout MarkupWriter) {
    for block in blocks { write(block, to: &writer) }
  }

  private mutating func write(_ block: Block, to writer: inout MarkupWriter) {
    switch block {
    case .shared(let shared): writer.rendered(rendered(shared))
    case .panels(let panels):
      hasHeading = true
      writer.element("div", ["class": "panels"]) { writer in
        for panel in panels {
          writer.element("div", ["class": "panel"]) { writer in
            writer.html("h3", panel.title)
            write(panel.blocks, to: &writer)
          }
        }
      }
    case .heading(let text):
      hasHeading = true
      writer.html("h3", text)
    case .smallHeading(let text): smallHeading(text, &writer)
    case .paragraph(let text, .plain): writer.html("p", text)
    case .paragraph(let text, let role):
      writer.element("p", ["class": role.rawValue]) { $0.html(text) }
    case .list(let form, let items): BlockHTML.list(form, items, &writer)
    case .labelled(let rows): BlockHTML.labelled(rows, &writer)
    case .questionAndAnswer(let question, let answer):
      writer.element("div", ["class": "answer"]) { writer in
        smallHeading(question, &writer)
        writer.text(" ")
        writer.html("p", answer)
      }
    case .writingSpace(let text, let lines):
      writer.element("p", ["class": "ask"]) { $0.html(text) }
      writer.element("div", ["class": "write", "aria-hidden": "true"]) { writer in
        for _ in 0..<lines { writer.element("div") { _ in } }
      }
    case .table(let table): BlockHTML.table(table, &writer)
    case .outcome(let outcome): OutcomeHTML.write(outcome, &writer)
    case .part(let part):
      writer.element("div", ["id": "part-\(part.id)"]) { write(part, to: &$0) }
    case .bars(let bars): PictureHTML.bars(bars, &writer)
    case .plot(let plot): PlotHTML(plot, width: plotWidth).write(to: &writer)
    }
  }

  private mutating func write(_ part: DocumentPart, to writer: inout MarkupWriter) {
    let outcomes = part.blocks.compactMap {
      if case .outcome(let outcome) = $0 { outcome } else { nil }
    }
    if outcomes.count == part.blocks.count, outcomes.contains(where: { $0.results.count > 1 }) {
      OutcomeHTML.table(outcomes, &writer)
    } else {
      write(part.blocks, to: &writer)
    }
  }

  private func smallHeading(_ text: InlineText, _ writer: inout MarkupWriter) {
    if hasHeading {
      writer.html("h4", text)
    } else {
      writer.element("h3", ["class": "small"]) { $0.html(text) }
    }
  }

  private mutating func rendered(_ shared: SharedBlocks) -> RenderedMarkup {
    let key = hasHeading ? shared.key : "\(shared.key) first"
    if let rendered = kept[key] {
      hasHeading = rendered.hasHeading
      return rendered.part
    }
    var writer = MarkupWriter(.html)
    write(shared.blocks, to: &writer)
    let rendered = RenderedMarkup(writer)
    kept[key] = (rendered, hasHeading)
    return rendered
  }

  private static func list(
    _ form: Block.ListForm, _ items: [InlineText], _ writer: inout MarkupWriter
  ) {
    func entries(_ writer: inout MarkupWriter) {
      for item in items { writer.html("li", item) }
    }
    switch form {
    case .bullets: writer.element("ul", entries)
    case .steps: writer.element("ol", entries)
    case .tickBoxes: writer.element("ul", ["class": "ticks"], entries)
    case .references: writer.element("ol", ["class": "references"], entries)
    }
  }

  private static func labelled(_ rows: [LabelledText], _ writer: inout MarkupWriter) {
    writer.element("dl") { writer in
      for row in rows {
        writer.element("div") { writer in
          writer.html("dt", row.label)
          writer.text(" ")
          writer.html("dd", row.text)
        }
        // Rows that a style sets one after the other must not run together.
        writer.text(" ")
      }
    }
  }

  private static func table(_ table: Table, _ writer: inout MarkupWriter) {
    let id: KeyValuePairs<String, String> = table.id.map { ["id": "table-\($0)"] } ?? [:]
    writer.element("table", id) { writer in
      writer.html("caption", table.caption)
      writer.element("thead") { writer in
        writer.element("tr") { writer in
          for column in table.columns {
            writer.element("th", ["scope": "col"]) { $0.html(column) }
          }
        }
      }
      writer.element("tbody") { writer in
        for row in table.rows {
          writer.element("tr") { writer in
            for (index, cell) in row.enumerated() {
              if index == 0 {
                writer.element("th", ["scope": "row"]) { $0.html(cell) }
              } else {
                writer.html("td", cell)
              }
            }
          }
        }
      }
    }
  }
}
