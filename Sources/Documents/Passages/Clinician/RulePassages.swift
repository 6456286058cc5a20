// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

extension PersonContext {
  /// The state of every option and the rules that apply.
  func ruleFindings() -> [Block] {
    let states = Table(
      caption: wording(.statusCaption), columns: [wording(.columnOption), wording(.columnFinding)],
      rows: analysis.suitability.map {
        [base.name($0.alternative), state($0)]
      })
    let applying = zip(pack.eligibility.rules, analysis.ruleTruths).filter { $0.1 == .yes }
      .map(\.0)
    if applying.isEmpty { return [.table(states), .paragraph(wording(.noRules), .plain)] }
    let rules = Table(
      caption: wording(.rulesCaption),
      columns: [wording(.columnRule)] + base.optionColumns + [wording(.columnLevelOfRule)],
      rows: applying.map { rule in
        [wording.text(rule.clinician)]
          + pack.options.map { wording(PersonContext.phrase(rule.effect(on: $0.id))) }
          + [strength(rule)]
      })
    return [.table(states), .table(rules)]
  }

  /// The state by the rules, and the limits of the patient that the estimates break.
  func state(_ finding: SuitabilityFinding) -> InlineText {
    let limits = analysis.brokenLimits.filter { $0.alternative == finding.alternative }
    let broken = limits.map { base.criterionInline($0.limit.criterion) }
    let status = wording(PersonContext.phrase(finding.status))
    if broken.isEmpty { return status }
    return wording(.statePastLimit, ["state": status, "names": wording.list(broken)])
  }

  private static func phrase(_ status: SuitabilityFinding.Status) -> Phrase {
    switch status {
    case .contraindicated: .statusShortContraindicated
    case .notIndicated: .statusShortNotIndicated
    case .open: .statusShortOpen
    case .caution: .statusShortCaution
    case .noReasonAgainst: .statusShortNoReasonAgainst
    }
  }

  static func phrase(_ effect: RuleEffect) -> Phrase {
    switch effect {
    case .contraindicated: .effectContraindicated
    case .notIndicated: .effectNotIndicated
    case .caution: .effectCaution
    case .favours: .effectFavours
    case .neutral: .effectNeutral
    case .required: .effectRequired
    case .unknown: .effectUnknown
    }
  }

  /// How strong a rule is and what it rests on.
  private func strength(_ rule: EligibilityRule) -> InlineText {
    let terms = ([rule.level] + rule.basis).map {
      wording.text(EligibilityRule.text(ofStrength: $0))
    }
    return terms.dropFirst().reduce(terms[0]) {
      wording(.byReading, ["before": $0, "last": $1])
    }
  }

  /// The facts that are not known and leave a rule against an option open.
  func openFacts() -> [Block] {
    let facts = pack.eligibility.facts.filter { analysis.openFacts.contains($0.id) }
    if facts.isEmpty { return [.paragraph(wording(.noOpenFacts), .plain)] }
    return [
      .smallHeading(wording(.openFactsCaption)),
      .list(.bullets, facts.map { wording.text($0.name) }),
    ]
  }

  /// The flags in the clinician's words.
  func clinicianFlags() -> [Block] {
    let flags = pack.eligibility.flags.filter { analysis.flags.contains($0.id) }
    if flags.isEmpty { return [.paragraph(wording(.noClinicianFlags), .plain)] }
    return [.list(.bullets, flags.map { wording.text($0.clinician) })]
  }
}

extension PersonContext {
  /// The greatest number of rules on paper, beside those that are never left out.
  private static let ruleLimit = 7

  /// The state of every option, and one line for each rule that applies: what speaks against an
  /// option first, never left out.
  func ruleSummary() -> [Block] {
    let applying = zip(pack.eligibility.rules, analysis.ruleTruths).filter { $0.1 == .yes }
      .map(\.0)
    let against = applying.filter(speaksAgainst)
    let others = applying.filter { !speaksAgainst($0) }
    let order: [RuleEffect] = [.caution, .required, .favours, .unknown, .neutral]
    let ranked = order.flatMap { effect in others.filter { strongest($0, order) == effect } }
    let room = max(2, PersonContext.ruleLimit - against.count)
    let shown = against + ranked.prefix(room)
    let states = [wording(ClinicianPhrase.allRules)] + analysis.suitability.map(state)
    let rows = shown.map { rule in
      [wording.text(rule.brief)]
        + pack.options.map { wording(PersonContext.phrase(rule.effect(on: $0.id))) }
    }
    let table = Table(
      id: "rules", caption: wording(ClinicianPhrase.ruleSummaryCaption),
      columns: [wording(.columnRule)] + base.optionColumns, rows: [states] + rows,
      columnIDs: [""] + pack.options.map(\.id), rowIDs: ["all"] + shown.map(\.id))
    let rest = applying.count - shown.count
    return [.table(table)] + (rest > 0 ? [.paragraph(more(rest), .plain)] : [])
  }

  /// Whether a rule is a red flag or rules an option out.
  private func speaksAgainst(_ rule: EligibilityRule) -> Bool {
    rule.urgent != nil || rule.group == .stopAndRefer
      || rule.effects.contains { $0.effect == .contraindicated || $0.effect == .notIndicated }
  }

  private func strongest(_ rule: EligibilityRule, _ order: [RuleEffect]) -> RuleEffect {
    order.first { effect in rule.effects.contains { $0.effect == effect } } ?? .neutral
  }

  /// The flags in one short line each.
  func flagsInBrief() -> [Block] {
    let flags = pack.eligibility.flags.filter { analysis.flags.contains($0.id) }
    if flags.isEmpty { return [.paragraph(wording(.noClinicianFlags), .plain)] }
    return [
      .smallHeading(wording(ClinicianPhrase.flagsCaption)),
      .list(.bullets, capped(flags.map { wording.text($0.brief) }, 6)),
    ]
  }
}
