// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionModel

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
    let age = person.age.map { wording.number($0, from: "profile.age") } ?? unknown
    let clinic = [profile.clinic.name, profile.clinic.clinician].compactMap { $0 }
      .map { InlineText(person: $0) }
    return [
      .labelled([
        LabelledText(
          wording(.pseudonym), InlineText(number: identity.profile, from: "profile.id")),
        LabelledText(
          wording(.personName), person.displayName.map { InlineText(person: $0) } ?? unknown),
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
      ])
    ]
  }

  /// Who pays, in a word.
  private var payerShort: Phrase {
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

  /// How the weights were asked, and what is odd about the answers.
  func consistency() -> [Block] {
    let preferences = profile.preferences
    guard let weights = preferences.weights else {
      let status: Phrase =
        preferences.status == .noClearPreference ? .statusNoPreference : .statusNotAsked
      return [.paragraph(wording(status), .plain)]
    }
    let method: Phrase =
      switch weights.method {
      case .swing: .methodSwing
      case .directRating: .methodRating
      case .hundredPoints: .methodShares
      case .rankOrder(.rankOrderCentroid): .methodRankCentroid
      case .rankOrder(.rankSum): .methodRankSum
      case .rankOrder(.reciprocal): .methodReciprocal
      case .given, .notElicited: .methodNone
      }
    let pattern: Phrase =
      switch analysis.pattern {
      case .allEqual: .patternEqual
      case .singleCriterion: .patternSingle
      case .ordinary, nil: .patternOrdinary
      }
    let asked = preferences.asked.map { InlineText(number: $0, from: "profile.asked") }
    var items = [
      wording(
        .consistencyMethod, ["method": wording(method), "date": asked ?? wording(.notStated)]),
      wording(
        .consistencyList,
        [
          "list": listName,
          "count": wording.number(preferences.criteria.count, from: "profile.criteria"),
        ]), wording(pattern),
    ]
    if weights.method == .directRating { items.append(wording(.directRatingNote)) }
    for note in weights.notes {
      items.append(wording(note == .hundredPointsNotExact ? .weightsRounded : .ranksTied))
    }
    items += sharedTags()
    if preferences.criteria.contains(where: { pack.criterion($0)?.row == nil }) {
      items.append(
        wording(.costPayer, ["payer": wording(payerShort)]))
    }
    return [.list(.bullets, items)]
  }

  /// Criteria of the list that share a tag.
  private func sharedTags() -> [InlineText] {
    let list = profile.preferences.criteria.compactMap { pack.criterion($0) }
    var tags: [String] = []
    for tag in list.flatMap(\.measures) where !tags.contains(tag) { tags.append(tag) }
    return tags.compactMap { tag in
      let sharing = list.filter { $0.measures.contains(tag) }
      guard sharing.count > 1 else { return nil }
      return wording(
        .sharedTag, ["names": wording.list(sharing.map { wording.text($0.texts.inline) })])
    }
  }
}
