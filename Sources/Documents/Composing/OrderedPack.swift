// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

extension EvidencePack {
  /// The same pack with everything that stands once for each alternative in another order.
  ///
  /// For what is shown; what is worked out keeps the order of the pack, so that no number depends
  /// on what is shown first.
  func ordered(by order: OptionOrder) -> EvidencePack {
    var pack = self
    pack.options = order.ordered(options) { $0.id }
    for index in pack.criteria.indices {
      if let row = pack.criteria[index].row {
        pack.criteria[index].row = row.ordered(by: order)
      }
      for region in pack.criteria[index].regionalRows.indices {
        let row = pack.criteria[index].regionalRows[region].row
        pack.criteria[index].regionalRows[region].row = row.ordered(by: order)
      }
    }
    for index in pack.outcomes.indices {
      pack.outcomes[index].results = order.ordered(pack.outcomes[index].results) { $0.alternative }
    }
    return pack
  }
}

extension EvidenceRow {
  fileprivate func ordered(by order: OptionOrder) -> EvidenceRow {
    var row = self
    row.cells = order.ordered(cells) { $0.alternative }
    return row
  }
}

extension PersonAnalysis {
  /// The same results with the alternatives in another order, for what is shown.
  func ordered(by order: OptionOrder) -> PersonAnalysis {
    var analysis = self
    analysis.suitability = order.ordered(suitability) { $0.alternative }
    analysis.brokenLimits = order.ordered(brokenLimits) { $0.alternative }
    analysis.overall = overall?.ordered(by: order.alternatives)
    analysis.simulation = simulation?.ordered(by: order.alternatives)
    for index in answers.indices {
      guard case .compared(let comparison) = answers[index].outcome else { continue }
      analysis.answers[index].outcome = .compared(comparison.ordered(by: order.alternatives))
    }
    return analysis
  }
}
