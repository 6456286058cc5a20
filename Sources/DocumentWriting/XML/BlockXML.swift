// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DocumentModel
import MarkupTree

extension InlineText {
  /// The text as nodes of the record: `n` is a number with the id that it comes from, `p` a
  /// person's own words.
  var xml: [MarkupNode] {
    runs.map { run in
      switch run {
      case .words(let text): .text(text)
      case .number(let text, let source): .element("n", ["from": source], [.text(text)])
      case .person(let text): .element("p", [:], [.text(text)])
      }
    }
  }
}

/// Turns blocks into nodes of the record.
struct BlockXML {
  /// The namespace that the blocks stand in.
  let namespace: String
  /// The shared parts that were turned into bytes before, by key.
  var kept: [String: RenderedMarkup] = [:]

  init(namespace: String) { self.namespace = namespace }

  /// The nodes of blocks; shared parts are turned into bytes once.
  mutating func nodes(_ blocks: [Block]) -> [MarkupNode] {
    var nodes: [MarkupNode] = []
    for block in blocks { nodes += self.nodes(block) }
    return nodes
  }

  private mutating func nodes(_ block: Block) -> [MarkupNode] {
    switch block {
    case .shared(let shared):
      if let rendered = kept[shared.key] { return [.rendered(rendered)] }
      let rendered = RenderedMarkup(xml: nodes(shared.blocks), inside: namespace)
      kept[shared.key] = rendered
      return [.rendered(rendered)]
    case .panels(let panels):
      return [
        .element(
          "panels", [:],
          panels.map { panel in
            .element(
              "panel", [:], [.element("title", [:], panel.title.xml)] + nodes(panel.blocks))
          })
      ]
    case .heading(let text): return [.element("heading", [:], text.xml)]
    case .smallHeading(let text): return [.element("smallHeading", [:], text.xml)]
    case .paragraph(let text, let role):
      return [.element("paragraph", ["role": role.rawValue], text.xml)]
    case .list(let form, let items):
      return [
        .element(
          "list", ["form": form.rawValue], items.map { .element("item", [:], $0.xml) })
      ]
    case .labelled(let rows):
      return [
        .element(
          "labelled", [:],
          rows.map { row in
            .element(
              "row", [:],
              [.element("label", [:], row.label.xml), .element("text", [:], row.text.xml)])
          })
      ]
    case .questionAndAnswer(let question, let answer):
      return [
        .element(
          "questionAndAnswer", [:],
          [.element("question", [:], question.xml), .element("answer", [:], answer.xml)])
      ]
    case .writingSpace(let text, let lines):
      return [.element("writingSpace", ["lines": "\(lines)"], text.xml)]
    case .table(let table): return [BlockXML.table(table)]
    case .icons(let icons):
      return [
        .element(
          "icons", ["filled": "\(icons.filled)", "of": "\(icons.of)"],
          [
            .element("title", [:], icons.title.xml), .element("text", [:], icons.text.xml),
            .element("note", [:], icons.note.xml),
          ])
      ]
    case .bars(let bars):
      return [
        .element(
          "bars", [:],
          bars.map {
            .element("bar", ["points": "\($0.points)", "of": "\($0.of)"], $0.text.xml)
          })
      ]
    }
  }

  private static func table(_ table: Table) -> MarkupNode {
    .element(
      "table", [:],
      [
        .element("caption", [:], table.caption.xml),
        .element("columns", [:], table.columns.map { .element("cell", [:], $0.xml) }),
      ]
        + table.rows.map { row in .element("cells", [:], row.map { .element("cell", [:], $0.xml) })
        })
  }
}
