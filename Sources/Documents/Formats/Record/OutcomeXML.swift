// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Writes outcomes for the record.
enum OutcomeXML {
  /// Writes an outcome; parts without text are left out.
  static func write(_ outcome: OutcomeBlock, _ writer: inout MarkupWriter) {
    writer.element("outcome", ["id": outcome.id]) { writer in
      writer.xml("title", outcome.title)
      if !outcome.explanation.isEmpty { writer.xml("explanation", outcome.explanation) }
      writer.xml("period", outcome.period)
      writer.xml("group", outcome.group)
      for result in outcome.results { write(result, &writer) }
      if !outcome.note.isEmpty { writer.xml("note", outcome.note) }
    }
  }

  private static func write(_ result: OutcomeResult, _ writer: inout MarkupWriter) {
    writer.element("result", ["alternative": result.alternative]) { writer in
      writer.xml("name", result.name)
      if let picture = result.picture {
        writer.element("picture", ["filled": "\(picture.filled)", "of": "\(picture.of)"])
      }
      writer.xml("text", result.text)
      if !result.rest.isEmpty { writer.xml("rest", result.rest) }
      if !result.range.isEmpty { writer.xml("range", result.range) }
      if !result.certainty.isEmpty { writer.xml("certainty", result.certainty) }
    }
  }
}
