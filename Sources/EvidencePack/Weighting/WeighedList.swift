// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// The criteria that a person weighs in an interview, with the answers so far.
package struct WeighedList: Sendable {
  /// The pack.
  package let pack: EvidencePack
  /// The region whose ranges hold; empty while none is chosen.
  package let region: String
  /// The criteria that are weighed, in the order of the pack.
  package let criteria: [EvidenceCriterion]
  /// Whether the list of criteria was chosen; else it holds all of the pack.
  package let isChosen: Bool
  /// Whether the questions are listed and not asked: then all that can come are wanted, about all
  /// criteria of the pack.
  package let isListing: Bool
  /// The values of the answer to a question: nil while it is open, empty when it was passed over.
  package let answers: @Sendable (WeightKey) -> [String]?

  /// The criteria that are weighed, with the answers so far.
  package init(
    pack: EvidencePack, region: String, criteria: [EvidenceCriterion], isListing: Bool,
    answers: @escaping @Sendable (WeightKey) -> [String]?
  ) {
    self.pack = pack
    self.region = region
    self.criteria = criteria.isEmpty ? pack.criteria : criteria
    isChosen = !criteria.isEmpty
    self.isListing = isListing
    self.answers = answers
  }

  /// The ids of the criteria that are weighed.
  package var ids: [String] { criteria.map(\.id) }

  /// The ids of the criteria that questions are asked about.
  var asked: [String] { isListing ? pack.criteria.map(\.id) : ids }

  /// The only value of an answer.
  func value(_ key: WeightKey) -> String? { answers(key)?.first }

  /// The values of an answer; none while the question is open.
  func list(_ key: WeightKey) -> [String] { answers(key) ?? [] }

  /// The criteria beside the one that a question chose; none while it is open.
  func others(than key: WeightKey) -> [String] {
    isListing ? asked : value(key).map { chosen in ids.filter { $0 != chosen } } ?? []
  }

  /// The range of a criterion in the region.
  package func row(of id: String) -> EvidenceRow? { pack.criterion(id)?.row(in: region) }

  /// One element for each criterion, with both ends of its range and further attributes.
  func each(
    _ name: String, of some: [String]? = nil, _ further: (String) -> [(String, String?)]
  ) -> [MarkupElement] {
    (some ?? ids).map { id in
      var attributes = [MarkupAttribute("criterion", id)]
      if let row = row(of: id) {
        attributes.append(MarkupAttribute("worst", DecimalText(exactly: row.worst).text))
        attributes.append(MarkupAttribute("best", DecimalText(exactly: row.best).text))
      }
      return MarkupElement(
        name, attributes + further(id).map { MarkupAttribute($0.0, $0.1 ?? "") })
    }
  }

  /// The element of profiles that holds the answers to a method.
  package func element(by method: ElicitationMethod, asked: String?) -> MarkupElement {
    let form = method.form
    let attributes =
      [("method", method.rawValue)] + form.attributes(self) + (asked.map { [("asked", $0)] } ?? [])
    return MarkupElement(
      "weighting", attributes.map { MarkupAttribute($0.0, $0.1) },
      form.elements(self).map { .element($0) })
  }
}

extension DecimalText {
  /// A number of at most nine decimals with as few of them as it needs.
  package init(exactly value: Double) {
    let texts = (0...9).map { DecimalText(value, decimals: $0) }
    self = texts.first { $0.value == value } ?? DecimalText(value, decimals: 9)
  }
}
