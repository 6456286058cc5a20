// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// Reads the answers about what matters and turns them into weights.
struct WeightingReader {
  /// The criteria of the person's list with the ranges of the person's region.
  let criteria: [Criterion]

  /// The answers, or nil when their elements do not belong to the method.
  func elicitation(
    _ element: MarkupElement, _ decoder: inout ElementDecoder
  ) -> WeightElicitation? {
    guard let method = ElicitationMethod(rawValue: element.attribute("method") ?? "") else {
      let names = ElicitationMethod.allCases.map(\.rawValue).joined(separator: ", ")
      decoder.diagnostics.error(
        "profile.weightingMethod", at: decoder.place(element),
        "The program knows no such way of asking.", advice: "Use one of: \(names).")
      return nil
    }
    guard
      method.form.written.check(
        element, method: method.rawValue, others: ElicitationMethod.attributes, source: "profile",
        foreign: "weightingRule", &decoder)
    else { return nil }
    var reader = AnswerReader(element, source: "profile", decoder: decoder)
    defer { decoder = reader.decoder }
    return reader.elicitation(by: method)
  }

  /// The weights, or nil when the answers cannot be used; every fault is reported.
  func weights(
    _ elicitation: WeightElicitation, of element: MarkupElement,
    _ decoder: inout ElementDecoder
  ) -> CriterionWeights? {
    var faults = elicitation.faults(for: criteria)
    if case .elicited(let method, _) = elicitation.method {
      faults += method.form.scaleFaults(elicitation)
    }
    for fault in faults {
      let explanation = WeightingExplanation(fault)
      decoder.diagnostics.error(
        "profile.weights", at: decoder.place(explanation.place(in: element)),
        explanation.problem, advice: explanation.advice)
    }
    guard faults.isEmpty else { return nil }
    do throws(WeightingError) {
      let weights = try CriterionWeights(from: elicitation, criteria: criteria)
      warn(weights, elicitation, element, &decoder)
      return weights
    } catch {
      let explanation = WeightingExplanation(error)
      decoder.diagnostics.error(
        "profile.weights", at: decoder.place(element), explanation.problem,
        advice: explanation.advice)
      return nil
    }
  }

  /// What is odd about answers that can be used.
  private func warn(
    _ weights: CriterionWeights, _ elicitation: WeightElicitation, _ element: MarkupElement,
    _ decoder: inout ElementDecoder
  ) {
    let place = decoder.place(element)
    if weights.notes.contains(.hundredPointsNotExact) {
      decoder.diagnostics.warning(
        "profile.pointsNotExact", at: place,
        "The shares do not add up to exactly 100; they were divided by their sum.",
        advice: "Ask again if the difference matters.")
    }
    if case .pairwise(let answers) = elicitation, !answers.acceptsInconsistency,
      weights.notes.contains(.comparisonsContradict),
      case .pairwise(let consistency)? = weights.consistency
    {
      decoder.diagnostics.warning(
        "profile.comparisonsContradict", at: place,
        "The comparisons contradict each other more than is usually accepted.",
        advice: "Ask again about \((consistency.worstTriad ?? []).joined(separator: ", ")), which "
          + "contradict each other most.")
    }
    if weights.notes.contains(.countsGiveOrderOnly) {
      decoder.diagnostics.warning(
        "profile.fewShowings", at: place,
        "A criterion stood in fewer than three sets: the counts give no weights, only an order, "
          + "and the weights are those of the order.",
        advice: "Show each criterion in at least three sets.")
    }
    if elicitation.looksLikeRanks {
      decoder.diagnostics.warning(
        "profile.looksLikeRanks", at: place,
        "The ratings are 1, 2, 3 and so on, like an order; as ratings the largest counts most.",
        advice: "If 1 was meant as the first place, write method=\"rankOrder\" and rank elements.")
    }
  }
}
