// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack
import Markup

/// Reads the answers of each way of asking.
struct ProblemAnswerReader {
  let isBranches: Bool
  /// Whether every answer stands with the range that it was asked with.
  let needsRange: Bool

  /// Whose answer it is, and the range that was shown; nil when that is not stated as it must be.
  ///
  /// A branch has the range 0...1, and so has an answer without a range where none is needed: there
  /// the range of the criterion itself stands in.
  func range(
    _ element: MarkupElement, among items: [Criterion], _ decoder: inout ElementDecoder
  ) -> ShownRange? {
    let (wanted, other) = isBranches ? ("branch", "criterion") : ("criterion", "branch")
    let worst = decoder.optionalReal("worst", of: element)
    let best = decoder.optionalReal("best", of: element)
    guard let id = element.attribute(wanted), element.attribute(other) == nil else {
      decoder.diagnostics.error(
        "problem.answer", at: decoder.place(element),
        "An answer here names a \(wanted).", advice: "Write \(wanted)=\"…\".")
      return nil
    }
    if isBranches {
      if worst != nil || best != nil {
        decoder.diagnostics.error(
          "problem.answerRange", at: decoder.place(element),
          "A branch has no levels of its own: its change is that of all its criteria together.",
          advice: "Remove worst and best.")
      }
      return ShownRange(criterion: id, worst: 0, best: 1)
    }
    if let worst, let best { return ShownRange(criterion: id, worst: worst, best: best) }
    if !needsRange, worst == nil, best == nil {
      let item = items.first { $0.id == id }
      return ShownRange(criterion: id, worst: item?.worst ?? 0, best: item?.best ?? 1)
    }
    decoder.diagnostics.error(
      "problem.answerRange", at: decoder.place(element),
      "An answer stands with the range that it was asked with: a weight belongs to its range.",
      advice: "Add worst and best as the question showed them.")
    return nil
  }

  /// The answers; of use only when nothing was reported.
  func elicitation(
    _ element: MarkupElement, _ method: String, of items: [Criterion],
    _ decoder: inout ElementDecoder
  ) -> WeightElicitation {
    switch method {
    case "swing": return .swing(points(element, items, &decoder))
    case "directRating": return .directRating(points(element, items, &decoder))
    case "hundredPoints": return .hundredPoints(points(element, items, &decoder))
    case "intervalSwing":
      return .intervalSwing(
        ranges(element, items, &decoder).map { answer, range in
          IntervalAnswer(
            criterion: range.criterion, worst: range.worst, best: range.best,
            low: decoder.real("low", of: answer), high: decoder.real("high", of: answer))
        })
    case "rankOrder":
      return .rankOrder(
        ranges(element, items, &decoder).map { answer, range in
          RankedAnswer(
            criterion: range.criterion, worst: range.worst, best: range.best,
            rank: decoder.count("rank", of: answer) ?? 0)
        }, decoder.value("rule", of: element, else: .rankOrderCentroid))
    case "pairwise": return .pairwise(pairs(element, items, &decoder))
    case "bestWorst":
      return .bestWorst(
        BestWorstAnswers(
          mostImportant: element.attribute("mostImportant") ?? "",
          leastImportant: element.attribute("leastImportant") ?? "",
          answers: ranges(element, items, &decoder).map { answer, range in
            BestWorstAnswer(
              criterion: range.criterion, worst: range.worst, best: range.best,
              fromMost: decoder.real("fromMost", of: answer),
              toLeast: decoder.real("toLeast", of: answer))
          }))
    case "maxDiff":
      return .maxDiff(
        ranges(element, items, &decoder).map { answer, range in
          MaxDiffAnswer(
            criterion: range.criterion, worst: range.worst, best: range.best,
            shown: decoder.count("shown", of: answer) ?? 0,
            most: decoder.count("most", of: answer) ?? 0,
            least: decoder.count("least", of: answer) ?? 0)
        })
    default: return .matching(trades(element, items, &decoder))
    }
  }

  private func ranges(
    _ element: MarkupElement, _ items: [Criterion], _ decoder: inout ElementDecoder
  ) -> [(answer: MarkupElement, range: ShownRange)] {
    element.elements.compactMap { answer in
      range(answer, among: items, &decoder).map { (answer, $0) }
    }
  }

  private func points(
    _ element: MarkupElement, _ items: [Criterion], _ decoder: inout ElementDecoder
  ) -> [ElicitedAnswer] {
    ranges(element, items, &decoder).map { answer, range in
      ElicitedAnswer(
        criterion: range.criterion, worst: range.worst, best: range.best,
        points: decoder.real("points", of: answer))
    }
  }

  private func pairs(
    _ element: MarkupElement, _ items: [Criterion], _ decoder: inout ElementDecoder
  ) -> PairwiseAnswers {
    let comparisons = element.elements(named: "comparison").map {
      PairwiseComparison(
        first: $0.attribute("first") ?? "", second: $0.attribute("second") ?? "",
        ratio: ratio($0, &decoder))
    }
    return PairwiseAnswers(
      ranges: shown(element, items, &decoder), comparisons: comparisons,
      rule: decoder.value("priorities", of: element, else: .geometricMean),
      acceptsInconsistency: element.attribute("inconsistent") == "accepted")
  }

  /// A ratio as a number, or as one divided by a number.
  private func ratio(_ element: MarkupElement, _ decoder: inout ElementDecoder) -> Double {
    let text = element.attribute("ratio") ?? ""
    guard text.hasPrefix("1/") else { return decoder.real("ratio", of: element) }
    return 1 / (Double(text.dropFirst(2)) ?? 0)
  }

  private func trades(
    _ element: MarkupElement, _ items: [Criterion], _ decoder: inout ElementDecoder
  ) -> MatchingAnswers {
    let trades = element.elements(named: "trade").map { trade in
      MatchingTrade(
        gain: .init(
          criterion: trade.attribute("gains") ?? "", from: decoder.real("gainsFrom", of: trade),
          to: decoder.real("gainsTo", of: trade)),
        loss: .init(
          criterion: trade.attribute("gives") ?? "", from: decoder.real("givesFrom", of: trade),
          to: decoder.real("givesTo", of: trade)))
    }
    return MatchingAnswers(ranges: shown(element, items, &decoder), trades: trades)
  }

  /// The ranges that were shown; those of branches need not be stated.
  private func shown(
    _ element: MarkupElement, _ items: [Criterion], _ decoder: inout ElementDecoder
  ) -> [ShownRange] {
    if isBranches {
      return items.map { ShownRange(criterion: $0.id, worst: $0.worst, best: $0.best) }
    }
    return element.elements(named: "range").compactMap { range($0, among: items, &decoder) }
  }
}
