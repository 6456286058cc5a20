// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Markup

/// The element `checks` of a record: what was chosen for the handout, and what was measured of it.
enum ChecksElement {
  /// The element as a node.
  static func node(_ document: DecisionDocument) -> MarkupNode {
    let order = document.identity.order
    var parts: [MarkupNode] = [
      .element(
        "optionOrder",
        [
          "alternatives": order.alternatives.joined(separator: " "), "from": order.origin.rawValue,
          "seed": "\(order.seed)",
        ])
    ]
    if let reason = document.identity.expiryReason {
      parts.append(.element("usedAfterExpiry", [:], [.text(reason)]))
    }
    if let reading = document.quality?.reading {
      parts.append(
        .element(
          MarkupElement(
            "reading", measures(reading.whole, reading.measures),
            reading.sections.map {
              .element(MarkupElement("part", measures($0, reading.measures, section: $0.section)))
            })))
    }
    if let balance = document.quality?.balance {
      parts.append(
        .element(
          "balance", ["spread": grade(balance.spread, decimals: 4)],
          balance.rows.map(row)))
    }
    return .element("checks", [:], RecordXML.lines(parts))
  }

  private static func measures(
    _ entry: ReadingEntry, _ measures: [ReadingMeasure], section: String? = nil
  ) -> [MarkupAttribute] {
    let counts = entry.counts
    let counted = [
      ("letters", counts.letters), ("longWords", counts.longWords),
      ("monosyllables", counts.monosyllables), ("polysyllables", counts.polysyllables),
      ("syllables", counts.syllables),
    ].filter { name, _ in measures.contains { $0.counts.contains(name) } }
    let values = measures.flatMap { measure in
      let name = measure.rawValue
      return [
        (name, measure.value(counts)),
        (
          "adjusted" + name.prefix(1).uppercased() + name.dropFirst(),
          measure.value(entry.adjustedCounts)
        ),
      ]
    }
    return
      ((section.map { [MarkupAttribute("section", $0)] } ?? [])
      + values.map { MarkupAttribute($0, grade($1)) }
      + (counted + [("sentences", counts.sentences), ("words", counts.words)]).map {
        MarkupAttribute($0, "\($1)")
      }).sorted { $0.name < $1.name }
  }

  private static func row(_ row: BalanceRow) -> MarkupNode {
    .element(
      "told",
      [
        "alternative": row.alternative, "emphasis": "\(row.emphasis)",
        "filledRows": "\(row.filledRows)", "numbers": "\(row.numbers)",
        "points": row.points.map(String.init).joined(separator: " "),
        "position": "\(row.position)", "resultWords": "\(row.resultWords)",
        "tableWords": "\(row.tableWords)", "words": "\(row.panelWords)",
      ])
  }

  private static func grade(_ value: Double, decimals: Int = 2) -> String {
    DecimalText(value, decimals: decimals).text
  }

  /// Reads the order of the options.
  static func order(
    _ element: MarkupElement, _ reader: ElementReader
  ) throws(RecordFault) -> OptionOrder {
    let order = try reader.child("optionOrder", element)
    return OptionOrder(
      recorded: reader.list("alternatives", order),
      seed: UInt32(clamping: try reader.count("seed", order)),
      origin: try reader.value("from", order))
  }

  /// Reads why evidence was used after its last day; nil: it was not.
  static func expiryReason(_ element: MarkupElement) -> String? {
    element.first("usedAfterExpiry")?.text
  }
}
