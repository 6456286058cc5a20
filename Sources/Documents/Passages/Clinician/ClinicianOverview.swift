// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension PersonContext {
  /// Who, where, and from what.
  func identityRows() -> [Block] {
    let person = profile.person
    let sex: InlineText? =
      switch person.sex {
      case "female": wording(.sexFemale)
      case "male": wording(.sexMale)
      case "other": wording(.sexOther)
      default: nil
      }
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
          LabelledText(wording(.ageAndSex), wording.list([age, sex ?? unknown])),
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

  /// From what the documents were made, and until when the evidence holds.
  private func versionRows() -> [LabelledText] {
    let pack = pack.identity
    func text(_ value: String, _ number: DocumentNumber) -> InlineText {
      InlineText(number: value, from: .document(number))
    }
    return [
      LabelledText(wording(.dateMade), text("\(identity.date)", .date)),
      LabelledText(wording(.documentNumber), text(identity.document, .id)),
      LabelledText(
        wording(.madeBy),
        wording(.programVersion, ["version": text(identity.program, .program)])),
      LabelledText(
        wording(.packLabel),
        wording(
          .packVersion,
          ["id": InlineText(words: pack.id), "version": text(pack.version, .pack)])),
      LabelledText(wording(.searched), text("\(pack.searched)", .searched)),
      LabelledText(wording(.reviewBy), text("\(pack.reviewBy)", .reviewBy)),
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
