// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Facts that cannot be true together: somebody wrote one of them down wrongly.
public struct FactContradiction: Sendable, Equatable {
  /// The id.
  public var id: String
  /// True when the facts contradict each other.
  public var condition: Condition
  /// The facts that count as not known while it is true.
  public var doubts: [String]
  /// The text for the clinician.
  public var clinician: TextID
}

extension EligibilityRules {
  /// The ids of the facts that a condition asks for, in the order of the pack.
  public func facts(in condition: Condition) -> [String] {
    var named: Set<String> = []
    // Conditions that lead back to themselves are refused with the pack.
    func collect(_ condition: Condition, _ steps: Int) {
      switch condition {
      case .fact(let id, _), .measure(let id, _), .levels(let id, _), .levelCount(let id, _):
        named.insert(id)
      case .all(let parts), .any(let parts), .atLeast(_, let parts):
        for part in parts { collect(part, steps) }
      case .not(let part): collect(part, steps)
      case .named(let id):
        if steps > 0, let part = conditions[id] { collect(part, steps - 1) }
      case .always, .region, .sex, .age, .topPriority: break
      }
    }
    collect(condition, conditions.count)
    return facts.map(\.id).filter(named.contains)
  }
}

/// Warns of facts that cannot be true together.
///
/// The rules take each fact as it stands: which one is wrong only a person can say.
struct ContradictionCheck {
  let rules: EligibilityRules

  /// Adds one warning for each contradiction, at the last of its facts.
  func warn(
    of profile: PreferenceProfile, _ root: MarkupElement, _ decoder: inout ElementDecoder
  ) {
    let evaluation = ConditionEvaluation(rules: rules, profile: profile, topCriteria: nil)
    let person = root.first("person")
    let elements = root.first("clinicalFacts")?.elements ?? []
    for contradiction in rules.contradictions
    where evaluation.contradictions.contains(contradiction.id) {
      let ids = rules.facts(in: contradiction.condition)
      let given = elements.filter { ids.contains($0.attribute("id") ?? "") }
      decoder.diagnostics.warning(
        "profile.contradiction", at: decoder.place(given.last ?? person ?? root),
        "These contradict each other: "
          + (ids + contradiction.condition.personNames).joined(separator: ", ") + ".",
        advice: contradiction.doubts.isEmpty
          ? "Ask again; the rules take each as it stands."
          : "Ask again; until then these count as not known: "
            + contradiction.doubts.joined(separator: ", ") + ".")
    }
  }
}
