// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DocumentModel
import MarkupTree

/// Turns blocks into HTML nodes.
struct BlockHTML {
  /// The shared parts that were turned into bytes before, by key.
  var kept: [String: RenderedMarkup] = [:]

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
      let rendered = RenderedMarkup(html: nodes(shared.blocks))
      kept[shared.key] = rendered
      return [.rendered(rendered)]
    case .panels(let panels):
      return [
        .element(
          "div", ["class": "panels"],
          panels.map { panel in
            .element(
              "div", ["class": "panel"],
              [.element("h3", [:], panel.title.html)] + nodes(panel.blocks))
          })
      ]
    case .heading(let text): return [.element("h3", [:], text.html)]
    case .smallHeading(let text): return [.element("h4", [:], text.html)]
    case .paragraph(let text, let role):
      return role == .plain
        ? [.element("p", [:], text.html)]
        : [.element("p", ["class": role.rawValue], text.html)]
    case .list(let form, let items): return [BlockHTML.list(form, items)]
    case .labelled(let rows): return [BlockHTML.labelled(rows)]
    case .questionAndAnswer(let question, let answer):
      return [.element("h4", [:], question.html), .element("p", [:], answer.html)]
    case .writingSpace(let text, let lines):
      return [
        .element("p", ["class": "ask"], text.html),
        .element(
          "div", ["class": "write", "aria-hidden": "true"],
          Array(repeating: .element("div"), count: lines)),
      ]
    case .table(let table): return [BlockHTML.table(table)]
    case .icons(let icons): return PictureHTML.icons(icons)
    case .bars(let bars): return PictureHTML.bars(bars)
    }
  }

  private static func list(_ form: Block.ListForm, _ items: [InlineText]) -> MarkupNode {
    let entries = items.map { MarkupNode.element("li", [:], $0.html) }
    switch form {
    case .bullets: return .element("ul", [:], entries)
    case .steps: return .element("ol", [:], entries)
    case .tickBoxes: return .element("ul", ["class": "ticks"], entries)
    case .references: return .element("ol", ["class": "references"], entries)
    }
  }

  private static func labelled(_ rows: [LabelledText]) -> MarkupNode {
    .element(
      "dl", [:],
      rows.map { row in
        .element(
          "div", [:],
          [.element("dt", [:], row.label.html), .element("dd", [:], row.text.html)])
      })
  }

  private static func table(_ table: Table) -> MarkupNode {
    let head = table.columns.map { MarkupNode.element("th", ["scope": "col"], $0.html) }
    let rows = table.rows.map { row -> MarkupNode in
      .element(
        "tr", [:],
        row.enumerated().map { index, cell in
          index == 0
            ? .element("th", ["scope": "row"], cell.html) : .element("td", [:], cell.html)
        })
    }
    return .element(
      "table", [:],
      [
        .element("caption", [:], table.caption.html),
        .element("thead", [:], [.element("tr", [:], head)]), .element("tbody", [:], rows),
      ])
  }
}
