// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Reads what a finished handout must keep to, from `documents.xml`.
struct QualityRulesReader {
  var decoder = ElementDecoder(file: "documents.xml")

  mutating func rules(_ root: MarkupElement) -> QualityRules {
    let checks = root.first("checks") ?? root
    let balance = checks.first("balance") ?? checks
    let reading = checks.first("readingLevel") ?? checks
    return QualityRules(
      balance: BalanceLimits(
        words: decoder.number("words", of: balance),
        numbers: decoder.optionalNumber("numbers", of: balance),
        sections: decoder.ids("sections", of: balance), points: decoder.ids("points", of: balance)),
      unmeasuredSections: decoder.ids("notOf", of: reading))
  }
}
