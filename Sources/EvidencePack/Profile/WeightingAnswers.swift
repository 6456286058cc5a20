// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// Takes the answers about what matters out of their elements.
struct WeightingAnswers {
  let element: MarkupElement
  let decoder: ElementDecoder

  /// The answers in the form of their method.
  var elicitation: WeightElicitation {
    switch element.attribute("method") {
    case "intervalSwing": .intervalSwing(element.elements.map(interval))
    case "directRating": .directRating(element.elements.map(points))
    case "hundredPoints": .hundredPoints(element.elements.map(points))
    case "branchFirst": .branchFirst(element.elements.map(branch))
    case "rankOrder":
      .rankOrder(
        element.elements.map(rank), decoder.value("rule", of: element, else: .rankOrderCentroid))
    case "pairwise":
      .pairwise(
        PairwiseAnswers(
          ranges: ranges, comparisons: element.elements(named: "comparison").map(comparison),
          rule: decoder.value("priorities", of: element, else: .geometricMean),
          acceptsInconsistency: element.attribute("inconsistent") == "accepted"))
    case "bestWorst":
      .bestWorst(
        BestWorstAnswers(
          mostImportant: element.attribute("mostImportant") ?? "",
          leastImportant: element.attribute("leastImportant") ?? "",
          answers: element.elements.map(compared)))
    case "maxDiff": .maxDiff(element.elements.map(counted))
    case "matching":
      .matching(
        MatchingAnswers(ranges: ranges, trades: element.elements(named: "trade").map(trade)))
    default: .swing(element.elements.map(points))
    }
  }

  private func range(_ answer: MarkupElement) -> ShownRange {
    ShownRange(
      criterion: answer.attribute("criterion") ?? "", worst: decoder.number("worst", of: answer),
      best: decoder.number("best", of: answer))
  }

  private var ranges: [ShownRange] { element.elements(named: "range").map(range) }

  private func points(_ answer: MarkupElement) -> ElicitedAnswer {
    let shown = range(answer)
    return ElicitedAnswer(
      criterion: shown.criterion, worst: shown.worst, best: shown.best,
      points: decoder.number("points", of: answer))
  }

  private func branch(_ element: MarkupElement) -> BranchShare {
    BranchShare(
      branch: element.attribute("id") ?? "", points: decoder.number("points", of: element),
      answers: element.elements.map(points))
  }

  private func interval(_ answer: MarkupElement) -> IntervalAnswer {
    let shown = range(answer)
    return IntervalAnswer(
      criterion: shown.criterion, worst: shown.worst, best: shown.best,
      low: decoder.number("low", of: answer), high: decoder.number("high", of: answer))
  }

  private func rank(_ answer: MarkupElement) -> RankedAnswer {
    let shown = range(answer)
    return RankedAnswer(
      criterion: shown.criterion, worst: shown.worst, best: shown.best,
      rank: decoder.count("rank", of: answer) ?? 0)
  }

  private func compared(_ answer: MarkupElement) -> BestWorstAnswer {
    let shown = range(answer)
    return BestWorstAnswer(
      criterion: shown.criterion, worst: shown.worst, best: shown.best,
      fromMost: decoder.number("fromMost", of: answer),
      toLeast: decoder.number("toLeast", of: answer))
  }

  private func counted(_ answer: MarkupElement) -> MaxDiffAnswer {
    let shown = range(answer)
    return MaxDiffAnswer(
      criterion: shown.criterion, worst: shown.worst, best: shown.best,
      shown: decoder.count("shown", of: answer) ?? 0, most: decoder.count("most", of: answer) ?? 0,
      least: decoder.count("least", of: answer) ?? 0)
  }

  private func comparison(_ answer: MarkupElement) -> PairwiseComparison {
    PairwiseComparison(
      first: answer.attribute("first") ?? "", second: answer.attribute("second") ?? "",
      ratio: WeightingAnswers.ratio(answer.attribute("ratio") ?? ""))
  }

  private func trade(_ answer: MarkupElement) -> MatchingTrade {
    func change(_ name: String) -> MatchingTrade.Change {
      MatchingTrade.Change(
        criterion: answer.attribute(name) ?? "", from: decoder.number("\(name)From", of: answer),
        to: decoder.number("\(name)To", of: answer))
    }
    return MatchingTrade(gain: change("gains"), loss: change("gives"))
  }

  /// A ratio such as `3` or `1/3`; 0, which the checks refuse, when it is neither.
  private static func ratio(_ text: String) -> Double {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map {
      DecimalText(String($0))?.value ?? 0
    }
    guard let last = parts.last, let first = parts.first else { return 0 }
    return parts.count == 1 ? first : last > 0 ? first / last : 0
  }
}
