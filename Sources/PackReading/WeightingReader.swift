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
      let (id, problem, advice) = WeightingReader.explanation(fault)
      let place = element.elements.last { $0.attribute("criterion") == id } ?? element
      decoder.diagnostics.error(
        "profile.weights", at: decoder.place(place), problem, advice: advice)
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
      let (_, problem, advice) = WeightingReader.explanation(error)
      decoder.diagnostics.error(
        "profile.weights", at: decoder.place(element), problem, advice: advice)
      return nil
    }
  }

  /// The criterion, the rule and the advice for a fault.
  static func explanation(_ fault: WeightingError) -> (String?, String, String) {
    switch fault {
    case .noCriteria: (nil, "There is nothing to weigh.", "Name criteria.")
    case .singleCriterion(let id):
      (id, "One criterion alone cannot be weighed.", "Name at least two criteria.")
    case .missing(let id):
      (
        id, "Every criterion of the list has an answer; \(id) has none.",
        "Ask for it, or use an own list without it: a missing answer is never counted as zero."
      )
    case .duplicate(let id):
      (id, "The criterion \(id) has two answers.", "Remove one of them.")
    case .notOnList(let id):
      (
        id, "The criterion \(id) is not on the list that is weighed.",
        "Remove the answer, or add the criterion to the list."
      )
    case .differentAnchors(let id):
      (
        id, "The weight of \(id) was asked with another range than the pack has.",
        "Ask again with the range of the pack: a weight belongs to its range."
      )
    case .notFinite(let id), .negative(let id):
      (id, "The answer for \(id) is not a number of zero or more.", "Correct it.")
    case .aboveHundred(let id):
      (id, "The answer for \(id) is above 100.", "Give points from 0 to 100.")
    case .largestIsNotHundred:
      (
        nil, "The largest swing has 100 points; here none has.",
        "Give 100 to the change that matters most and compare the others with it."
      )
    case .sumIsNotHundred:
      (
        nil, "The shares add up to 100; these do not.",
        "Share out exactly 100 points; nothing is rescaled silently."
      )
    case .allZero:
      (
        nil, "No criterion has any points.",
        "Ask again, or write status=\"noClearPreference\"."
      )
    case .sumNotFinite: (nil, "The points are too large.", "Give points from 0 to 100.")
    case .rankOutOfRange(let id):
      (id, "The rank of \(id) is not between 1 and the number of criteria.", "Correct it.")
    case .countDiffers: (nil, "There are more or fewer answers than criteria.", "Correct it.")
    }
  }
}
