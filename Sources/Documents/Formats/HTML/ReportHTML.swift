// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Writes an audit report as a page.
public struct ReportHTML: Sendable {
  private let style: PageStyle
  private let wording: Wording

  /// A writer.
  public init(style: PageStyle, wording: Wording) {
    self.style = style
    self.wording = wording
  }

  /// The bytes of the page.
  ///
  /// - Parameters:
  ///   - lead: the paragraphs above the tables.
  ///   - tables: the tables.
  public func bytes(lead: [InlineText], tables: [CountedTable]) -> [UInt8] {
    let title = wording(ReportPhrase.reportTitle)
    return PlainPage(style: style, wording: wording, generator: "decision-aid audit report")
      .bytes(title, foot: title, capacity: 1 << 15) { writer in
        writer.html("h1", title)
        for paragraph in lead { writer.html("p", paragraph) }
        for table in tables { self.table(table, &writer) }
      }
  }

  private func table(_ table: CountedTable, _ writer: inout MarkupWriter) {
    writer.text("\n")
    writer.element("table") { writer in
      writer.html("caption", table.caption)
      writer.element("thead") { writer in
        writer.element("tr") { writer in
          for head in [wording(ReportPhrase.reportWhat)] + table.columns {
            writer.element("th", ["scope": "col"]) { $0.html(head) }
          }
        }
      }
      writer.element("tbody") { writer in
        for line in table.lines {
          writer.text("\n")
          writer.element("tr") { writer in
            writer.element("th", ["scope": "row"]) { $0.html(line.what) }
            for count in line.counts { writer.html("td", count) }
          }
        }
      }
    }
  }
}
