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

  /// The weights, or nil when the answers cannot be used; every fault is reported.
  func step(_ element: MarkupElement, _ decoder: inout ElementDecoder) -> Step? {
    let name = element.attribute("method") ?? ""
    guard let origin = ProblemWeights(name: name) else {
      let names = ProblemWeights.all.map(\.name).joined(separator: ", ")
      decoder.diagnostics.error(
        "problem.weightingMethod", at: decoder.place(element),
        "Weights here come about in no such way.", advice: "Use one of: \(names).")
      return nil
    }
    var isRight = origin.written.check(
      element, method: name, others: ProblemWeights.attributes, source: "problem", &decoder)
    if isBranches, case .elicited(let method) = origin, method.form.namesLevels {
      isRight = false
      decoder.diagnostics.error(
        "problem.weightingBranches", at: decoder.place(element),
        "Trades are made between levels, and a branch has none.",
        advice: "Weigh the branches by another method.")
    }
    guard isRight else { return nil }
    do throws(WeightingError) {
      switch origin {
      case .equal:
        return Step(
          weights: try .equal(criteria: items.map(\.id)), elicitation: nil, hasRanges: true)
      case .given: return try given(element, &decoder)
      case .elicited(let method): return try elicited(element, by: method, &decoder)
      }
    } catch {
      report(error, in: element, &decoder)
      return nil
    }
  }

  /// Weights of a person's answers.
  private func elicited(
    _ element: MarkupElement, by method: ElicitationMethod, _ decoder: inout ElementDecoder
  ) throws(WeightingError) -> Step? {
    var reader = AnswerReader(
      element, of: isBranches ? .branches(items) : .criteria, source: "problem", decoder: decoder)
    let answers = reader.elicitation(by: method)
    decoder = reader.decoder
    guard let elicitation = answers else { return nil }
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
      weights: try CriterionWeights(from: elicitation, criteria: items), elicitation: elicitation,
      hasRanges: true)
  }

  /// Weights that were worked out elsewhere.
  private func given(
    _ element: MarkupElement, _ decoder: inout ElementDecoder
  ) throws(WeightingError) -> Step? {
    var reader = AnswerReader(
      element, of: isBranches ? .branches(items) : .criteriaWithRanges(items), source: "problem",
      decoder: decoder)
    let errors = decoder.diagnostics.all.count
    let answers = reader.each { reader, answer, range in
      ElicitedAnswer(
        criterion: range.criterion, worst: range.worst, best: range.best,
        points: reader.number("value", of: answer))
    }
    decoder = reader.decoder
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
      "problem.weights", at: decoder.place(explanation.place(in: element)), problem,
      advice: advice)
  }
}

/// How weights of a decision problem come about.
enum ProblemWeights {
  /// A person was asked, in one step.
  case elicited(ElicitationMethod)
  /// They were worked out elsewhere.
  case given
  /// Nobody was asked.
  case equal

  /// Every way that a decision problem can state.
  static let all: [ProblemWeights] =
    ElicitationMethod.allCases.filter { $0.form.isOneStep }.map { .elicited($0) } + [
      .given, .equal,
    ]

  /// The way of a name.
  init?(name: String) {
    guard let found = Self.all.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  /// The value of the attribute `method`.
  var name: String {
    switch self {
    case .elicited(let method): method.rawValue
    case .given: "given"
    case .equal: "equal"
    }
  }

  /// The elements and attributes of the weights or answers.
  var written: AnswerElements {
    switch self {
    case .elicited(let method): method.form.written
    case .given: AnswerElements("weight", attributes: [("normalise", false)])
    case .equal: AnswerElements()
    }
  }

  /// The attributes that belong to a way, by its name.
  static var attributes: [(method: String, names: [String])] {
    all.map { ($0.name, $0.written.attributes.map(\.name)) }
  }
}
