// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// The simulation as a node of the record, every share at full precision.
struct SimulationXML {
  let result: SimulationResult
  let uncertainty: WeightUncertainty?

  /// The element `simulation`.
  var node: MarkupNode {
    var attributes = method + [MarkupAttribute("numericError", "\(result.numericError)")]
    switch uncertainty {
    case .responseError(let sigma):
      attributes += [
        MarkupAttribute("weights", "responseError"), MarkupAttribute("sigma", "\(sigma)"),
      ]
    case .ordinal: attributes.append(MarkupAttribute("weights", "ordinal"))
    case .relativeToTop: attributes.append(MarkupAttribute("weights", "relativeToTop"))
    case .chain: attributes.append(MarkupAttribute("weights", "chain"))
    case .uniform: attributes.append(MarkupAttribute("weights", "uniform"))
    case .dirichlet(let concentration):
      attributes += [
        MarkupAttribute("weights", "dirichlet"),
        MarkupAttribute("concentration", "\(concentration)"),
      ]
    case .some(.none), nil: attributes.append(MarkupAttribute("weights", "fixed"))
    }
    return .element(MarkupElement("simulation", attributes, weights + alternatives + worth))
  }

  private var method: [MarkupAttribute] {
    switch result.method {
    case .quadrature: [MarkupAttribute("method", "quadrature")]
    case .conditional(let points):
      [MarkupAttribute("method", "conditional"), MarkupAttribute("points", "\(points)")]
    case .oneCell(let points):
      [MarkupAttribute("method", "oneCell"), MarkupAttribute("points", "\(points)")]
    case .givenDraws(let count):
      [MarkupAttribute("method", "givenDraws"), MarkupAttribute("points", "\(count)")]
    }
  }

  private var weights: [MarkupNode] {
    zip(result.criteria, result.meanWeights).map {
      .element("expectedWeight", ["criterion": $0, "value": "\($1)"])
    }
  }

  private var alternatives: [MarkupNode] {
    result.alternatives.indices.map { row in
      let ranks: [MarkupNode] = result.rankAcceptability[row].enumerated().map {
        .element("rank", ["place": "\($0 + 1)", "share": "\($1)"])
      }
      let wins: [MarkupNode] = result.alternatives.indices.filter { $0 != row }.map {
        .element(
          "above",
          ["alternative": result.alternatives[$0], "share": "\(result.pairwiseWinning[row][$0])"])
      }
      return .element(
        "simulated",
        [
          "alternative": result.alternatives[row],
          "expectedTotal": "\(result.meanTotals[row])",
        ], ranks + wins)
    }
  }

  private var worth: [MarkupNode] {
    result.valueOfInformation.map { value in
      .element(
        MarkupElement(
          "valueOfInformation",
          [
            MarkupAttribute("alternatives", value.alternatives.joined(separator: " ")),
            MarkupAttribute("perfect", "\(value.perfect)"),
            MarkupAttribute("preferences", "\(value.preferences)"),
            MarkupAttribute("evidence", "\(value.evidence)"),
          ],
          zip(result.criteria, value.evidenceByCriterion).map {
            .element("evidenceOn", ["criterion": $0, "value": "\($1)"])
          }))
    }
  }
}
