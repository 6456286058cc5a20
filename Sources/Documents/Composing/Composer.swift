// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack

/// Makes the documents of one person from a pack.
///
/// Parts that are the same for many people are made once and kept; one composer belongs to one
/// task.
public struct Composer {
  private let pack: EvidencePack
  private let wording: Wording
  private var plans: [String: PreparedPlans] = [:]
  private var decisions: KeptDecisions

  /// A composer for a pack in one language.
  ///
  /// - Parameter decisions: the problems and draws that are worked out already, by region.
  public init(
    pack: EvidencePack, wording: Wording, decisions: [String: PreparedDecision] = [:]
  ) {
    self.pack = pack
    self.wording = wording
    self.decisions = KeptDecisions(pack: pack, decisions)
  }

  /// The documents of one person.
  ///
  /// - Parameters:
  ///   - profile: the person; checked against the pack before.
  ///   - identity: what the documents are and from what they are made.
  /// - Throws: `DecisionProblemError` when the pack has no usable numbers for the person's region.
  public mutating func document(
    for profile: PreferenceProfile, identity: DocumentIdentity
  ) throws(DecisionProblemError) -> DecisionDocument {
    document(
      for: profile, identity: identity,
      analysis: try PersonAnalysis(
        pack: pack, profile: profile, prepared: decisions.decision(profile.setting)))
  }

  /// The documents of one person whose analysis was made before, for the same setting.
  public mutating func document(
    for profile: PreferenceProfile, identity: DocumentIdentity, analysis: PersonAnalysis
  ) -> DecisionDocument {
    let prepared = prepare(profile, analysis.problem, identity.order)
    let findings = GuardFindings(
      pack: pack, profile: profile, analysis: analysis, evidence: prepared.context.warnings)
    let context = PersonContext(
      base: prepared.context, profile: profile, analysis: analysis.ordered(by: identity.order),
      evaluation: ConditionEvaluation(
        rules: pack.eligibility, profile: profile, topCriteria: analysis.topCriteria),
      identity: identity, findings: findings)
    let handout = body(pack.handout.title, prepared.handout, context, clinician: false)
    let clinician = body(
      pack.clinicianCopy.title, prepared.clinicianCopy, context, clinician: true)
    return DecisionDocument(
      identity: identity, handout: handout, clinicianCopy: clinician, profile: profile,
      analysis: analysis, findings: findings,
      readBack: profile.preferences.weights.map { context.readBack($0).sentence },
      levels: prepared.context.packLevels.flatMap { $0 },
      figures: prepared.figures,
      peopleRecords: pack.identity.peopleRecords.map {
        PeopleRecord(item: $0.item, date: $0.date, text: wording.text($0.text))
      })
  }

  /// The prepared plans for a setting and an order: one for each region and order, and none kept for
  /// own prices.
  private mutating func prepare(
    _ profile: PreferenceProfile, _ problem: DecisionProblem, _ order: OptionOrder
  ) -> PreparedPlans {
    let setting = profile.setting
    let own = !setting.prices.isEmpty
    let variant = ([setting.region] + order.alternatives).joined(separator: " ")
    if !own, let kept = plans[variant] { return kept }
    let region =
      pack.region(setting.region)
      ?? Region(id: setting.region, name: "", currency: "", money: "", note: "")
    let context = PackContext(
      pack: pack, order: order, wording: wording, problem: problem, region: region,
      priced: setting.prices.map(\.alternative))
    let prepared = PreparedPlans(context: context, variant: own ? nil : variant)
    if !own { plans[variant] = prepared }
    return prepared
  }

  private func body(
    _ title: TextID, _ sections: [PreparedSection], _ context: PersonContext, clinician: Bool
  ) -> DocumentBody {
    DocumentBody(
      title: wording.text(title),
      sections: sections.map { section in
        DocumentSection(
          id: section.id, title: section.title,
          blocks: section.parts.flatMap { part -> [Block] in
            switch part {
            case .shared(let blocks): [.shared(blocks)]
            case .personal(let block):
              context.blocks(of: block, clinician: clinician)
            }
          }, isScreenOnly: section.isScreenOnly)
      })
  }
}
