// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionModel

extension PersonContext {
  /// What the rules find for every option, with reasons and what is not known yet.
  func suitability() -> [Block] {
    let panels = analysis.suitability.map { finding in
      PanelBlock(
        id: finding.alternative, title: base.name(finding.alternative), blocks: blocks(finding))
    }
    // What holds whatever is chosen is said once, and unless it is known not to apply.
    let always = zip(pack.eligibility.rules, analysis.ruleTruths)
      .filter { $0.0.group == .always && $0.1 != .no }.map { wording.text($0.0.reason) }
    // A fact that is not known leaves several options open; its question is asked once.
    let open = pack.eligibility.facts.filter { analysis.openFacts.contains($0.id) }
      .map { wording.text($0.ask) }
    return [.panels(panels)]
      + (open.isEmpty ? [] : [.heading(wording(.openHeading)), .list(.tickBoxes, open)])
      + (always.isEmpty ? [] : [.heading(wording(.forEveryOption)), .list(.bullets, always)])
  }

  private func blocks(_ finding: SuitabilityFinding) -> [Block] {
    var blocks: [Block] = [.paragraph(status(finding), .plain)]
    // What speaks for an option is not said beside the reason that rules it out.
    let applying = finding.applying.filter {
      finding.takesPart || [.contraindicated, .notIndicated, .caution].contains($0.effect)
    }
    let reasons = applying.compactMap { applied in
      pack.eligibility.rules.first { $0.id == applied.rule && $0.group != .always }
        .map { wording.text($0.reason) }
    }
    let broken = analysis.brokenLimits.filter { $0.alternative == finding.alternative }.map {
      wording(
        .limitBroken,
        [
          "option": base.name(finding.alternative),
          "name": base.criterionInline($0.limit.criterion), "level": limitLevel($0.limit),
        ])
    }
    if !(reasons + broken).isEmpty {
      blocks += [.smallHeading(wording(.whyHeading)), .list(.bullets, reasons + broken)]
    }
    return blocks
  }

  private func status(_ finding: SuitabilityFinding) -> InlineText {
    let id = finding.alternative
    switch finding.status {
    case .contraindicated: return wording(.statusContraindicated, ["option": base.name(id)])
    case .notIndicated: return wording(.statusNotIndicated, ["option": base.inline(id)])
    default: break
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
    return base.level(limit.level, of: criterion, from: "profile.limit")
  }

  /// What may matter about this person, without any changed number.
  func flagsForYou() -> [Block] {
    let items = pack.eligibility.flags.filter { analysis.flags.contains($0.id) }
      .map { wording.text($0.patient) }
    if items.isEmpty { return [.paragraph(wording(.noFlags), .plain)] }
    return [.smallHeading(wording(.flagsHeading)), .list(.bullets, items)]
  }

  /// What each option costs, whose prices these are, and who pays.
  func cost() -> [Block] {
    guard let row = pack.criteria.firstIndex(where: { $0.row == nil }) else { return [] }
    let criterion = pack.criteria[row]
    let cells = criterion.row(in: base.region.id)?.cells ?? []
    let rows = zip(base.levels[row], cells).map { figure, cell in
      [
        base.name(cell.alternative), base.shown(figure, of: criterion),
        base.priced.contains(cell.alternative)
          ? wording(.pricesOfClinic)
          : base.sureness(cell.reason),
      ]
    }
    let payer =
      switch profile.setting.payer {
      case .patient: wording(.payerPatient)
      case .insurer: wording(.payerInsurer)
      case .public: wording(.payerPublic)
      case .shared: wording(.payerShared)
      case .unknown: wording(.payerUnknown)
      }
    return [
      .table(
        Table(
          caption: wording(.costCaption),
          columns: [wording(.columnOption), wording(.columnLevel), wording(.columnSure)],
          rows: rows)),
      .paragraph(payer, .key),
      .paragraph(
        base.priced.isEmpty
          ? wording(.pricesOfRegion, ["region": wording.text(base.region.name)])
          : wording(.pricesOfClinic), .plain),
      .paragraph(wording.text(base.region.note), .plain),
    ]
  }
}
