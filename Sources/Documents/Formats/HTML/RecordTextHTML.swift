// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Writes the texts of a record's documents as running text: what was said, without how it looked.
struct RecordTextHTML {
  let values: ValueHTML
  let record: MarkupElement

  /// Writes the sections of a document, in its language.
  func write(_ body: MarkupElement, to writer: inout MarkupWriter) {
    let page: KeyValuePairs = [
      "dir": record.attribute("direction") == "rtl" ? "rtl" : "ltr",
      "lang": record.attribute("language") ?? "",
    ]
    writer.element("div", page) { writer in
      for child in body.elements {
        writer.text("\n")
        if child.name == "section" {
          section(child, &writer)
        } else {
          block(child, &writer)
        }
      }
    }
  }

  private func section(_ element: MarkupElement, _ writer: inout MarkupWriter) {
    writer.element("h3") { writer in
      if let title = element.first("title") { values.inline(title, &writer) }
      let marks = element.attributes.map(\.value).joined(separator: ", ")
      writer.element("small") { $0.text(" \(marks)") }
    }
    for child in element.elements where child.name != "title" { block(child, &writer) }
  }

  private func block(_ element: MarkupElement, _ writer: inout MarkupWriter) {
    switch element.name {
    case "heading", "smallHeading", "title", "question":
      writer.element("p") { writer in
        writer.element("strong") { values.inline(element, &$0) }
      }
    case "list", "bars": list(element.elements, &writer)
    case "labelled": labelled(element.elements, &writer)
    case "table": table(element, &writer)
    case "plot":
      for child in element.elements where child.name != "row" { block(child, &writer) }
      list(element.elements(named: "row"), &writer)
    case "outcome":
      for child in element.elements where child.name != "result" { block(child, &writer) }
      labelled(element.elements(named: "result"), &writer)
    default:
      if ValueHTML.hasText(element) {
        writer.element("p") { values.inline(element, &$0) }
      } else {
        for child in element.elements { block(child, &writer) }
      }
    }
  }

  private func list(_ items: [MarkupElement], _ writer: inout MarkupWriter) {
    if items.isEmpty { return }
    writer.element("ul") { writer in
      for item in items { writer.element("li") { values.inline(item, &$0) } }
    }
  }

  /// Rows of a first text and those that belong to it.
  private func labelled(_ rows: [MarkupElement], _ writer: inout MarkupWriter) {
    if rows.isEmpty { return }
    writer.element("dl") { writer in
      for row in rows {
        writer.element("div") { writer in
          writer.element("dt") { writer in
            if let first = row.elements.first { values.inline(first, &writer) }
          }
          writer.element("dd") { writer in
            for text in row.elements.dropFirst() where !text.children.isEmpty {
              values.inline(text, &writer)
              writer.text(" ")
            }
          }
        }
      }
    }
  }

  private func table(_ element: MarkupElement, _ writer: inout MarkupWriter) {
    func row(_ cells: MarkupElement, head: Bool, _ writer: inout MarkupWriter) {
      writer.element("tr") { writer in
        for cell in cells.elements {
          if head {
            writer.element("th", ["scope": "col"]) { values.inline(cell, &$0) }
          } else {
            writer.element("td") { values.inline(cell, &$0) }
          }
        }
      }
    }
    writer.element("table") { writer in
      if let caption = element.first("caption") {
        writer.element("caption") { values.inline(caption, &$0) }
      }
      if let columns = element.first("columns") {
        writer.element("thead") { row(columns, head: true, &$0) }
      }
      writer.element("tbody") { writer in
        for cells in element.elements(named: "cells") { row(cells, head: false, &writer) }
      }
    }
  }
}
