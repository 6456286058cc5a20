// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Reads the outcomes of a record.
struct OutcomeReader {
  let reader: ElementReader

  /// An outcome.
  func outcome(_ element: MarkupElement) throws(RecordFault) -> OutcomeBlock {
    var results: [OutcomeResult] = []
    for result in element.elements(named: "result") { results.append(try self.result(result)) }
    return OutcomeBlock(
      id: try reader.attribute("id", element), title: try reader.inline("title", of: element),
      explanation: try reader.inline("explanation", of: element),
      period: try reader.inline("period", of: element),
      group: try reader.inline("group", of: element), results: results,
      note: try reader.inline("note", of: element))
  }

  private func result(_ element: MarkupElement) throws(RecordFault) -> OutcomeResult {
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
