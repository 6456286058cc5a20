// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

private typealias Field = ValueTree.Field

extension CriterionWeights {
  /// How the weights came about: the method, its rule, and what is to be noted.
  package var methodFields: [ValueTree.Field] {
    [
      Field("method", method.name), Field("rule", method.rule),
      Field("notes", notes.map(\.rawValue)),
    ]
  }

  /// The weights and how far the answers agree.
  package var weightFields: [ValueTree.Field] {
    [
      Field(
        "weights", of: "weight", ValueTree.vector(.init("criterion", criteria), values.map { $0 })),
      Field("consistency", consistency.map { ValueTree.object($0.fields(criteria)) }),
    ]
  }
}

extension ElicitationConsistency {
  /// What the answers say about themselves; a value that the method cannot give is null.
  fileprivate func fields(_ criteria: [String]) -> [Field] {
    switch self {
    case .pairwise(let found):
      [
        Field("largestEigenvalue", found.largestEigenvalue), Field("index", found.index),
        Field("ratio", found.ratio), Field("ratioLimit", found.ratioLimit),
        Field("randomIndexTable", found.randomIndexTable),
        Field("geometricIndex", found.geometricIndex),
        Field("geometricLimit", found.geometricLimit), Field("isPastLimit", found.isPastLimit),
        Field("worstTriad", found.worstTriad ?? []),
      ]
    case .bestWorst(let found):
      [
        Field("deviation", found.deviation), Field("index", found.index),
        Field("ratio", found.ratio), Field("inputRatio", found.inputRatio),
        Field("worstCriterion", found.worstCriterion),
      ]
    case .maxDiff(let found):
      [
        Field("fewestShowings", found.fewestShowings), Field("isOrderOnly", found.isOrderOnly),
        Field(
          "scores", of: "score",
          ValueTree.vector(.init("criterion", criteria), found.scores.map { $0 })),
      ]
    }
  }
}

extension WeightUncertainty {
  /// How unsure the weights of some criteria (ids) are taken to be.
  ///
  /// - Parameter isStated: whether an author said so; nil where no author is asked.
  package func fields(_ criteria: [String], isStated: Bool? = nil) -> [ValueTree.Field] {
    func each(_ name: String, _ numbers: [Double]) -> Field {
      Field(name, ValueTree.vector(.init("criterion", criteria), numbers.map { $0 }))
    }
    let (model, parameters): (String, [Field]) =
      switch self {
      case .none: ("none", [])
      case .dirichlet(let concentration):
        ("dirichlet", [Field("concentration", concentration)])
      case .responseError(let sigma): ("responseError", [Field("sigma", sigma)])
      case .ordinal(let ranks):
        (
          "ordinal",
          [
            Field(
              "ranks", of: "rank",
              ValueTree.vector(.init("criterion", criteria), ranks.map { Double($0) }))
          ]
        )
      case .relativeToTop(let ranges):
        ("relativeToTop", [each("low", ranges.map(\.low)), each("high", ranges.map(\.high))])
      case .chain(let order, let ratios):
        (
          "chain",
          [
            Field(
              "ratios", of: "ratio",
              ratios.indices.map { place in
                ValueTree.object([
                  Field("criterion", criteria[order[place]]),
                  Field("over", criteria[order[place + 1]]),
                  Field("low", ratios[place].low), Field("high", ratios[place].high),
                ])
              })
          ]
        )
      case .uniform: ("uniform", [])
      }
    return [Field("model", model)] + (isStated.map { [Field("isStated", $0)] } ?? []) + parameters
  }
}
