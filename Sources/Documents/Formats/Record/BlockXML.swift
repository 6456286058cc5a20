// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

extension MarkupWriter {
  /// Writes inline text for the record: `n` is a number with the id that it comes from, `p` a
  /// person's own words.
  mutating func xml(_ inline: InlineText) {
    for run in inline.runs {
      switch run {
      case .words(let words): text(words)
      case .number(let number, let source): element("n", ["from": source]) { $0.text(number) }
      case .person(let words): element("p") { $0.text(words) }
      }
    }
  }

  /// Writes an element that holds inline text alone.
  mutating func xml(_ name: String, _ inline: InlineText) { element(name) { $0.xml(inline) } }
}

/// Writes blocks for the record.
struct BlockXML {
  /// The namespace that the blocks stand in.
  let namespace: String
  /// The shared parts that were turned into bytes before, by key.
  var kept: [String: RenderedMarkup] = [:]

  init(namespace: String) { self.namespace = namespace }

  /// Writes blocks; shared parts are turned into bytes once.
  mutating func write(_ blocks: [Block], to writer: inout MarkupWriter) {
    for block in blocks { write(block, to: &writer) }
  }

  private mutating func write(_ block: Block, to writer: inout MarkupWriter) {
    switch block {
    case .shared(let shared): writer.rendered(rendered(shared))
    case .panels(let panels):
      writer.element("panels") { writer in
        for panel in panels {
          writer.element("panel", ["id": panel.id]) { writer in
            writer.xml("title", panel.title)
            write(panel.blocks, to: &writer)
          }
        }
      }
    case .heading(let text): writer.xml("heading", text)
    case .smallHeading(let text): writer.xml("smallHeading", text)
    case .paragraph(let text, .plain): writer.xml("paragraph", text)
    case .paragraph(let text, let role):
      writer.element("paragraph", ["role": role.rawValue]) { $0.xml(text) }
    case .list(let form, let items):
      writer.element("list", ["form": form.rawValue]) { writer in
        for item in items { writer.xml("item", item) }
      }
    case .labelled(let rows): BlockXML.labelled(rows, &writer)
    case .questionAndAnswer(let question, let answer):
      writer.element("questionAndAnswer") { writer in
        writer.xml("question", question)
        writer.xml("answer", answer)
      }
    case .writingSpace(let text, let lines):
      writer.element("writingSpace", ["lines": "\(lines)"]) { $0.xml(text) }
    case .table(let table): BlockXML.table(table, &writer)
    case .outcome(let outcome): OutcomeXML.write(outcome, &writer)
    case .part(let part):
      writer.element("part", ["id": part.id]) { write(part.blocks, to: &$0) }
    case .bars(let bars):
      writer.element("bars") { writer in
        for bar in bars {
          writer.element("bar", ["of": "\(bar.of)", "points": "\(bar.points)"]) {
            $0.xml(bar.text)
          }
        }
      }
    case .plot(let plot): PlotXML.write(plot, &writer)
    }
  }

  private mutating func rendered(_ shared: SharedBlocks) -> RenderedMarkup {
    if let rendered = kept[shared.key] { return rendered }
    var writer = MarkupWriter(.canonicalXML(inside: namespace))
    write(shared.blocks, to: &writer)
    let rendered = RenderedMarkup(writer)
    kept[shared.key] = rendered
    return rendered
  }

  private static func labelled(_ rows: [LabelledText], _ writer: inout MarkupWriter) {
    writer.element("labelled") { writer in
      for row in rows {
        writer.element("row", identified(row.id)) { writer in
          writer.xml("label", row.label)
          writer.xml("text", row.text)
        }
      }
    }
  }

  private static func table(_ table: Table, _ writer: inout MarkupWriter) {
    func cells(
      _ name: String, _ cells: [InlineText], row: String?, _ writer: inout MarkupWriter
    ) {
      writer.element(name, identified(row)) { writer in
        for (index, cell) in cells.enumerated() {
          let column = table.columnIDs.indices.contains(index) ? table.columnIDs[index] : ""
          writer.element("cell", identified(column.isEmpty ? nil : column)) { $0.xml(cell) }
        }
      }
    }
    writer.element("table", identified(table.id)) { writer in
      writer.xml("caption", table.caption)
      cells("columns", table.columns, row: nil, &writer)
      for (index, row) in table.rows.enumerated() {
        let id = table.rowIDs.indices.contains(index) ? table.rowIDs[index] : nil
        cells("cells", row, row: id, &writer)
      }
    }
  }

  private static func identified(_ id: String?) -> KeyValuePairs<String, String> {
    id.map { ["id": $0] } ?? [:]
  }
}

extension MarkupNode {
  /// An element from its name, attributes in the order given, and children.
  static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:],
    _ children: [MarkupNode] = []
  ) -> MarkupNode {
    .element(
      MarkupElement(name, attributes.map { MarkupAttribute($0.key, $0.value) }, children))
  }
}
