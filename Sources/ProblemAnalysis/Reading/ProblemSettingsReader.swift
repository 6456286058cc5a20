// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack
import Markup

/// Reads the limits, lists and questions of a decision problem.
struct ProblemSettingsReader {
  let rows: ProblemRows
  let criteria: [String]

  /// The settings; all alternatives are compared when nothing else is asked.
  func settings(_ root: MarkupElement, _ decoder: inout ElementDecoder) -> AnalysisSettings {
    let element = root.first("settings")
    let lists = selections(
      element?.elements(named: "list") ?? [], attribute: "criteria", of: criteria,
      fewest: 1, &decoder)
    let comparisons = selections(
      element?.elements(named: "compare") ?? [], attribute: "alternatives",
      of: rows.alternatives, fewest: 2, &decoder)
    return AnalysisSettings(
      points: element.flatMap { decoder.count("points", of: $0) } ?? 65_536,
      thresholds: thresholds(element?.first("thresholds"), &decoder), lists: lists,
      comparisons: comparisons.isEmpty
        ? [.init(id: "all", members: rows.alternatives)] : comparisons)
  }

  private func thresholds(
    _ element: MarkupElement?, _ decoder: inout ElementDecoder
  ) -> VerdictThresholds {
    func number(_ name: String, _ standard: Double) -> Double {
      element.flatMap { decoder.optionalReal(name, of: $0) } ?? standard
    }
    let standard = VerdictThresholds()
    let limits = VerdictThresholds(
      sameBelow: number("sameBelow", standard.sameBelow),
      clearFrom: number("clearFrom", standard.clearFrom),
      somewhatShare: number("somewhatShare", standard.somewhatShare),
      clearShare: number("clearShare", standard.clearShare),
      everythingShare: number("everythingShare", standard.everythingShare),
      flipWithin: number("flipWithin", standard.flipWithin))
    let points = [0, limits.sameBelow, limits.clearFrom, 100]
    let shares = [0, limits.somewhatShare, limits.clearShare, limits.everythingShare, 1]
    if let element, points != points.sorted() || shares != shares.sorted() || limits.flipWithin < 0
    {
      decoder.diagnostics.error(
        "problem.thresholds", at: decoder.place(element),
        "The limits are 0 <= sameBelow <= clearFrom <= 100, 0 <= somewhatShare <= clearShare <= "
          + "everythingShare <= 1, and flipWithin >= 0.",
        advice: "Correct them.")
    }
    return limits
  }

  private func selections(
    _ elements: [MarkupElement], attribute: String, of known: [String], fewest: Int,
    _ decoder: inout ElementDecoder
  ) -> [AnalysisSettings.Selection] {
    decoder.refuseRepeated(elements, identifier: "problem.duplicateSelection")
    return elements.map { element in
      let members = decoder.ids(attribute, of: element)
      let unknown = members.filter { !known.contains($0) }
      if !unknown.isEmpty || Set(members).count != members.count || members.count < fewest {
        decoder.diagnostics.error(
          "problem.selection", at: decoder.place(element),
          unknown.isEmpty
            ? "The attribute \(attribute) names at least \(fewest), each once."
            : "The attribute \(attribute) names \(unknown.joined(separator: ", ")), which is not "
              + "listed.",
          advice: "Use ids of: \(known.joined(separator: ", ")).")
      }
      return .init(id: element.attribute("id") ?? "", members: members)
    }
  }
}
