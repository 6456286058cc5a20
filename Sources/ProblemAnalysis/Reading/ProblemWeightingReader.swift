// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack
import Markup

/// Reads one set of answers and turns it into weights of criteria or of branches.
struct ProblemWeightingReader {
  /// The criteria; or the branches, each as a criterion from 0 to 1.
  let items: [Criterion]
  let isBranches: Bool

  /// Weights with the answers that they were made of.
  struct Step {
    let weights: CriterionWeights
    /// Nil for weights that were given or not asked.
    let elicitation: WeightElicitation?
    /// Whether the ranges stand with the answers.
    let hasRanges: Bool
  }

  /// The largest distance from 1 that a sum of given weights may have.
  static let sumTolerance = 1e-9

  /// The elements that the answers of a method stand in.
  private static let elements: [String: [String]] = [
    "swing": ["swing"], "intervalSwing": ["interval"], "directRating": ["rating"],
    "hundredPoints": ["share"], "rankOrder": ["rank"], "pairwise": ["range", "comparison"],
    "bestWorst": ["compared"], "maxDiff": ["counted"], "matching": ["range", "trade"],
    "given": ["weight"], "equal": [],
  ]

  /// The attributes that belong to some methods only.
  private static let attributes: [(name: String, methods: [String])] = [
    ("rule", ["rankOrder"]), ("priorities", ["pairwise"]), ("mostImportant", ["bestWorst"]),
    ("leastImportant", ["bestWorst"]), ("inconsistent", ["pairwise"]), ("normalise", ["given"]),
  ]

  /// The weights, or nil when the answers cannot be used; every fault is reported.
  func step(_ element: MarkupElement, _ decoder: inout ElementDecoder) -> Step? {
    let method = element.attribute("method") ?? ""
    guard checkForm(element, method, &decoder) else { return nil }
    do throws(WeightingError) {
      switch method {
      case "equal":
        return Step(
          weights: try .equal(criteria: items.map(\.id)), elicitation: nil, hasRanges: true)
      case "given": return try given(element, &decoder)
      default:
        guard let elicitation = elicitation(element, method, &decoder) else { return nil }
        let faults = elicitation.faults(for: items)
        for fault in faults { report(fault, in: element, &decoder) }
        guard faults.isEmpty else { return nil }
        if elicitation.looksLikeRanks {
          decoder.diagnostics.warning(
            "problem.looksLikeRanks", at: decoder.place(element),
            "The ratings are 1, 2, 3 and so on, like an order; as ratings the largest counts most.",
            advice: "If 1 was meant as the first place, write method=\"rankOrder\".")
        }
        return Step(
          weights: try CriterionWeights(from: elicitation, criteria: items),
          elicitation: elicitation, hasRanges: true)
      }
    } catch {
      report(error, in: element, &decoder)
      return nil
    }
  }

  private func checkForm(
    _ element: MarkupElement, _ method: String, _ decoder: inout ElementDecoder
  ) -> Bool {
    let names = Self.elements[method] ?? []
    var isRight = true
    if let other = element.elements.first(where: { !names.contains($0.name) }) {
      isRight = false
      decoder.diagnostics.error(
        "problem.weightingElement", at: decoder.place(other),
        names.isEmpty
          ? "The method \(method) has no answers."
          : "Answers to the method \(method) stand in elements named "
            + "\(names.joined(separator: " and ")).",
        advice: "Rename the elements, or change the method.")
    }
    for (name, methods) in Self.attributes
    where element.attribute(name) != nil && !methods.contains(method) {
      isRight = false
      decoder.diagnostics.error(
        "problem.weightingAttribute", at: decoder.place(element),
        "The attribute \(name) belongs to the method \(methods.joined(separator: " or ")).",
        advice: "Remove it.")
    }
    let named = ["mostImportant", "leastImportant"].filter { element.attribute($0) != nil }
    if method == "bestWorst", named.count < 2 {
      isRight = false
      decoder.diagnostics.error(
        "problem.weightingAttribute", at: decoder.place(element),
        "The method bestWorst names what matters most and what matters least.",
        advice: "Add mostImportant and leastImportant.")
    }
    if isBranches, method == "matching" {
      isRight = false
      decoder.diagnostics.error(
        "problem.weightingBranches", at: decoder.place(element),
        "Trades are made between levels, and a branch has none.",
        advice: "Weigh the branches by another method.")
    }
    return isRight
  }

