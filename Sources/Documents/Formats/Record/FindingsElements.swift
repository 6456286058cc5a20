// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack
import Markup

/// What the guards say, as elements of a record.
enum FindingsElements {
  /// The elements `limitNotKnown`, `contradiction` and `warning`.
  static func nodes(_ findings: GuardFindings) -> [MarkupNode] {
    findings.limitsNotKnown.map {
      .element(
        "limitNotKnown", ["alternative": $0.alternative, "criterion": $0.limit.criterion])
    } + findings.contradictions.map { .element("contradiction", ["id": $0]) }
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
