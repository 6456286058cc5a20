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
    for index in pack.criteria.indices { pack.criteria[index].order(by: order) }
    for index in pack.otherMeasures.indices {
      pack.otherMeasures[index].criterion.order(by: order)
    }
    for index in pack.outcomes.indices {
      pack.outcomes[index].results = order.ordered(pack.outcomes[index].results) { $0.alternative }
    }
    return pack
  }
}

extension EvidenceCriterion {
  fileprivate mutating func order(by order: OptionOrder) {
    row = row?.ordered(by: order)
    for region in regionalRows.indices {
      regionalRows[region].row = regionalRows[region].row.ordered(by: order)
    }
  }
}

extension EvidenceRow {
  fileprivate func ordered(by order: OptionOrder) -> EvidenceRow {
    var row = self
    row.cells = order.ordered(cells) { $0.alternative }
    for reading in otherReadings.indices {
      row.otherReadings[reading].cells = order.ordered(otherReadings[reading].cells) {
        $0.alternative
      }
    }
    return row
  }
}

extension PersonAnalysis {
  /// The same results with the alternatives in another order, for what is shown; the two of a
  /// comparison keep theirs, which the sign of its margins stands on.
  func ordered(by order: OptionOrder) -> PersonAnalysis {
    var analysis = self
    analysis.suitability = order.ordered(suitability) { $0.alternative }
    analysis.limits = order.ordered(limits) { $0.alternative }
    return analysis
  }
}