  /// Weights that were worked out elsewhere.
  private func given(
    _ element: MarkupElement, _ decoder: inout ElementDecoder
  ) throws(WeightingError) -> Step? {
    let reader = ProblemAnswerReader(isBranches: isBranches, needsRange: false)
    let errors = decoder.diagnostics.all.count
    let answers = element.elements.compactMap { answer -> ElicitedAnswer? in
      let value = decoder.real("value", of: answer)
      return reader.range(answer, among: items, &decoder).map {
        ElicitedAnswer(criterion: $0.criterion, worst: $0.worst, best: $0.best, points: value)
      }
    }
    guard decoder.diagnostics.all.count == errors else { return nil }
    // The list and the ranges are checked as those of ratings, which have no upper end.
    let faults = WeightElicitation.directRating(answers).faults(for: items)
      .filter { $0 != .singleCriterion(items[0].id) }
    for fault in faults { report(fault, in: element, &decoder) }
    guard faults.isEmpty else { return nil }
    let values = items.compactMap { item in answers.first { $0.criterion == item.id }?.points }
    let sum = values.reduce(0, +)
    if (sum - 1).magnitude > Self.sumTolerance, !decoder.flag("normalise", of: element) {
      decoder.diagnostics.error(
        "problem.weightSum", at: decoder.place(element),
        "Weights that are given sum to 1; these do not.",
        advice: "Correct them, or write normalise=\"true\": nothing is rescaled silently.")
      return nil
    }
    return Step(
      weights: try CriterionWeights(criteria: items.map(\.id), proportionalTo: values),
      elicitation: nil,
      hasRanges: isBranches || element.elements.allSatisfy { $0.attribute("worst") != nil })
  }

  private func elicitation(
    _ element: MarkupElement, _ method: String, _ decoder: inout ElementDecoder
  ) -> WeightElicitation? {
    let errors = decoder.diagnostics.all.count
    let answers = ProblemAnswerReader(isBranches: isBranches, needsRange: true)
    let result = answers.elicitation(element, method, of: items, &decoder)
    return decoder.diagnostics.all.count == errors ? result : nil
  }

  private func report(
    _ fault: WeightingError, in element: MarkupElement, _ decoder: inout ElementDecoder
  ) {
    let explanation = WeightingExplanation(fault)
    var (problem, advice) = (explanation.problem, explanation.advice)
    switch fault {
    case .missing: advice = "Ask for it: a missing answer is never counted as zero."
    case .differentAnchors(let id):
      problem = "The weight of \(id) was asked with another range than the criterion has."
      advice = "Ask again with the anchors of the criterion: a weight belongs to its range."
    case .allZero: advice = "Ask again, or write method=\"equal\"."
    default: break
    }
    decoder.diagnostics.error(
      "problem.weights", at: decoder.place(place(of: explanation, in: element)), problem,
      advice: advice)
  }

  /// The last element that names the most of the ids that a fault is about.
  private func place(
    of explanation: WeightingExplanation, in element: MarkupElement
  ) -> MarkupElement {
    let ids = explanation.criteria
    let names =
      ["criterion", "branch"]
      + (explanation.isAboutRange ? [] : ["first", "second", "gains", "gives"])
    for count in stride(from: min(ids.count, 2), to: 0, by: -1) {
      let wanted = ids.prefix(count)
      if let found = element.elements.last(where: { child in
        wanted.allSatisfy { id in names.contains { child.attribute($0) == id } }
      }) {
        return found
      }
    }
    return element
  }
}
