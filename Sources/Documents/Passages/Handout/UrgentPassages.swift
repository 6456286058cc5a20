// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

/// What the urgent sheet says: one page in place of the handout, for a person, a telephone and an
/// emergency team.
extension PersonContext {
  /// The rules that apply and must be acted on now.
  var urgentRules: [EligibilityRule] {
    zip(pack.eligibility.rules, analysis.ruleTruths)
      .filter { $0.0.urgent != nil && $0.1 == .yes }.map(\.0)
  }

  private var urgentTexts: [EligibilityRule.UrgentTexts] { urgentRules.compactMap(\.urgent) }

  // More than one rule can apply. All are named to the person and to the team; what to do, to say
  // and to wait for is that of the first, since the pack lists the most pressing first and the
  // sheet has one page.

  /// The number of emergencies, what may be happening, and who needs to see the person.
  func urgentHappening() -> [Block] {
    let need = urgentTexts.prefix(1).map { Block.paragraph(wording.text($0.need), .key) }
    let happening = urgentTexts.map { wording.text($0.happening) }
    return [
      .labelled([LabelledText(wording(.emergencyNumber), emergencyNumber, id: "emergency")]),
      .paragraph(happening.spaced, .plain),
    ] + need
  }

  /// What to do now.
  func urgentAct() -> [Block] {
    urgentTexts.prefix(1).map {
      .paragraph(wording.text($0.act, ["number": emergencyNumber]), .plain)
    }
  }

  /// What to say on the telephone, with the level of the fracture.
  func urgentSay() -> [Block] {
    let levels = brokenLevels
    return urgentTexts.prefix(1).map { texts in
      let signs = wording.text(texts.say)
      if levels.isEmpty { return .paragraph(wording(.urgentSayNone, ["signs": signs]), .note) }
      let phrase: Phrase = levels.count == 1 ? .urgentSayOne : .urgentSayMany
      return .paragraph(
        wording(phrase, ["levels": wording.list(levels), "signs": signs]), .note)
    }
  }

  /// Why the choice can wait.
  func urgentWait() -> [Block] {
    urgentTexts.prefix(1).map { .paragraph(wording.text($0.wait), .plain) }
  }

  /// Whom to call about the choice; nothing when the profile does not say.
  func clinicNumber() -> [Block] {
    let clinic = profile.clinic
    let rows = [
      (Phrase.phone, clinic.phone), (.yourClinician, clinic.clinician), (.yourClinic, clinic.name),
    ].compactMap { label, value in
      value.map { LabelledText(wording(label), InlineText(person: $0)) }
    }
    return rows.isEmpty ? [] : [.labelled(rows)]
  }

  /// The numbers to call: that of emergencies, and the clinic's.
  func numbersToCall() -> [Block] {
    var rows = [LabelledText(wording(.emergencyNumber), emergencyNumber, id: "emergency")]
    for case .labelled(let own) in clinicNumber() { rows += own }
    return [.labelled(rows)]
  }

  /// Who the person is, what is known and what is asked for, in the words of an emergency team.
  func urgentTeam() -> [Block] {
    let unknown = wording(.notKnown)
    let age = profile.person.age.map { wording.number($0, from: .profile(.age)) } ?? unknown
    let facts = pack.eligibility.facts.filter { $0.told != nil }.map { fact in
      wording(
        .urgentFact, ["name": wording.text(fact.name), "value": factText(fact) ?? unknown])
    }
    let who = wording(.urgentWho, ["age": age, "sex": sexText ?? unknown])
    let signs =
      urgentTexts.prefix(1).map { wording.text($0.team) }
      + urgentRules.dropFirst().map { wording.text($0.brief) }
    let blanks = [Phrase.urgentFillMedicine, .urgentFillAllergies, .urgentFillFood].map {
      Block.writingSpace(wording($0), lines: 1)
    }
    return [.paragraph(([who] + facts).spaced, .plain)]
      + [.paragraph(signs.spaced, .key)] + blanks
  }

  private var emergencyNumber: InlineText {
    InlineText(number: base.region.emergency, from: .document(.emergency))
  }

  /// The broken bones, from top to bottom; none when they are not known.
  private var brokenLevels: [InlineText] {
    pack.eligibility.facts.flatMap { fact -> [InlineText] in
      guard case .levels(let levels) = profile.facts[fact.id] else { return [] }
      return levels.map { InlineText(number: $0, from: .fact(fact.id)) }
    }
  }
}
