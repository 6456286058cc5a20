// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// The weights, how they were asked, and what the answers say about themselves, as nodes of the
/// record; the answers themselves stand in the profile that the record holds.
struct WeightsXML {
  let document: DecisionDocument

  /// The element `weights`, or nothing when there are none.
  var nodes: [MarkupNode] {
    guard let weights = document.profile.preferences.weights else { return [] }
    let (method, rule) = weights.method.nameAndRule
    let attributes = [
      MarkupAttribute("method", method),
      MarkupAttribute("pattern", document.analysis.pattern?.rawValue ?? ""),
    ]
    let children: [MarkupNode] =
      zip(weights.criteria, weights.values).map {
        .element("weight", ["criterion": $0, "value": "\($1)"])
      } + weights.notes.map { .element("note", ["id": $0.rawValue]) }
      + consistency(weights)
      + (document.readBack.map { [.element("readBack", [:], MarkupNode.nodes(of: $0))] } ?? [])
    return [
      .element(
        MarkupElement(
          "weights", attributes + (rule.map { [MarkupAttribute("rule", $0)] } ?? []), children))
    ]
  }

  private func consistency(_ weights: CriterionWeights) -> [MarkupNode] {
    switch weights.consistency {
    case .pairwise(let found):
      [
        WeightsXML.element(
          "pairwiseConsistency",
          [
            ("largestEigenvalue", "\(found.largestEigenvalue)"), ("index", "\(found.index)"),
            ("ratio", found.ratio.map { "\($0)" }),
            ("ratioLimit", found.ratioLimit.map { "\($0)" }),
            ("randomIndices", PairwiseConsistency.randomIndexTable),
            ("geometricIndex", found.geometricIndex.map { "\($0)" }),
            ("geometricLimit", found.geometricLimit.map { "\($0)" }),
            ("worstTriad", found.worstTriad?.joined(separator: " ")),
          ])
      ]
    case .bestWorst(let found):
      [
        WeightsXML.element(
          "bestWorstConsistency",
          [
            ("deviation", "\(found.deviation)"), ("index", "\(found.index)"),
            ("ratio", found.ratio.map { "\($0)" }), ("inputRatio", "\(found.inputRatio)"),
            ("worstCriterion", found.worstCriterion),
          ])
      ]
    case .maxDiff(let found):
      [
        .element(
          "maxDiffScores",
          [
            "fewestShowings": "\(found.fewestShowings)", "orderOnly": "\(found.isOrderOnly)",
          ],
          zip(weights.criteria, found.scores).map {
            .element("score", ["criterion": $0, "value": "\($1)"])
          })
      ]
    case nil: []
    }
  }

  /// An element with the attributes that have a value.
  private static func element(
    _ name: String, _ attributes: [(name: String, value: String?)]
  ) -> MarkupNode {
    .element(
      MarkupElement(
        name,
        attributes.compactMap { attribute in
          attribute.value.map { MarkupAttribute(attribute.name, $0) }
        }))
  }
}
