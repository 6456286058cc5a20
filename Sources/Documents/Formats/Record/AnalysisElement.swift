// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack
import Markup

/// The element `analysis` of a record, every number at full precision.
///
/// What `decision-aid analyse` also says is made of the same fields, so it has the same names in a
/// record and in JSON.
package struct AnalysisElement {
  let document: DecisionDocument

  private typealias Field = ValueTree.Field
  private var analysis: PersonAnalysis { document.analysis }

  /// Writes the element, each of its parts on a line of its own.
  func write(to writer: inout MarkupWriter) {
    writer.element("analysis") { writer in
      for node in RecordXML.lines(rules + FindingsElements.nodes(analysis.findings)).dropLast() {
        writer.node(node)
      }
      if let weights = document.profile.preferences.weights { weighting(weights, &writer) }
      for answer in analysis.answers { line("question", fields(of: answer), &writer) }
      writer.text("\n")
    }
  }

  private func line(_ name: String, _ fields: [Field], _ writer: inout MarkupWriter) {
    writer.text("\n")
    writer.values(name, fields)
  }

  /// What the rules of the pack and the person's limits say.
  private var rules: [MarkupNode] {
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
    } + analysis.openFacts.map { .element("openFact", ["id": $0]) }
      + analysis.flags.map { .element("flag", ["id": $0]) }
      + analysis.declined.map { .element("declined", ["alternative": $0]) }
      + analysis.limits.map {
        .element(
          "limit",
          [
            "alternative": $0.alternative, "criterion": $0.limit.criterion,
            "states": $0.states.map(\.rawValue).joined(separator: " "),
          ])
      }
  }

  /// The weights, how they were asked, and what the answers say about themselves; the answers stand
  /// in the profile that the record holds.
  private func weighting(_ weights: CriterionWeights, _ writer: inout MarkupWriter) {
    let uncertainty = analysis.uncertainty.map {
      ValueTree.object($0.fields(weights.criteria))
    }
    writer.text("\n")
    writer.values(
      "weighting",
      weights.methodFields + [Field("pattern", analysis.pattern?.rawValue ?? "")]
        + weights.weightFields + [Field("uncertainty", uncertainty)]
    ) { writer in
      if let readBack = document.readBack { writer.xml("readBack", readBack) }
    }
  }

  private func fields(of answer: QuestionAnswer) -> [Field] {
    switch answer.outcome {
    case .notCompared(let reason):
      [Field("id", answer.question), Field("notCompared", reason.name)]
    case .compared(let comparison): [Field("id", answer.question)] + comparison.fields
    }
  }
}

extension AnalysisElement {
  /// Reads the class of the answer to a question; nil when nothing was compared.
  package static func verdict(on question: String, in analysis: MarkupElement) -> String? {
    analysis.elements(named: "question").first { $0.attribute("id") == question }?
      .first("verdict")?.attribute("level")
  }
}

/// What the guards say, as elements of a record.
enum FindingsElements {
  /// The elements `contradiction` and `warning`.
  static func nodes(_ findings: GuardFindings) -> [MarkupNode] {
    findings.contradictions.map { .element("contradiction", ["id": $0]) }
      + findings.warnings.map { node($0) }
  }

  private static func node(_ warning: ModelWarning) -> MarkupNode {
    var attributes = [MarkupAttribute("kind", warning.kind.rawValue)]
    func add(_ name: String, _ ids: [String]) {
      if !ids.isEmpty {
        attributes.append(MarkupAttribute(name, ids.joined(separator: " ")))
      }
    }
    add("criteria", warning.criteria)
    add("alternatives", warning.alternatives)
    switch warning {
    case .splitting(let branch): add("branch", [branch])
    case .sharedMeasure(let tag, _): add("tag", [tag])
    case .differentStudies(_, _, let certainty): add("certainty", [certainty.rawValue])
    default: break
    }
    return .element(MarkupElement("warning", attributes))
  }
}
