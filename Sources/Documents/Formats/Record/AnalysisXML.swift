// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Markup

/// The analysis as nodes of the record, every number at full precision.
struct AnalysisXML {
  let document: DecisionDocument

  private var analysis: PersonAnalysis { document.analysis }

  /// The element `analysis`.
  var node: MarkupNode {
    .element(
      MarkupElement(
        "analysis", [],
        RecordXML.lines(
          suitability + analysis.openFacts.map { .element("openFact", ["id": $0]) }
            + analysis.flags.map { .element("flag", ["id": $0]) }
            + analysis.brokenLimits.map {
              .element(
                "brokenLimit",
                ["alternative": $0.alternative, "criterion": $0.limit.criterion])
            } + FindingsXML(findings: document.analysis.findings).nodes
            + WeightsXML(document: document).nodes + values
            + analysis.dominance.map {
              .element(
                "dominance",
                [
                  "dominant": $0.dominant, "dominated": $0.dominated,
                  "holdsForIntervals": "\($0.holdsForIntervals)",
                ])
            }
            + (analysis.simulation.map {
              [SimulationXML(result: $0, uncertainty: analysis.uncertainty).node]
            } ?? []) + analysis.answers.map { question($0) })))
  }

  private var suitability: [MarkupNode] {
    analysis.suitability.map { finding in
      .element(
        "suitability",
        [
          "alternative": finding.alternative, "status": finding.status.rawValue,
          "takesPart": "\(analysis.takesPart(finding.alternative))",
        ],
        finding.applying.map {
          .element("rule", ["id": $0.rule, "effect": $0.effect.rawValue])
        } + finding.openRules.map { .element("openRule", ["id": $0]) })
    }
  }

  private var values: [MarkupNode] {
    guard let overall = analysis.overall else { return [] }
    return overall.alternatives.indices.map { row in
      .element(
        "value",
        ["alternative": overall.alternatives[row], "total": "\(overall.totals[row])"],
        overall.criteria.indices.map { column in
          .element(
            "contribution",
            [
              "criterion": overall.criteria[column],
              "value": "\(overall.contributions[row][column])",
            ])
        })
    }
  }

  private func question(_ answer: QuestionAnswer) -> MarkupNode {
    switch answer.outcome {
    case .notCompared(let reason):
      return .element("question", ["id": answer.question, "notCompared": reason.name])
    case .compared(let comparison):
      let closeCall =
        comparison.verdict.closeCall.map {
          [MarkupAttribute("closeCall", $0.rawValue)]
        } ?? []
      return .element(
        MarkupElement(
          "question",
          [
            MarkupAttribute("id", answer.question),
            MarkupAttribute("leader", comparison.leader),
            MarkupAttribute("challenger", comparison.challenger),
            MarkupAttribute("difference", "\(comparison.difference)"),
            MarkupAttribute("verdict", comparison.verdict.level.rawValue),
            MarkupAttribute("expectedLeader", comparison.verdict.leader),
            MarkupAttribute("margin", "\(comparison.verdict.margin)"),
            MarkupAttribute("share", "\(comparison.verdict.share)"),
            MarkupAttribute(
              "settledByNumericError", "\(comparison.verdict.settledByNumericError)"),
          ] + closeCall, SensitivityXML(comparison: comparison).nodes))
    }
  }
}
