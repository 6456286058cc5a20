// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack
import Markup

/// What was read about the weights.
struct ProblemPreference {
  let weighting: ComposedWeights
  let uncertainty: WeightUncertainty
  let isUncertaintyStated: Bool
}

/// Reads the weights of a decision problem and how unsure they are.
struct ProblemPreferenceReader {
  /// The standard deviation of the response error where the author names no uncertainty.
  static let defaultSigma = 0.3

  let criteria: [Criterion]

  /// The weights with their uncertainty, or nil when they cannot be used.
  func preference(
    _ element: MarkupElement, _ decoder: inout ElementDecoder
  ) -> ProblemPreference? {
    let steps: (weighting: ComposedWeights, uncertainty: WeightUncertainty)?
    if let branchFirst = element.first("branchFirst") {
      steps = composed(branchFirst, &decoder).map {
        ($0, $0.isGiven ? .none : .responseError(sigma: Self.defaultSigma))
      }
    } else {
      steps = element.first("weighting").flatMap { single($0, &decoder) }
    }
    guard let steps else { return nil }
    let reader = ProblemUncertaintyReader(criteria: criteria, weights: steps.weighting.weights)
    let stated = element.first("uncertainty")?.elements.first
    guard let uncertainty = stated.map({ reader.uncertainty($0, &decoder) }) ?? steps.uncertainty
    else { return nil }
    return ProblemPreference(
      weighting: steps.weighting, uncertainty: uncertainty, isUncertaintyStated: stated != nil)
  }

  /// Weights made in one step, with the uncertainty that belongs to their method.
  private func single(
    _ element: MarkupElement, _ decoder: inout ElementDecoder
  ) -> (weighting: ComposedWeights, uncertainty: WeightUncertainty)? {
    if criteria.count == 1,
      case .elicited? = ProblemWeights(name: element.attribute("method") ?? "")
    {
      decoder.diagnostics.error(
        "problem.weights", at: decoder.place(element),
        "One criterion alone cannot be weighed against anything.",
        advice: "Write method=\"equal\".")
      return nil
    }
    let reader = ProblemWeightingReader(items: criteria, isBranches: false)
    guard let step = reader.step(element, &decoder) else { return nil }
    return (ComposedWeights(step.weights, hasRanges: step.hasRanges), uncertainty(of: step))
  }

  private func uncertainty(of step: ProblemWeightingReader.Step) -> WeightUncertainty {
    if step.weights.method == .given { return .none }
    return step.elicitation.map {
      .declared(for: $0, criteria: criteria, sigma: Self.defaultSigma)
    } ?? .responseError(sigma: Self.defaultSigma)
  }

  /// Weights made branch first.
  private func composed(
    _ element: MarkupElement, _ decoder: inout ElementDecoder
  ) -> ComposedWeights? {
    var ids: [String] = []
    for criterion in criteria where !ids.contains(criterion.branch) { ids.append(criterion.branch) }
    guard ids.count > 1 else {
      decoder.diagnostics.error(
        "problem.branches", at: decoder.place(element),
        "Branches are weighed against each other; here there is one.",
        advice: "Name the branch of each criterion, or use weighting.")
      return nil
    }
    // A branch has no levels of its own; a whole range stands for "from all worst to all best".
    let branches = ids.compactMap {
      try? Criterion(id: $0, direction: .higherIsBetter, worst: 0, best: 1, branch: $0)
    }
    let whole = element.first("branches").flatMap {
      ProblemWeightingReader(items: branches, isBranches: true).step($0, &decoder)
    }
    let inside = inside(element, branches: ids, &decoder)
    guard let whole, let inside else { return nil }
    do throws(WeightingError) {
      return try ComposedWeights(
        branches: whole.weights, inside: inside.map(\.weights), criteria: criteria,
        hasRanges: inside.allSatisfy(\.hasRanges))
    } catch {
      let explanation = WeightingExplanation(error)
      decoder.diagnostics.error(
        "problem.weights", at: decoder.place(element), explanation.problem,
        advice: explanation.advice)
      return nil
    }
  }

  /// The weights inside each branch of two or more criteria; nil when one cannot be used.
  private func inside(
    _ element: MarkupElement, branches: [String], _ decoder: inout ElementDecoder
  ) -> [(weights: ComposedWeights.Inside, hasRanges: Bool)]? {
    var isComplete = true
    var result: [(weights: ComposedWeights.Inside, hasRanges: Bool)] = []
    let parts = element.elements(named: "within")
    for part in parts where !branches.contains(part.attribute("branch") ?? "") {
      isComplete = false
      decoder.diagnostics.error(
        "problem.unknownBranch", at: decoder.place(part),
        "No criterion names the branch \(part.attribute("branch") ?? "").",
        advice: "Use one of: \(branches.joined(separator: ", ")).")
    }
    for branch in branches {
      let members = criteria.filter { $0.branch == branch }
      let own = parts.filter { $0.attribute("branch") == branch }
      if own.count != (members.count > 1 ? 1 : 0) {
        isComplete = false
        decoder.diagnostics.error(
          "problem.within", at: decoder.place(own.last ?? element),
          "A branch of two or more criteria has one weighting inside it, and a branch of one has none; "
            + "\(branch) has \(own.count).",
          advice: "Add or remove an element within.")
      } else if let part = own.first {
        let reader = ProblemWeightingReader(items: members, isBranches: false)
        if let step = reader.step(part, &decoder) {
          result.append((.init(branch: branch, weights: step.weights), step.hasRanges))
        } else {
          isComplete = false
        }
      }
    }
    return isComplete ? result : nil
  }
}

extension ComposedWeights {
  /// Whether every step was worked out elsewhere.
  var isGiven: Bool {
    ([branches ?? weights] + inside.map(\.weights)).allSatisfy { $0.method == .given }
  }
}
