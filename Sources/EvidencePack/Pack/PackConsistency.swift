// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Checks that the parts of a pack fit together.
struct PackConsistency {
  let pack: EvidencePack
  var diagnostics: DiagnosticList

  init(pack: EvidencePack, diagnostics: DiagnosticList) {
    self.pack = pack
    self.diagnostics = diagnostics
  }

  mutating func check() {
    unique("evidence.xml", "alternative", pack.options.map(\.id))
    unique("evidence.xml", "criterion", pack.criteria.map(\.id))
    unique("evidence.xml", "figure", pack.figures.map(\.id))
    unique("evidence.xml", "region", pack.regions.map(\.id))
    unique("evidence.xml", "branch", pack.branches.map(\.id))
    unique("evidence.xml", "panel", pack.panels.map(\.id))
    unique("evidence.xml", "question", pack.questions.map(\.id))
    unique("evidence.xml", "outcome", pack.outcomes.map(\.id))
    unique("evidence.xml", "people record", pack.identity.peopleRecords.map(\.item))
    unique("sources.xml", "source", pack.sources.map(\.id))
    unique("eligibility.xml", "fact", pack.eligibility.facts.map(\.id))
    unique("eligibility.xml", "rule", pack.eligibility.rules.map(\.id))
    unique("eligibility.xml", "flag", pack.eligibility.flags.map(\.id))
    unique(
      "eligibility.xml", "contradiction", pack.eligibility.contradictions.map(\.id))
    unique("eligibility.xml", "position", pack.guidelines.map(\.id))
    checkEvidence()
    checkSources()
    checkRules()
    checkDays()
    known(
      "documents.xml", "section", pack.quality.balance.sections,
      in: pack.handout.sections.map(\.id),
      by: "The check balance")
  }

  /// Evidence is searched for before it is to be reviewed, and no longer used after that.
  private mutating func checkDays() {
    let days = [pack.identity.searched, pack.identity.reviewBy, pack.identity.useUntil]
    if days != days.sorted() {
      diagnostics.error(
        "evidence.days", at: SourceLocation(file: "evidence.xml"),
        "The evidence is searched, then reviewed, then no longer used; these days are out of order.",
        advice: "Order the days searched, reviewBy and useUntil.")
    }
  }

  /// Checks what the plans name.
  mutating func check(plans: DocumentPlanReader, passages: Set<String>) {
    for use in plans.conditionUses where pack.eligibility.conditions[use.id] == nil {
      diagnostics.error(
        "documents.condition", at: use.location, "There is no condition \(use.id).",
        advice: "Define it in eligibility.xml.")
    }
    for use in plans.alternativeUses where pack.option(use.id) == nil {
      diagnostics.error(
        "documents.alternative", at: use.location, "There is no alternative \(use.id).",
        advice: "Use one of: \(pack.options.map(\.id).joined(separator: ", ")).")
    }
    for use in plans.passageUses where !passages.contains(use.id) {
      diagnostics.error(
        "documents.passage", at: use.location, "There is no passage \(use.id).",
        advice: "Use one of: \(passages.sorted().joined(separator: ", ")).")
    }
  }

  private mutating func unique(_ file: String, _ kind: String, _ ids: [String]) {
    var seen: Set<String> = []
    for id in ids where !seen.insert(id).inserted {
      diagnostics.error(
        "pack.duplicate", at: SourceLocation(file: file), "The \(kind) \(id) stands twice.",
        advice: "An id is used once; rename one of them.")
    }
  }

  private mutating func known(
    _ file: String, _ kind: String, _ ids: [String], in all: [String], by user: String
  ) {
    for id in ids where !all.contains(id) {
      diagnostics.error(
        "pack.unknownReference", at: SourceLocation(file: file),
        "\(user) names the \(kind) \(id), which does not exist.",
        advice: "Correct the id or add the \(kind).")
    }
  }

  private mutating func checkEvidence() {
    let file = "evidence.xml"
    let alternatives = pack.options.map(\.id)
    let criteria = pack.criteria.map(\.id)
    for panel in pack.panels {
      known(file, "criterion", panel.criteria, in: criteria, by: "The panel \(panel.id)")
    }
    for question in pack.questions {
      known(file, "criterion", question.needs, in: criteria, by: "The question \(question.id)")
    }
    for criterion in pack.criteria {
      known(
        file, "branch", [criterion.branch], in: pack.branches.map(\.id),
        by: "The criterion \(criterion.id)")
      known(
        file, "region", criterion.regionalRows.map(\.region), in: pack.regions.map(\.id),
        by: "The criterion \(criterion.id)")
      known(
        file, "criterion", criterion.dependences.map(\.criterion),
        in: criteria.filter { $0 != criterion.id }, by: "The criterion \(criterion.id)")
    }
    for outcome in pack.outcomes {
      known(
        file, "figure", outcome.results.compactMap(\.figure), in: pack.figures.map(\.id),
        by: "The outcome \(outcome.id)")
      known(
        file, "criterion", outcome.beside.map { [$0] } ?? [],
        in: pack.criteria.filter { $0.outOf == 100 }.map(\.id), by: "The outcome \(outcome.id)")
      if let condition = outcome.condition {
        known(
          file, "condition", [condition], in: Array(pack.eligibility.conditions.keys),
          by: "The outcome \(outcome.id)")
      }
      if outcome.results.map(\.alternative).sorted() != alternatives.sorted() {
        diagnostics.error(
          "evidence.outcome", at: SourceLocation(file: file),
          "Every alternative has one result in the outcome \(outcome.id).",
          advice: "Write a text in its place where nothing is known.")
      }
    }
    let aspects = pack.options.map { $0.aspects.map { "\($0.id) \($0.steps.count)" } }
    if Set(aspects).count > 1 {
      diagnostics.error(
        "evidence.aspects", at: SourceLocation(file: file),
        "Every alternative is told in the same aspects with the same number of steps.",
        advice: "Give each alternative the same aspects, in the same order.")
    }
    for region in pack.regions {
      for fault in ProblemBuilder.faults(of: pack, region: region.id) {
        diagnostics.error(
          "evidence.problem", at: SourceLocation(file: file),
          "The numbers for the region \(region.id) cannot be weighed: \(fault).",
          advice: "The two ends of a range hold every estimate and every 95 % limit.")
      }
    }
  }

