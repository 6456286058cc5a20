// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack
import Markup

/// Reads how unsure the weights of a decision problem are.
struct ProblemUncertaintyReader {
  let criteria: [Criterion]
  let weights: CriterionWeights

  private var ids: [String] { criteria.map(\.id) }

  /// The uncertainty, or nil when its parameters cannot be used.
  func uncertainty(
    _ element: MarkupElement, _ decoder: inout ElementDecoder
  ) -> WeightUncertainty? {
    switch element.name {
    case "none": return WeightUncertainty.none
    case "uniform": return .uniform
    case "dirichlet":
      let concentration = decoder.real("concentration", of: element)
      return check(
        .dirichlet(concentration: concentration), concentration > 0, element,
        "A concentration is above zero.", &decoder)
    case "responseError":
      let sigma = decoder.real("sigma", of: element)
      return check(
        .responseError(sigma: sigma), sigma > 0 && sigma <= 3, element,
        "A response error has a sigma above 0 and at most 3.", &decoder)
    case "ordinal": return ordinal(element, &decoder)
    case "relativeToTop": return relativeToTop(element, &decoder)
    default: return chain(element, &decoder)
    }
  }

  private func check(
    _ uncertainty: WeightUncertainty, _ isUsable: Bool, _ element: MarkupElement, _ rule: String,
    _ decoder: inout ElementDecoder
  ) -> WeightUncertainty? {
    if isUsable { return uncertainty }
    decoder.diagnostics.error(
      "problem.uncertainty", at: decoder.place(element), rule, advice: "Correct it.")
    return nil
  }

  /// One element for each criterion, in their order; nil when that is not so.
  private func answers(
    _ element: MarkupElement, _ decoder: inout ElementDecoder
  ) -> [MarkupElement]? {
    let named = element.elements.map { $0.attribute("criterion") ?? "" }
    guard named.sorted() == ids.sorted() else {
      let wrong = element.elements.first { child in
        let id = child.attribute("criterion") ?? ""
        return !ids.contains(id) || named.filter { $0 == id }.count > 1
      }
      decoder.diagnostics.error(
        "problem.uncertaintyList", at: decoder.place(wrong ?? element),
        "The uncertainty names every criterion once.",
        advice: "Use each of: \(ids.joined(separator: ", ")).")
      return nil
    }
    return ids.compactMap { id in element.elements.first { $0.attribute("criterion") == id } }
  }

  private func ordinal(
    _ element: MarkupElement, _ decoder: inout ElementDecoder
  ) -> WeightUncertainty? {
    if element.elements.isEmpty {
      return .ordinal(
        ranks: weights.values.map { value in 1 + weights.values.filter { $0 > value }.count })
    }
    guard let answers = answers(element, &decoder) else { return nil }
    let ranks = answers.map { decoder.count("rank", of: $0) ?? 1 }
    return .ordinal(ranks: ranks.map { rank in 1 + ranks.filter { $0 < rank }.count })
  }

  private func relativeToTop(
    _ element: MarkupElement, _ decoder: inout ElementDecoder
  ) -> WeightUncertainty? {
    guard let answers = answers(element, &decoder) else { return nil }
    let ends = answers.map { (decoder.real("low", of: $0), decoder.real("high", of: $0)) }
    for (answer, (low, high)) in zip(answers, ends) where !(0 <= low && low <= high && high <= 1) {
      decoder.diagnostics.error(
        "problem.uncertainty", at: decoder.place(answer),
        "The weight over that of the most important criterion lies in 0...1, low at most high.",
        advice: "Correct it.")
      return nil
    }
    return check(
      .relativeToTop(ends.map { PerformanceInterval($0.0, $0.1) }),
      ends.contains { $0.0 == 1 }, element, "The most important criterion has low 1 and high 1.",
      &decoder)
  }

  private func chain(
    _ element: MarkupElement, _ decoder: inout ElementDecoder
  ) -> WeightUncertainty? {
    let links = element.elements
    let order =
      links.compactMap { $0.attribute("criterion") }
      + [links.last?.attribute("over") ?? ""]
    for (link, next) in zip(links, order.dropFirst()) where link.attribute("over") != next {
      decoder.diagnostics.error(
        "problem.chain", at: decoder.place(link),
        "Each link of a chain begins with the criterion that the one before ends with.",
        advice: "Order the links from the most to the least important criterion.")
      return nil
    }
    guard order.sorted() == ids.sorted() else {
      decoder.diagnostics.error(
        "problem.uncertaintyList", at: decoder.place(element),
        "The chain names every criterion once.",
        advice: "Use each of: \(ids.joined(separator: ", ")).")
      return nil
    }
    let ends = links.map { (decoder.real("low", of: $0), decoder.real("high", of: $0)) }
    for (link, (low, high)) in zip(links, ends) where !(0 < low && low <= high) {
      decoder.diagnostics.error(
        "problem.uncertainty", at: decoder.place(link),
        "A ratio of weights is above zero, low at most high.", advice: "Correct it.")
      return nil
    }
    return .chain(
      order: order.compactMap { id in ids.firstIndex(of: id) },
      ratios: ends.map { PerformanceInterval($0.0, $0.1) })
  }
}
