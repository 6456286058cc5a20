// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// The element `outcome` of a record.
enum OutcomeElement {
  /// Writes an outcome; parts without text are left out.
  static func write(_ outcome: OutcomeBlock, to writer: inout MarkupWriter) {
    writer.element("outcome", ["id": outcome.id]) { writer in
      writer.xml("title", outcome.title)
      if !outcome.explanation.isEmpty { writer.xml("explanation", outcome.explanation) }
      writer.xml("period", outcome.period)
      writer.xml("group", outcome.group)
      for result in outcome.results { write(result, to: &writer) }
      if !outcome.note.isEmpty { writer.xml("note", outcome.note) }
    }
  }

  private static func write(_ result: OutcomeResult, to writer: inout MarkupWriter) {
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

  /// Reads an outcome; a part that is missing is empty.
  static func read(
    _ element: MarkupElement, _ reader: ElementReader
  ) throws(RecordFault) -> OutcomeBlock {
    var results: [OutcomeResult] = []
    for result in element.elements(named: "result") {
      results.append(try self.result(result, reader))
    }
    return OutcomeBlock(
      id: try reader.attribute("id", element), title: try reader.inline("title", of: element),
      explanation: try reader.inline("explanation", of: element),
      period: try reader.inline("period", of: element),
      group: try reader.inline("group", of: element), results: results,
      note: try reader.inline("note", of: element))
  }

  private static func result(
    _ element: MarkupElement, _ reader: ElementReader
  ) throws(RecordFault) -> OutcomeResult {
    var picture: IconArray?
    if let drawn = element.first("picture") {
      picture = IconArray(
        filled: try reader.count("filled", drawn), of: try reader.count("of", drawn))
    }
    return OutcomeResult(
      alternative: try reader.attribute("alternative", element),
      name: try reader.inline("name", of: element), picture: picture,
      text: try reader.inline("text", of: element), rest: try reader.inline("rest", of: element),
      range: try reader.inline("range", of: element),
      certainty: try reader.inline("certainty", of: element))
  }
}
