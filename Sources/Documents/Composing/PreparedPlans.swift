// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

/// A part of a section: made before, or to be made for each person.
enum PreparedPart: Sendable {
  case shared(SharedBlocks)
  case personal(PlannedBlock)
}

/// A section whose shared parts are made.
struct PreparedSection: Sendable {
  let id: String
  let title: InlineText
  let parts: [PreparedPart]
  let isScreenOnly: Bool
  let beside: [HandoutKind]
}

/// A document whose shared parts are made.
struct PreparedPlan: Sendable {
  let context: PackContext
  let title: TextID
  let sections: [PreparedSection]
}

/// The plans of both documents for one setting, with every shared part made once.
struct PreparedPlans: Sendable {
  let context: PackContext
  let handout: PreparedPlan
  let urgentSheet: PreparedPlan?
  let otherHandouts: [String: PreparedPlan]
  let clinicianCopy: [PreparedSection]
  /// The numbers behind the documents, with the figures that the pack's texts and outcomes print.
  let numbers: DocumentNumbers

  /// Plans for a setting and an order of the alternatives.
  ///
  /// - Parameter variant: what names language, setting and order in the keys of shared parts. Nil
  ///   with prices of the clinic's own: the numbers of sources depend on them, so everything is made
  ///   for the person.
  init(context: PackContext, setting: CareSetting, variant: String?) {
    self.context = context
    let pack = context.pack
    func prepare(
      _ plan: DocumentPlan, _ name: String, _ context: PackContext
    ) -> [PreparedSection] {
      plan.sections.map { section in
        PreparedSection(
          id: section.id, title: context.wording.text(section.title),
          parts: PreparedPlans.parts(
            section, key: "\(name)/\(section.id)", variant: variant, context),
          isScreenOnly: section.isScreenOnly, beside: section.beside)
      }
    }
    func whole(_ plan: DocumentPlan, _ name: String, _ context: PackContext) -> PreparedPlan {
      PreparedPlan(context: context, title: plan.title, sections: prepare(plan, name, context))
    }
    handout = whole(pack.handout, "handout", context)
    urgentSheet = pack.urgentSheet.map { whole($0, "urgent", context) }
    // Its sources are those of its own rows.
    let other = context.citing(only: .cancer)
    otherHandouts = Dictionary(
      pack.otherHandouts.map { ($0.id, whole($0.plan, "other/\($0.id)", other)) },
      uniquingKeysWith: { first, _ in first })
    clinicianCopy = prepare(pack.clinicianCopy, "clinician", context)
    var printed: Set<String> = Set(pack.outcomes.flatMap { $0.results.compactMap(\.figure) })
    for template in context.wording.catalogue.texts.values {
      for case .figure(let id, _) in template.pieces { printed.insert(id) }
    }
    numbers = DocumentNumbers(
      pack: context.originalPack, setting: setting, printed: context.packLevels, figures: printed)
  }

  /// Neighbouring blocks that are shared become one part with one key.
  private static func parts(
    _ section: PlannedSection, key: String, variant: String?, _ context: PackContext
  ) -> [PreparedPart] {
    var parts: [PreparedPart] = []
    var pending: [Block] = []
    func flush() {
      guard let variant, !pending.isEmpty else { return }
      let name = "\(key)/\(parts.count)/\(variant)"
      parts.append(.shared(SharedBlocks(key: name, blocks: pending)))
      pending = []
    }
    for block in section.blocks {
      guard variant != nil, isShared(block) else {
        flush()
        parts.append(.personal(block))
        continue
      }
      pending += context.blocks(of: block)
    }
    flush()
    return parts
  }

  /// Whether a block does not depend on the person.
  private static func isShared(_ block: PlannedBlock) -> Bool {
    if case .part(_, let inner) = block { return isShared(inner) }
    if case .passage(let name) = block { return Passage(rawValue: name)?.isShared ?? false }
    return block.isFixed
  }
}
