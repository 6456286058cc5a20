// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Reads the blocks of a record: the inverse of how they are written.
struct BlockReader {
  let reader: ElementReader

  /// A handout or a clinician's copy.
  func body(_ element: MarkupElement) throws(RecordFault) -> DocumentBody {
    var sections: [DocumentSection] = []
    for section in element.elements(named: "section") {
      sections.append(
        DocumentSection(
          id: try reader.attribute("id", section), title: try reader.inline("title", of: section),
          blocks: try blocks(section)))
    }
    return DocumentBody(title: try reader.inline("title", of: element), sections: sections)
  }

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
    case "outcome": return .outcome(try OutcomeReader(reader: reader).outcome(element))
    case "part":
      return .part(
        DocumentPart(id: try reader.attribute("id", element), blocks: try blocks(element)))
    case "bars": return .bars(try bars(element))
    case "plot": return .plot(try PlotReader(reader: reader).plot(element))
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
