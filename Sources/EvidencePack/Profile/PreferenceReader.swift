// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// Reads what matters to the person: the list, the answers and the limits.
struct PreferenceReader {
  let pack: EvidencePack
  let setting: CareSetting
  /// The last day on which weights can have been asked, or nil: any.
  let lastDay: CalendarDay?

  func preferences(
    _ root: MarkupElement, _ decoder: inout ElementDecoder
  ) -> StatedPreferences {
    let element = root.first("preferences") ?? root
    if answersEarlierList(element, &decoder) {
      return StatedPreferences(
        status: .notAsked, panel: "", criteria: [], limits: [], feelings: [])
    }
    let panel = element.attribute("panel") ?? pack.panels.first?.id ?? ""
    let criteria = criteria(element, panel: panel, &decoder)
    let status: StatedPreferences.Status = decoder.value("status", of: element, else: .notAsked)
    var elicitation: WeightElicitation?
    var weights: CriterionWeights?
    let weighting = element.first("weighting")
    switch (status, weighting) {
    case (.stated, let weighting?):
      let asked = asked(criteria, element, &decoder)
      let answers = WeightingReader(criteria: asked)
      elicitation = answers.elicitation(weighting, &decoder)
      if !asked.isEmpty, let elicitation {
        weights = answers.weights(elicitation, of: weighting, &decoder)
      }
    case (.stated, nil):
      decoder.diagnostics.error(
        "profile.noWeighting", at: decoder.place(element),
        "Stated preferences have a weighting; none is given.",
        advice: "Add the element weighting, or write status=\"notAsked\".")
    case (_, .some):
      decoder.diagnostics.error(
        "profile.weightingNotStated", at: decoder.place(element),
        "A weighting is given, and the status says that there is none.",
        advice: "Write status=\"stated\" or remove the element weighting.")
    case (_, nil): break
    }
    if let weighting, let day = weighting.attribute("asked"),
      TypedText.day(day, notAfter: lastDay) == nil
    {
      decoder.diagnostics.error(
        "profile.asked", at: decoder.place(weighting),
        "Weights were asked before the documents are made, and not before 2000.",
        advice: "Correct the day of asking, or the day of the documents (--date).")
    }
    let limits = limits(element, &decoder)
    warnOfLimits(on: weights?.withoutWeight ?? [], in: element, &decoder)
    return StatedPreferences(
      status: status, panel: panel, criteria: criteria, elicitation: elicitation, weights: weights,
      asked: weighting?.attribute("asked"), carriedFrom: weighting?.attribute("carriedFrom"),
      limits: limits, feelings: feelings(element, &decoder))
  }

  /// Whether the answers were given to the list of an earlier pack; then that is the one thing to say.
  private func answersEarlierList(
    _ element: MarkupElement, _ decoder: inout ElementDecoder
  ) -> Bool {
    let today = (try? ProblemBuilder.criteria(of: pack, region: setting.region)) ?? []
    guard
      let list = pack.earlierLists.first(where: {
        $0.isAnswered(by: element, region: setting.region, today: today)
      })
    else { return false }
    decoder.diagnostics.error(
      "profile.earlierList", at: decoder.place(element),
      "The answers of this profile were given to the list of pack "
        + "\(list.versions.joined(separator: " or ")), which is not asked any more.",
      advice: "Write a new profile with: decision-aid carry OLD --output NEW.")
    return true
  }

  /// The criteria of a list with the ranges of the person's region; none where they cannot be known.
  private func asked(
    _ ids: [String], _ element: MarkupElement, _ decoder: inout ElementDecoder
  ) -> [Criterion] {
    // An unknown region was reported where it stands.
    if pack.region(setting.region) == nil { return [] }
    do throws(DecisionProblemError) {
      return try ProblemBuilder.criteria(of: pack, region: setting.region)
        .filter { ids.contains($0.id) }
    } catch {
      decoder.diagnostics.error(
        "profile.setting", at: decoder.place(element),
        "The numbers for this setting cannot be weighed.",
        advice: "Check the pack with decision-aid check --pack DIR.")
      return []
    }
  }

