// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionModel
import Diagnostics
import MarkupTree

/// Reads the answers about what matters and turns them into weights.
struct WeightingReader {
  let pack: EvidencePack
  let region: String

  /// The answers, or nil when their elements do not belong to the method.
  func elicitation(
    _ element: MarkupElement, _ decoder: inout ElementDecoder
  ) -> WeightElicitation? {
    let method = element.attribute("method") ?? ""
    let name =
      ["swing": "swing", "directRating": "rating", "hundredPoints": "share"][method] ?? "rank"
    if let other = element.elements.first(where: { $0.name != name }) {
      decoder.diagnostics.error(
        "profile.weightingElement", at: decoder.place(other),
        "Answers to the method \(method) stand in elements named \(name).",
        advice: "Rename the elements, or change the method.")
      return nil
    }
    if method != "rankOrder", element.attribute("rule") != nil {
      decoder.diagnostics.error(
        "profile.weightingRule", at: decoder.place(element),
        "The attribute rule belongs to the method rankOrder.", advice: "Remove it.")
    }
    let answers = element.elements.map {
      ElicitedAnswer(
        criterion: $0.attribute("criterion") ?? "", worst: decoder.number("worst", of: $0),
        best: decoder.number("best", of: $0), points: decoder.number("points", of: $0))
    }
    switch method {
    case "swing": return .swing(answers)
    case "directRating": return .directRating(answers)
    case "hundredPoints": return .hundredPoints(answers)
    default:
      let ranks = element.elements.map {
        RankedAnswer(
          criterion: $0.attribute("criterion") ?? "", worst: decoder.number("worst", of: $0),
          best: decoder.number("best", of: $0), rank: decoder.count("rank", of: $0) ?? 0)
      }
      return .rankOrder(ranks, decoder.value("rule", of: element, else: .rankOrderCentroid))
    }
  }

  /// The weights, or nil when the answers cannot be used; every fault is reported.
  func weights(
    _ elicitation: WeightElicitation, of element: MarkupElement, criteria ids: [String],
    _ decoder: inout ElementDecoder
  ) -> CriterionWeights? {
    guard let problem = try? ProblemBuilder.problem(of: pack, region: region) else { return nil }
    let criteria = problem.criteria.filter { ids.contains($0.id) }
    var faults = elicitation.faults(for: criteria)
    if case .directRating(let answers) = elicitation {
      // The question shows a scale that ends at 100.
      faults += answers.filter { $0.points > 100 }.map { .aboveHundred($0.criterion) }
    }
    for fault in faults {
      let explanation = WeightingExplanation(fault)
      decoder.diagnostics.error(
        "profile.weights", at: decoder.place(place(of: explanation, in: element)),
        explanation.problem, advice: explanation.advice)
    }
    guard faults.isEmpty else { return nil }
    do throws(WeightingError) {
      let weights = try CriterionWeights(from: elicitation, criteria: criteria)
      if weights.notes.contains(.hundredPointsNotExact) {
        decoder.diagnostics.warning(
          "profile.pointsNotExact", at: decoder.place(element),
          "The shares do not add up to exactly 100; they were divided by their sum.",
          advice: "Ask again if the difference matters.")
      }
      return weights
    } catch {
      let explanation = WeightingExplanation(error)
      decoder.diagnostics.error(
        "profile.weights", at: decoder.place(element), explanation.problem,
        advice: explanation.advice)
      return nil
    }
  }

  /// The element that a fault is about: the last one that names its first criterion, and its other
  /// ones where it relates several.
  private func place(
    of explanation: WeightingExplanation, in element: MarkupElement
  ) -> MarkupElement {
    let names = ["criterion", "first", "second", "gains", "gives"]
    func mentions(_ child: MarkupElement, _ ids: ArraySlice<String>) -> Bool {
      ids.allSatisfy { id in names.contains { child.attribute($0) == id } }
    }
    let ids = explanation.criteria
    for count in [ids.count, min(ids.count, 2), min(ids.count, 1)] where count > 0 {
      if let found = element.elements.last(where: { mentions($0, ids.prefix(count)) }) {
        return found
      }
    }
    return element
  }
}
