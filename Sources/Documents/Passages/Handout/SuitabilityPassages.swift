// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

extension PersonContext {
  /// The longest list of what studies point to; the clinician's copy has all.
  private static let flagLimit = 3
  /// The longest list of reasons; those that must be acted on come first.
  private static let reasonLimit = 5
  /// The longest list of open facts; the clinician's copy has all.
  private static let openLimit = 8

  /// What the rules find for every option, with reasons and what is not known yet.
  ///
  /// A reason that holds for several options is said once.
  func suitability() -> [Block] { suitability(withoutNumbers: false) }

  /// The same for a person of other evidence: a reason that states numbers of other people is left
  /// out; why an option is closed stands on the first page.
  func otherSuitability() -> [Block] { suitability(withoutNumbers: true) }

  private func suitability(withoutNumbers: Bool) -> [Block] {
    let found = analysis.suitability.map { finding in
      LabelledText(base.name(finding.alternative), status(finding), id: finding.alternative)
    }
    var applied: Set<String> = []
    var reasons: [InlineText] = []
    for rule in pack.eligibility.rules where rule.group != .always {
      guard analysis.suitability.contains(where: { counts(rule.id, for: $0) }),
        applied.insert(rule.id).inserted
      else { continue }
      let reason = wording.text(rule.reason)
      if withoutNumbers && rule.group != .cancer && reason.statesEvidence { continue }
      reasons.append(reason)
    }
    reasons += analysis.brokenLimits.map { broken in
      wording(
        .limitBroken,
        [
          "option": base.name(broken.alternative),
          "name": base.criterionInline(broken.limit.criterion), "level": limitLevel(broken.limit),
        ])
    }
    // What holds whatever is chosen is said once, and unless it is known not to apply.
    let always = zip(pack.eligibility.rules, analysis.ruleTruths)
      .filter { $0.0.group == .always && $0.1 != .no }.map { wording.text($0.0.reason) }
    return [.part(DocumentPart(id: "suits", blocks: [.labelled(found)]))]
      + titled(.whyHeading, .bullets, Array(reasons.prefix(PersonContext.reasonLimit)))
      + more(.moreReasons, reasons.count - PersonContext.reasonLimit) + openFactQuestions()
      + titled(.forEveryOption, .bullets, always)
  }

  /// Whether the reason of a rule is printed: what speaks for an option is not said beside the reason
  /// that rules it out.
  private func counts(_ rule: String, for finding: SuitabilityFinding) -> Bool {
    finding.applying.contains { applied in
      applied.rule == rule
        && (finding.takesPart
          || [.contraindicated, .notIndicated, .caution].contains(applied.effect))
    }
  }

  /// A fact that is not known leaves several options open; its question is asked once.
  private func openFactQuestions() -> [Block] {
    let open = pack.eligibility.facts.filter { analysis.openFacts.contains($0.id) }
      .map { wording.text($0.ask) }
    return titled(.openHeading, .tickBoxes, Array(open.prefix(PersonContext.openLimit)))
      + more(.moreOpenFacts, open.count - PersonContext.openLimit)
  }

  /// How many entries of a list stand on the clinician's copy alone.
  func more(_ phrase: Phrase, _ left: Int) -> [Block] {
    left > 0
      ? [.paragraph(wording(phrase, ["n": wording.number(left, from: .analysis(.left))]), .note)]
      : []
  }

  private func titled(
    _ heading: Phrase, _ form: Block.ListForm, _ items: [InlineText]
  ) -> [Block] {
    items.isEmpty ? [] : [.heading(wording(heading)), .list(form, items)]
  }

  private func status(_ finding: SuitabilityFinding) -> InlineText {
    let id = finding.alternative
    switch finding.status {
    case .contraindicated: return wording(.statusContraindicated, ["option": base.name(id)])
    case .notIndicated: return wording(.statusNotIndicated, ["option": base.inline(id)])
    default: break
    }
    if analysis.declined.contains(id) {
      return wording(.statusDeclined, ["option": base.inline(id)])
    }
    if !analysis.takesPart(id) { return wording(.statusPastLimit, ["option": base.name(id)]) }
    switch finding.status {
    case .open: return wording(.statusOpen, ["option": base.inline(id)])
    case .caution: return wording(.statusCaution, ["option": base.name(id)])
    default: return wording(.statusNoReasonAgainst, ["option": base.inline(id)])
    }
  }

  /// A limit in the words of its criterion.
  func limitLevel(_ limit: StatedPreferences.Limit) -> InlineText {
    guard let criterion = pack.criterion(limit.criterion) else { return .empty }
    return base.level(limit.level, of: criterion, from: .profile(.limit))
  }

  /// What may matter about this person, without any changed number.
  func flagsForYou() -> [Block] {
    let items = pack.eligibility.flags.filter { analysis.flags.contains($0.id) }
      .map { wording.text($0.patient) }
    return titled(.flagsHeading, .bullets, Array(items.prefix(PersonContext.flagLimit)))
  }

  /// Who pays, whose prices the comparison prints, and what to know about them.
  func cost() -> [Block] {
    let payer =
      switch profile.setting.payer {
      case .patient: wording(.payerPatient)
      case .insurer: wording(.payerInsurer)
      case .public: wording(.payerPublic)
      case .shared: wording(.payerShared)
      case .unknown: wording(.payerUnknown)
      }
    let whose =
      base.prices.isEmpty
      ? wording(.pricesOfRegion, ["region": wording.text(base.region.name)])
      : wording(.pricesOfClinic)
    return [
      .paragraph(payer, .key),
      .paragraph([whose, wording.text(base.region.note)].spaced, .plain),
    ]
  }
}

extension InlineText {
  /// Whether it states a number of the evidence.
  fileprivate var statesEvidence: Bool {
    sources.contains { if case .evidence = $0 { true } else { false } }
  }
}
