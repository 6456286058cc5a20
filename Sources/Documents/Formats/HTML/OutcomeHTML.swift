// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Writes outcomes as HTML: several as one table with a column for each alternative, so that the
/// eye compares along a row; one alone as a figure.
enum OutcomeHTML {
  /// Writes an outcome by itself: its heading, when and who, and a figure or line for each result.
  static func write(_ outcome: OutcomeBlock, _ writer: inout MarkupWriter) {
    writer.element("div", ["class": "outcome", "id": "outcome-\(outcome.id)"]) { writer in
      for result in outcome.results {
        writer.element("figure") { writer in
          if let picture = result.picture { PictureHTML.icons(picture, &writer) }
          writer.element("figcaption") { writer in
            writer.html("strong", outcome.title)
            writer.text(", ")
            spaced(
              [outcome.period, outcome.explanation] + result.sentences
                + [outcome.group, outcome.note], &writer)
          }
        }
      }
    }
  }

  /// Writes several outcomes as one table.
  static func table(_ outcomes: [OutcomeBlock], _ writer: inout MarkupWriter) {
    guard let first = outcomes.first else { return }
    writer.element("table", ["class": "outcomes"]) { writer in
      writer.element("thead") { writer in
        writer.element("tr") { writer in
          for result in first.results {
            writer.element("th", ["scope": "col"]) { $0.html(result.name) }
          }
        }
      }
      for outcome in outcomes { group(outcome, &writer) }
    }
  }

  private static func group(_ outcome: OutcomeBlock, _ writer: inout MarkupWriter) {
    writer.element("tbody", ["id": "outcome-\(outcome.id)"]) { writer in
      writer.element("tr") { writer in
        writer.element("th", ["scope": "rowgroup", "colspan": "\(outcome.results.count)"]) {
          writer in
          writer.html("strong", outcome.title)
          writer.text(", ")
          spaced([outcome.period, outcome.explanation, outcome.group, outcome.note], &writer)
        }
      }
      writer.element("tr") { writer in
        for result in outcome.results {
          writer.element("td") { writer in
            writer.element("div", ["class": "cell"]) { writer in
              if let picture = result.picture { PictureHTML.icons(picture, &writer) }
              writer.element("p") { spaced(result.sentences, &$0) }
            }
          }
        }
      }
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
