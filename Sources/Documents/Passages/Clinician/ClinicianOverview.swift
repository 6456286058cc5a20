// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

extension PersonContext {
  /// Who, where, and from what.
  func identityRows() -> [Block] {
    let person = profile.person
    let unknown = wording(.notKnown)
    let age = person.age.map { wording.number($0, from: .profile(.age)) } ?? unknown
    let clinic = [profile.clinic.name, profile.clinic.clinician].compactMap { $0 }
      .map { shortened($0, to: 60) }
    return [
      .labelled(
        [
          LabelledText(
            wording(.pseudonym), InlineText(number: identity.profile, from: .profile(.id))),
          LabelledText(
            wording(.personName), person.displayName.map { shortened($0, to: 70) } ?? unknown),
          LabelledText(wording(.ageAndSex), wording.list([age, sexText ?? unknown])),
          LabelledText(
            wording(.clinicRow), clinic.isEmpty ? wording(.notStated) : wording.list(clinic)),
          LabelledText(
            wording(.settingRow),
            wording(
              .regionAndPayer,
              [
                "region": wording.text(base.region.name),
                "payer": wording(payerShort),
              ])),
        ] + versionRows())
    ]
  }

  /// What the patient has, first of all, and a check against the wrong level.
  func patientFacts() -> [Block] {
    let first = pack.eligibility.facts.filter(\.isFirst)
    let rows = first.map { fact in
      LabelledText(wording.text(fact.name), factText(fact) ?? wording(.notKnown), id: fact.id)
    }
    let check = first.first { $0.kind == .levels }.map { fact in
      factText(fact).map { wording(ClinicianPhrase.levelCheck, ["levels": $0]) }
        ?? wording(ClinicianPhrase.levelMissing)
    }
    return (rows.isEmpty ? [] : [.labelled(rows)])
      + (check.map { [.list(.tickBoxes, [$0])] } ?? [])
  }

  /// The sex of the person in a word; nil when it is not known.
  var sexText: InlineText? {
    switch profile.person.sex {
    case "female": wording(.sexFemale)
    case "male": wording(.sexMale)
    case "other": wording(.sexOther)
    default: nil
    }
  }

  /// From what the documents were made, and until when the evidence holds.
  private func versionRows() -> [LabelledText] {
    let pack = pack.identity
    func text(_ value: String, _ number: DocumentNumber) -> InlineText {
      InlineText(number: value, from: .document(number))
    }
    return [
      LabelledText(wording(.dateMade), wording.day(identity.date, from: .document(.date))),
      LabelledText(wording(.documentNumber), text(identity.document, .id)),
      LabelledText(
        wording(.madeBy),
        wording(.programVersion, ["version": text(identity.program, .program)])),
      LabelledText(
        wording(.packLabel),
        wording(
          .packVersion,
          ["id": InlineText(words: pack.id), "version": text(pack.version, .pack)])),
      LabelledText(wording(.searched), wording.day(pack.searched, from: .document(.searched))),
      LabelledText(wording(.reviewBy), wording.day(pack.reviewBy, from: .document(.reviewBy))),
    ]
  }

  /// Who pays, in a word.
  var payerShort: Phrase {
    switch profile.setting.payer {
    case .patient: .payerShortPatient
    case .insurer: .payerShortInsurer
    case .public: .payerShortPublic
    case .shared: .payerShortShared
    case .unknown: .notKnown
    }
  }

  /// The urgent rules in the clinician's words.
  func urgentForClinician() -> [Block] {
    urgentRules.map { .paragraph(wording.text($0.clinician), .warning) }
  }

  /// The person's own questions and remarks.
  func patientWords() -> [Block] {
    var blocks: [Block] = []
    if !profile.questions.isEmpty {
      blocks += [
        .smallHeading(wording(.patientAsks)), .list(.bullets, profile.questions.map(quote)),
      ]
    }
    if !profile.remarks.isEmpty {
      blocks += [.smallHeading(wording(.patientSays)), .list(.bullets, profile.remarks.map(quote))]
    }
    return blocks.isEmpty ? [.paragraph(wording(.noWords), .plain)] : blocks
  }
}

extension PersonContext {
  /// Facts that contradict each other, and limits of the person that nobody can hold anything
  /// against; nothing for most people.
  func contradictions() -> [Block] {
    let facts = pack.eligibility.contradictions.filter { findings.contradictions.contains($0.id) }
      .map { Block.paragraph(wording.text($0.clinician), .warning) }
    let limits = analysis.limits.filter { !$0.isBroken }.map { found in
      wording(
        found.isNotKnown ? .limitNotKnownClinician : .limitDependsClinician,
        [
          "option": base.name(found.alternative),
          "name": base.criterionInline(found.limit.criterion), "level": limitLevel(found.limit),
        ])
    }
    return facts + (limits.isEmpty ? [] : [.list(.bullets, limits)])
  }

  /// A limit of the person as it is read back, with what is not known about keeping to it.
  func limitText(_ limit: StatedPreferences.Limit) -> InlineText {
    let found = analysis.limits.filter { $0.limit == limit && !$0.isBroken }
    let open = found.filter(\.isNotKnown).map { base.inline($0.alternative) }
    let split = found.filter { !$0.isNotKnown }.map { base.inline($0.alternative) }
    let text = wording(
      limit.isHighest ? .limitAtMost : .limitAtLeast,
      ["name": base.criterionInline(limit.criterion), "level": limitLevel(limit)])
    return [
      text, open.isEmpty ? .empty : wording(.limitNotKnown, ["options": wording.list(open)]),
      split.isEmpty ? .empty : wording(.limitDepends, ["options": wording.list(split)]),
    ].spaced
  }
}

/// What keeps the printed copy to two pages: lists and a person's words have a greatest length, and
/// what is left out is counted and stands in full further down and in the record.
extension PersonContext {
  /// The first items of a list, and how many more there are.
  ///
  /// - Parameter limit: the greatest number of lines, above 0.
  func capped(_ items: [InlineText], _ limit: Int) -> [InlineText] {
    // The line that counts the rest takes as much room as one more item.
    if items.count <= limit { return items }
    let rest = items.count - (limit - 1)
    return items.prefix(limit - 1) + [more(rest)]
  }

  /// That there is more than is shown, and where.
  func more(_ count: Int) -> InlineText {
    wording(ClinicianPhrase.andMore, ["n": wording.number(count, from: .analysis(.leftOut))])
  }

  /// A person's own words up to a number of characters; what is cut short says so.
  func shortened(_ words: String, to limit: Int) -> InlineText {
    // Names and remarks may be thousands of characters long.
    let start = words.prefix(limit)
    if start.endIndex == words.endIndex { return InlineText(person: words) }
    let whole = start.lastIndex(of: " ").map { start[..<$0] } ?? start
    let shown = whole.count * 2 > limit ? whole : start
    return wording(ClinicianPhrase.cutShort, ["words": InlineText(person: String(shown))])
  }
}