  private mutating func checkSources() {
    let all = pack.sources.map(\.id)
    for figure in pack.figures {
      known("evidence.xml", "source", figure.sources, in: all, by: "The figure \(figure.id)")
    }
    for criterion in pack.criteria {
      for cell in (criterion.row.map { [$0] } ?? criterion.regionalRows.map(\.row)).flatMap(\.cells)
      {
        known("evidence.xml", "source", cell.sources, in: all, by: "The criterion \(criterion.id)")
      }
    }
    for rule in pack.eligibility.rules {
      known(
        "eligibility.xml", "source", rule.sources + rule.conflicts, in: all,
        by: "The rule \(rule.id)")
    }
    for flag in pack.eligibility.flags {
      known("eligibility.xml", "source", flag.sources, in: all, by: "The flag \(flag.id)")
    }
    for position in pack.guidelines {
      known(
        "eligibility.xml", "source", position.sources, in: all, by: "The position \(position.id)")
    }
  }

  private mutating func checkRules() {
    let rules = pack.eligibility
    let file = "eligibility.xml"
    unique("documents.xml", "otherHandout", pack.otherHandouts.map(\.id))
    known(
      "eligibility.xml", "otherHandout", rules.otherEvidence.map(\.handout),
      in: pack.otherHandouts.map(\.id), by: "The element noFitWhen")
    known(
      "eligibility.xml", "fact", rules.contradictions.flatMap(\.doubts),
      in: rules.facts.map(\.id), by: "A contradiction")
    known(
      "eligibility.xml", "region", pack.guidelines.flatMap { $0.regions ?? [] },
      in: pack.regions.map(\.id), by: "A position")
    if pack.urgentSheet == nil, let urgent = rules.rules.first(where: { $0.urgent != nil }) {
      diagnostics.error(
        "documents.urgentSheet", at: SourceLocation(file: "documents.xml"),
        "The rule \(urgent.id) calls for action now, and there is no urgent sheet to say so.",
        advice: "Add the element urgentSheet, or take the element urgent from the rule.")
    }
    let alternatives = pack.options.map(\.id)
    for rule in rules.rules {
      if rule.effects.map(\.alternative).sorted() != alternatives.sorted() {
        diagnostics.error(
          "eligibility.effects", at: SourceLocation(file: file),
          "The rule \(rule.id) has one effect for every alternative.",
          advice: "Write neutral where it says nothing.")
      }
      let isClosing = rule.effects.contains { $0.effect.isClosing }
      if isClosing && rule.urgent == nil && rule.closes == nil {
        diagnostics.error(
          "eligibility.closes", at: SourceLocation(file: file),
          "The rule \(rule.id) closes an option and does not say why and until when.",
          advice: "Add the element closes, with because and opens.")
      }
    }
    let used =
      rules.rules.map { ("The rule \($0.id)", $0.condition) }
      + rules.flags.map { ("The flag \($0.id)", $0.condition) }
      + rules.contradictions.map { ("The contradiction \($0.id)", $0.condition) }
      + rules.conditions.sorted { $0.key < $1.key }.map { ("The condition \($0.key)", $0.value) }
      + rules.facts.compactMap { fact in
        fact.settled.map { ("The fact \(fact.id)", $0.condition) }
      }
      + rules.facts.compactMap { fact in
        // What it counts as is what a rule could ask it for.
        fact.settled.map { ("The fact \(fact.id)", .fact(fact.id, isOneOf: [$0.value])) }
      }
      + pack.questionsToAsk.compactMap { ask in
        ask.condition.map { ("The question \(ask.text)", $0) }
      } + [("noFitWhen", rules.otherEvidenceWhen)]
    for (user, condition) in used {
      for problem in ConditionCheck(rules: rules, criteria: pack.criteria.map(\.id))
        .problems(in: condition)
      {
        diagnostics.error(
          "eligibility.condition", at: SourceLocation(file: file), "\(user) \(problem).",
          advice: "Correct the condition.")
      }
    }
  }
}
