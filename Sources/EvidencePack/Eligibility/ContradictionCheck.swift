// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

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
    let elements = root.first("clinicalFacts")?.elements ?? []
    for contradiction in rules.contradictions
    where evaluation.truth(of: contradiction.condition) == .yes {
      let ids = rules.facts(in: contradiction.condition)
      let given = elements.filter { ids.contains($0.attribute("id") ?? "") }
      decoder.diagnostics.warning(
        "profile.contradiction", at: decoder.place(given.last ?? root),
        "These facts contradict each other: \(ids.joined(separator: ", ")).",
        advice: "Ask again; the rules take each as it stands.")
    }
  }
}
