// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DocumentModel
import MarkupTree

/// Writes outcomes as HTML: a heading, when and who, and a figure or a line for each alternative.
enum OutcomeHTML {
  /// Writes an outcome.
  static func write(
    _ outcome: OutcomeBlock, _ writer: inout MarkupWriter,
    heading: (InlineText, inout MarkupWriter) -> Void
  ) {
    let hasPictures = outcome.results.contains { $0.picture != nil }
    writer.element("div", ["class": "outcome", "id": "outcome-\(outcome.id)"]) { writer in
      heading(outcome.title, &writer)
      writer.element("p") { writer in
        spaced([outcome.explanation, outcome.period, outcome.group], &writer)
      }
      for result in outcome.results {
        if hasPictures { figure(result, &writer) } else { line(result, &writer) }
      }
      if !outcome.note.isEmpty { writer.element("p", ["class": "note"]) { $0.html(outcome.note) } }
    }
  }

  private static func figure(_ result: OutcomeResult, _ writer: inout MarkupWriter) {
    writer.element("figure") { writer in
      if let picture = result.picture {
        PictureHTML.icons(picture, &writer)
      } else {
        writer.element("div", ["class": "nopicture", "aria-hidden": "true"]) { $0.text("?") }
      }
      writer.element("figcaption") { writer in
        writer.element("p", ["class": "name"]) { $0.html(result.name) }
        writer.element("p") { spaced(result.sentences, &$0) }
      }
    }
  }

  private static func line(_ result: OutcomeResult, _ writer: inout MarkupWriter) {
    writer.element("p", ["class": "line"]) { writer in
      writer.html("strong", result.name)
      writer.text(" ")
      spaced(result.sentences, &writer)
    }
  }

  /// Texts one after the other, with a space between.
  private static func spaced(_ texts: [InlineText], _ writer: inout MarkupWriter) {
    for (index, text) in texts.filter({ !$0.isEmpty }).enumerated() {
      if index > 0 { writer.text(" ") }
      writer.html(text)
    }
  }
}
