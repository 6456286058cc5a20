// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

/// What is said of options that a rule closes, and of facts that could close one.
extension PersonContext {
  /// How many reasons stand with an option on the first page, and how many facts to find out.
  private static let (reasonsShown, factsShown) = (2, 6)

  /// Whether a rule closes an option; a limit of the person does not.
  func isClosed(_ alternative: String) -> Bool {
    analysis.finding(alternative).map { !$0.takesPart } ?? false
  }

  /// Whether rules close every procedure.
  var areProceduresClosed: Bool {
    pack.options.filter { $0.kind == .procedure }.allSatisfy { isClosed($0.id) }
  }

  /// The options that are closed, why, and what could open them again; nothing when none is.
  func closedOptions() -> [Block] {
    let closed = pack.options.filter { isClosed($0.id) }
    if closed.isEmpty { return [] }
    let rows = closed.map { option in
      let reasons = closingTexts(of: option.id).prefix(PersonContext.reasonsShown).map {
        wording.text($0.because)
      }
      return LabelledText(
        wording.text(option.name), wording(.closedBecause, ["reasons": wording.list(reasons)]),
        id: option.id)
    }
    var opens: [InlineText] = []
    for text in closed.flatMap({ closingTexts(of: $0.id) }).map({ wording.text($0.opens) })
    where !opens.contains(text) {
      opens.append(text)
    }
    return [.paragraph(wording(.closedLead), .plain), .labelled(rows)]
      + (opens.isEmpty
        ? [] : [.heading(wording(.opensHeading)), .list(.bullets, opens)])
  }

  /// Whose the choice is, and what is open where both procedures are closed.
  func choiceReminder() -> [Block] {
    [.paragraph(wording(areProceduresClosed ? .closedReminder : .choiceReminder), .key)]
  }

  /// The facts that could rule an option out, with who finds them out; nothing when the options are
  /// compared, or cannot be for another reason.
  func factsToSettle() -> [Block] {
    guard areFactsOpen else { return [] }
    let facts = blockingFacts.map { wording.text($0.settle ?? $0.ask) }
    return [
      .heading(wording(.settleHeading)), .paragraph(wording(.settleLead), .key),
      .list(.tickBoxes, Array(facts.prefix(PersonContext.factsShown))),
    ] + more(.moreOpenFacts, facts.count - PersonContext.factsShown)
  }

  /// The same for the clinician, by the names of the facts.
  func factsToSettleForClinician() -> [Block] {
    guard areFactsOpen else { return [] }
    return [
      .smallHeading(wording(ClinicianPhrase.settleClinician)),
      .list(.tickBoxes, capped(blockingFacts.map { wording.text($0.name) }, 11)),
    ]
  }

  private var areFactsOpen: Bool {
    analysis.answers.contains { $0.outcome == .notCompared(.factsOpen) }
  }

  private var blockingFacts: [ClinicalFact] {
    let ids = analysis.blockingFacts(pack.eligibility)
    return byWeight(pack.eligibility.facts.filter { ids.contains($0.id) })
  }

  private func closingTexts(of alternative: String) -> [EligibilityRule.ClosingTexts] {
    let applying = analysis.finding(alternative)?.applying.filter { $0.effect.isClosing } ?? []
    return pack.eligibility.rules.filter { rule in applying.contains { $0.rule == rule.id } }
      .compactMap(\.closes)
  }
}
