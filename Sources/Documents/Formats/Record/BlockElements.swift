// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Writes the blocks of a record.
public struct BlockWriter: Sendable {
  /// The namespace that the blocks stand in.
  let namespace: String
  /// The shared parts that were turned into bytes before, by key.
  var kept: [String: RenderedMarkup] = [:]

  /// A writer that has kept nothing yet.
  public init(namespace: String) { self.namespace = namespace }

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
    case .labelled(let rows): BlockWriter.labelled(rows, &writer)
    case .questionAndAnswer(let question, let answer):
      writer.element("questionAndAnswer") { writer in
        writer.xml("question", question)
        writer.xml("answer", answer)
      }
    case .writingSpace(let text, let lines):
      writer.element("writingSpace", ["lines": "\(lines)"]) { $0.xml(text) }
    case .table(let table): BlockWriter.table(table, &writer)
    case .outcome(let outcome): OutcomeElement.write(outcome, to: &writer)
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
    case .plot(let plot): PlotElement.write(plot, to: &writer)
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

/// Reads the blocks of a record.
struct BlockReader {
  let reader: ElementReader

  /// The blocks inside an element; its title is none of them.
  func blocks(_ element: MarkupElement) throws(RecordFault) -> [Block] {
    var blocks: [Block] = []
    for child in element.elements where child.name != "title" { blocks.append(try block(child)) }
    return blocks
  }

  private func block(_ element: MarkupElement) throws(RecordFault) -> Block {
    switch element.name {
    case "heading": return .heading(try reader.inline(element))
    case "smallHeading": return .smallHeading(try reader.inline(element))
    case "paragraph": return .paragraph(try reader.inline(element), try role(element))
    case "list":
      return .list(
        try reader.value("form", element), try reader.inlines("item", of: element))
    case "labelled": return .labelled(try rows(element))
    case "questionAndAnswer":
      return .questionAndAnswer(
        question: try reader.inline("question", of: element),
        answer: try reader.inline("answer", of: element))
    case "writingSpace":
      return .writingSpace(
        try reader.inline(element), lines: try reader.count("lines", element))
    case "table": return .table(try table(element))
    case "panels": return .panels(try panels(element))
    case "outcome": return .outcome(try OutcomeElement.read(element, reader))
    case "part":
      return .part(
        DocumentPart(id: try reader.attribute("id", element), blocks: try blocks(element)))
    case "bars": return .bars(try bars(element))
    case "plot": return .plot(try PlotElement.read(element, reader))
    default: throw reader.fault(element, "A section holds no element \(element.name).")
    }
  }

  private func role(_ element: MarkupElement) throws(RecordFault) -> ParagraphRole {
    element.attribute("role") == nil ? .plain : try reader.value("role", element)
  }

  private func rows(_ element: MarkupElement) throws(RecordFault) -> [LabelledText] {
    var rows: [LabelledText] = []
    for row in element.elements(named: "row") {
      rows.append(
        LabelledText(
          try reader.inline("label", of: row), try reader.inline("text", of: row),
          id: row.attribute("id")))
    }
    return rows
  }

  private func panels(_ element: MarkupElement) throws(RecordFault) -> [PanelBlock] {
    var panels: [PanelBlock] = []
    for panel in element.elements(named: "panel") {
      panels.append(
        PanelBlock(
          id: try reader.attribute("id", panel), title: try reader.inline("title", of: panel),
          blocks: try blocks(panel)))
    }
    return panels
  }

  private func bars(_ element: MarkupElement) throws(RecordFault) -> [Bar] {
    var bars: [Bar] = []
    for bar in element.elements(named: "bar") {
      bars.append(
        Bar(
          text: try reader.inline(bar), points: try reader.count("points", bar),
          of: try reader.count("of", bar)))
    }
    return bars
  }

  /// A table; what its columns are about stands in the cells of its head.
  private func table(_ element: MarkupElement) throws(RecordFault) -> Table {
    func ids(_ elements: [MarkupElement]) -> [String] {
      let ids = elements.map { $0.attribute("id") }
      return ids.contains { $0 != nil } ? ids.map { $0 ?? "" } : []
    }
    let head = element.first("columns")
    let lines = element.elements(named: "cells")
    var rows: [[InlineText]] = []
    for line in lines { rows.append(try reader.inlines("cell", of: line)) }
    return Table(
      id: element.attribute("id"), caption: try reader.inline("caption", of: element),
      columns: try head.map { head throws(RecordFault) in
        try reader.inlines("cell", of: head)
      } ?? [], rows: rows, columnIDs: ids(head?.elements(named: "cell") ?? []), rowIDs: ids(lines))
  }
}
