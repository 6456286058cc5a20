// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack
import Markup

/// Makes the documents of one person from a pack.
///
/// Parts that are the same for many people are made once and kept; one composer belongs to one
/// task.
public struct Composer {
  private let pack: EvidencePack
  private let wording: Wording
  private var plans: [String: PreparedPlans] = [:]

  /// A composer for a pack in one language.
  public init(pack: EvidencePack, wording: Wording) {
    self.pack = pack
    self.wording = wording
  }

  /// The documents of one person, not yet checked and without their fingerprint.
  ///
  /// - Parameters:
  ///   - profile: the person; checked against the pack before.
  ///   - given: the profile as it was given.
  ///   - analysis: what the rules and the mathematics say for the person.
  ///   - identity: what the documents are and from what they are made.
  public mutating func document(
    for profile: PreferenceProfile, given: MarkupElement, analysis: PersonAnalysis,
    identity: DocumentIdentity
  ) -> DecisionDocument {
    let prepared = prepare(profile, identity.order)
    let kind = analysis.handoutKind
    // A pack without the plan that a rule names is refused by its reader.
    let instead =
      kind == .urgent
      ? prepared.urgentSheet : analysis.otherEvidence.flatMap { prepared.otherHandouts[$0.handout] }
    let handout = kind == .full ? prepared.handout : instead ?? prepared.handout
    let context = PersonContext(
      base: handout.context, profile: profile, analysis: analysis.ordered(by: identity.order),
      identity: identity)
    return DecisionDocument(
      identity: identity,
      handout: body(handout.title, handout.sections, context, kind: kind),
      clinicianCopy: body(
        pack.clinicianCopy.title,
        prepared.clinicianCopy.filter { $0.beside.contains(kind) }, context, kind: nil),
      pageTexts: PageTexts(
        document: identity.document, displayName: profile.person.displayName, wording: wording),
      profile: profile, given: given, analysis: analysis,
      readBack: profile.preferences.weights.map { context.readBack($0).sentence },
      numbers: prepared.numbers,
      peopleRecords: pack.identity.peopleRecords.map {
        PeopleRecord(item: $0.item, date: $0.date, text: wording.text($0.text))
      })
  }

  /// The prepared plans for a setting and an order: one for each region and order, and none kept for
  /// own prices.
  private mutating func prepare(
    _ profile: PreferenceProfile, _ order: OptionOrder
  ) -> PreparedPlans {
    let setting = profile.setting
    let own = !setting.prices.isEmpty
    let variant = ([wording.catalogue.language, setting.region] + order.alternatives)
      .joined(separator: " ")
    if !own, let kept = plans[variant] { return kept }
    let region =
      pack.region(setting.region)
      ?? Region(id: setting.region, name: "", currency: "", note: "", emergency: "")
    let context = PackContext(
      pack: pack, order: order, wording: wording, region: region, prices: setting.prices)
    let prepared = PreparedPlans(
      context: context, setting: setting, variant: own ? nil : variant)
    if !own { plans[variant] = prepared }
    return prepared
  }

  private func body(
    _ title: TextID, _ sections: [PreparedSection], _ context: PersonContext, kind: HandoutKind?
  ) -> DocumentBody {
    DocumentBody(
      title: wording.text(title), kind: kind,
      sections: sections.map { section in
        DocumentSection(
          id: section.id, title: section.title,
          blocks: section.parts.flatMap { part -> [Block] in
            switch part {
            case .shared(let blocks): [.shared(blocks)]
            case .personal(let block):
              context.blocks(of: block, clinician: kind == nil)
            }
          }, isScreenOnly: section.isScreenOnly)
      })
  }
}
