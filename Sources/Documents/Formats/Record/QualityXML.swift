// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Markup

/// Writes what was chosen for and measured of the handout for the record.
enum QualityXML {
  /// The element `checks`.
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
          "reading", measures(reading.whole),
          reading.sections.map { .element("part", measures($0, section: $0.section)) }))
    }
    if let balance = document.quality?.balance {
      parts.append(
        .element(
          "balance", [MarkupAttribute("spread", grade(balance.spread, decimals: 4))],
          balance.rows.map(row)))
    }
    return .element("checks", [:], RecordXML.lines(parts))
  }

  private static func measures(_ entry: ReadingEntry, section: String? = nil) -> [MarkupAttribute] {
    let counts = entry.counts
    return [
      MarkupAttribute("adjustedFleschKincaid", grade(entry.adjusted.fleschKincaid)),
      MarkupAttribute("adjustedSmog", grade(entry.adjusted.smog)),
      MarkupAttribute("fleschKincaid", grade(entry.raw.fleschKincaid)),
      MarkupAttribute("polysyllables", "\(counts.polysyllables)"),
    ] + (section.map { [MarkupAttribute("section", $0)] } ?? []) + [
      MarkupAttribute("sentences", "\(counts.sentences)"),
      MarkupAttribute("smog", grade(entry.raw.smog)),
      MarkupAttribute("syllables", "\(counts.syllables)"),
      MarkupAttribute("words", "\(counts.words)"),
    ]
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
}

extension MarkupNode {
  fileprivate static func element(
    _ name: String, _ attributes: [MarkupAttribute], _ children: [MarkupNode]
  ) -> MarkupNode {
    .element(MarkupElement(name, attributes, children))
  }

  fileprivate static func element(_ name: String, _ attributes: [MarkupAttribute]) -> MarkupNode {
    .element(MarkupElement(name, attributes))
  }
}
