// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// The frame of a page that is no document of a patient: a list, a report, a record to read.
struct PlainPage {
  let style: PageStyle
  let wording: Wording
  /// The command that writes it; by this name a page is known again.
  let generator: String

  /// The bytes of a page.
  ///
  /// - Parameters:
  ///   - title: the title.
  ///   - start: what stands at the start of the foot of every printed page.
  ///   - capacity: about how many bytes it has.
  ///   - main: writes what the page holds.
  func bytes(
    _ title: InlineText, foot start: InlineText, capacity: Int,
    _ main: (inout MarkupWriter) -> Void
  ) -> [UInt8] {
    let catalogue = wording.catalogue
    let paper = PaperStyle.css(
      start: start, end: PageTexts.pageNumber(wording), size: nil, direction: catalogue.direction)
    let page = ["lang": catalogue.language, "dir": catalogue.direction.rawValue] as KeyValuePairs
    return HTMLBytes.bytes(capacity: capacity) { writer in
      writer.element("html", page) { writer in
        writer.element("head") { writer in
          for node in PageHead.nodes(
            title.plain, style, PageHead.node(of: style), paper: paper, generator: generator)
          {
            writer.node(node)
          }
        }
        writer.text("\n")
        writer.element("body") { $0.element("main", main) }
      }
    }
  }
}
