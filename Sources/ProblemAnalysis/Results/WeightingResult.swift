// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

extension ResultValue {
  /// The weights: how they came about, how far the answers agree, and how unsure they are.
  static func weighting(_ report: AnalysisReport) -> ResultValue {
    let weighting = report.request.weighting
    let ids = report.request.problem.criteria.map(\.id)
    let inside = weighting.inside.map { part in
      ResultValue.object([Field("id", .text(part.branch))] + step(part.weights))
    }
    var fields = step(weighting.weights)
    if weighting.branches != nil {
      fields = [Field("method", .text("branchFirst"))] + fields.filter { $0.name != "method" }
    }
    return .object(
      fields + [
        Field("hasRanges", .flag(weighting.hasRanges)),
        Field(
          "uncertainty",
          uncertainty(
            report.request.uncertainty, isStated: report.request.isUncertaintyStated, ids)),
        Field("branches", weighting.branches.map { .object(step($0)) } ?? .null),
        Field("inside", .list(inside)),
        Field(
          "branchTotals",
          .list(
            report.branchTotals.map {
              .object([
                Field("branch", .text($0.branch)), Field("weight", .number($0.weight)),
                Field("criteria", .texts($0.criteria)),
              ])
            })),
      ])
  }

  private static func step(_ weights: CriterionWeights) -> [Field] {
    let (method, rule) = name(weights.method)
    return [
      Field("method", .text(method)), Field("rule", .optional(rule)),
      Field("notes", .texts(weights.notes.map(\.rawValue))),
      Field("criteria", .texts(weights.criteria)),
      Field("weights", .vector(names: weights.criteria, weights.values)),
      Field("consistency", weights.consistency.map { consistency($0, weights.criteria) } ?? .null),
    ]
  }

  private static func name(_ method: WeightingMethod) -> (method: String, rule: String?) {
    switch method {
    case .swing: ("swing", nil)
    case .intervalSwing: ("intervalSwing", nil)
    case .directRating: ("directRating", nil)
    case .hundredPoints: ("hundredPoints", nil)
    case .rankOrder(let rule): ("rankOrder", rule.rawValue)
    case .pairwise(let rule): ("pairwise", rule.rawValue)
    case .bestWorst: ("bestWorst", nil)
    case .maxDiff: ("maxDiff", nil)
    case .matching: ("matching", nil)
    case .branchFirst: ("branchFirst", nil)
    case .given: ("given", nil)
    case .notElicited: ("notElicited", nil)
    }
  }

  private static func consistency(
    _ consistency: ElicitationConsistency, _ criteria: [String]
  ) -> ResultValue {
    switch consistency {
    case .pairwise(let pairwise):
      .object([
        Field("largestEigenvalue", .number(pairwise.largestEigenvalue)),
        Field("index", .number(pairwise.index)), Field("ratio", .optional(pairwise.ratio)),
        Field("ratioLimit", .optional(pairwise.ratioLimit)),
        Field("randomIndexTable", .text(PairwiseConsistency.randomIndexTable)),
        Field("geometricIndex", .optional(pairwise.geometricIndex)),
        Field("geometricLimit", .optional(pairwise.geometricLimit)),
        Field("isPastLimit", .flag(pairwise.isPastLimit)),
        Field("worstTriad", .texts(pairwise.worstTriad ?? [])),
      ])
    case .bestWorst(let bestWorst):
      .object([
        Field("deviation", .number(bestWorst.deviation)),
        Field("index", .number(bestWorst.index)), Field("ratio", .optional(bestWorst.ratio)),
        Field("inputRatio", .number(bestWorst.inputRatio)),
        Field("worstCriterion", .optional(bestWorst.worstCriterion)),
      ])
    case .maxDiff(let maxDiff):
      .object([
        Field("fewestShowings", .count(maxDiff.fewestShowings)),
        Field("isOrderOnly", .flag(maxDiff.isOrderOnly)),
        Field("scores", .vector(names: criteria, maxDiff.scores)),
      ])
    }
  }

  private static func uncertainty(
    _ uncertainty: WeightUncertainty, isStated: Bool, _ criteria: [String]
  ) -> ResultValue {
    let (model, parameters): (String, [Field]) =
      switch uncertainty {
      case .none: ("none", [])
      case .dirichlet(let concentration):
        ("dirichlet", [Field("concentration", .number(concentration))])
      case .responseError(let sigma): ("responseError", [Field("sigma", .number(sigma))])
      case .ordinal(let ranks):
        ("ordinal", [Field("ranks", .vector(names: criteria, ranks.map { Double($0) }))])
      case .relativeToTop(let ranges):
        (
          "relativeToTop",
          [
            Field("low", .vector(names: criteria, ranges.map(\.low))),
            Field("high", .vector(names: criteria, ranges.map(\.high))),
          ]
        )
      case .chain(let order, let ratios):
        (
          "chain",
          [
            Field(
              "ratios",
              .list(
                ratios.indices.map { place in
                  .object([
                    Field("criterion", .text(criteria[order[place]])),
                    Field("over", .text(criteria[order[place + 1]])),
                    Field("low", .number(ratios[place].low)),
                    Field("high", .number(ratios[place].high)),
                  ])
                }))
          ]
        )
      case .uniform: ("uniform", [])
      }
    return .object(
      [Field("model", .text(model)), Field("isStated", .flag(isStated))] + parameters)
  }
}