  /// A limit says that a criterion matters; no weight says that it does not.
  private func warnOfLimits(
    on ids: [String], in element: MarkupElement, _ decoder: inout ElementDecoder
  ) {
    for limit in element.elements(named: "limit") {
      guard let id = limit.attribute("criterion"), ids.contains(id) else { continue }
      decoder.diagnostics.warning(
        "profile.limitWithoutWeight", at: decoder.place(limit),
        "There is a limit on \(id), and its weight is zero.",
        advice: "Ask whether the scale was read the other way round; both can be meant.")
    }
  }

  private func criteria(
    _ element: MarkupElement, panel: String, _ decoder: inout ElementDecoder
  ) -> [String] {
    let own = decoder.ids("criteria", of: element)
    let all = pack.criteria.map(\.id)
    if panel == StatedPreferences.ownPanel {
      if own.count < 2 || Set(own).count != own.count || !own.allSatisfy(all.contains) {
        decoder.diagnostics.error(
          "profile.ownList", at: decoder.place(element),
          "An own list names at least two criteria of the pack, each once.",
          advice: "Write criteria=\"…\" with ids of: \(all.joined(separator: ", ")).")
        return all
      }
      return all.filter { own.contains($0) }
    }
    guard let named = pack.panel(panel) else {
      decoder.diagnostics.error(
        "profile.panel", at: decoder.place(element), "The pack has no such panel.",
        advice: "Use one of: \((pack.panels.map(\.id) + ["own"]).joined(separator: ", ")).")
      return all
    }
    if !own.isEmpty {
      decoder.diagnostics.error(
        "profile.panelCriteria", at: decoder.place(element),
        "The attribute criteria belongs to panel=\"own\" only.",
        advice: "Remove it, or write panel=\"own\".")
    }
    return all.filter { named.criteria.contains($0) }
  }

  private func limits(
    _ element: MarkupElement, _ decoder: inout ElementDecoder
  ) -> [StatedPreferences.Limit] {
    element.elements(named: "limit").compactMap { limit in
      let id = limit.attribute("criterion") ?? ""
      guard pack.criterion(id) != nil else {
        decoder.diagnostics.error(
          "profile.limitCriterion", at: decoder.place(limit), "The pack has no such criterion.",
          advice: "Use one of: \(pack.criteria.map(\.id).joined(separator: ", ")).")
        return nil
      }
      let highest = decoder.decimal("atMost", of: limit)
      let lowest = decoder.decimal("atLeast", of: limit)
      guard let level = highest ?? lowest, highest == nil || lowest == nil else {
        decoder.diagnostics.error(
          "profile.limit", at: decoder.place(limit),
          "A limit has one bound.", advice: "Give exactly one of the attributes atMost and atLeast."
        )
        return nil
      }
      return .init(criterion: id, level: level, isHighest: highest != nil)
    }
  }

  private func feelings(
    _ element: MarkupElement, _ decoder: inout ElementDecoder
  ) -> [StatedPreferences.FeelingAnswer] {
    var found: [StatedPreferences.FeelingAnswer] = []
    for feeling in element.elements(named: "feeling") {
      let id = feeling.attribute("about") ?? ""
      if pack.feeling(id) == nil {
        decoder.diagnostics.error(
          "profile.feeling", at: decoder.place(feeling), "The pack asks for no such feeling.",
          advice: "Use one of: \(pack.feelings.map(\.id).joined(separator: ", ")).")
      } else if found.contains(where: { $0.about == id }) {
        decoder.diagnostics.error(
          "profile.feelingTwice", at: decoder.place(feeling), "A feeling has one answer.",
          advice: "Remove one of the two elements.")
      } else {
        found.append(.init(about: id, answer: decoder.value("is", of: feeling, else: .fine)))
      }
    }
    return pack.feelings.compactMap { feeling in found.first { $0.about == feeling.id } }
  }
}
