// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// Judgements on pairs: `<range/>` for each criterion, `<comparison first="..." second="..." ratio="..."/>`.
package struct PairwiseForm: ElicitationForm {
  package static let written = AnswerElements(
    "range", "comparison", attributes: [("priorities", false), ("inconsistent", false)])

  package static func elicitation(_ reader: inout AnswerReader) -> WeightElicitation {
    let ranges = reader.shownRanges()
    let comparisons = reader.element.elements(named: "comparison").map {
      PairwiseComparison(
        first: $0.attribute("first") ?? "", second: $0.attribute("second") ?? "",
        ratio: reader.ratio("ratio", of: $0))
    }
    return .pairwise(
      PairwiseAnswers(
        ranges: ranges, comparisons: comparisons,
        rule: reader.decoder.value("priorities", of: reader.element, else: .geometricMean),
        acceptsInconsistency: reader.element.attribute("inconsistent") == "accepted"))
  }

  enum Phrase: String, MethodPhrase {
    case asked = "asked-pairs"
    case mean = "method-pairs-mean"
    case eigenvector = "method-pairs-eigenvector"
    case label = "ask-method-pairs"
    case priorities = "ask-priorities"
    case pair = "ask-pair"
    case again = "ask-pair-again"
    case soFar = "ask-so-far name times"
    case inconsistent = "ask-inconsistent back"
    case accepted = "ask-inconsistent-accepted"
    case help = "ask-help-pair"
  }

  package static let phrases: any MethodPhrase.Type = Phrase.self
  package static let asked = MethodText(Phrase.asked)
  package static func name(rule: String?) -> MethodText {
    // A rule that is none of these is not given the name of another.
    rule.flatMap { PriorityRule(rawValue: $0) }.map(name(of:)) ?? asked
  }

  /// The name of a rule.
  static func name(of rule: PriorityRule) -> MethodText {
    switch rule {
    case .geometricMean: MethodText(Phrase.mean)
    case .eigenvector: MethodText(Phrase.eigenvector)
    }
  }
  package static let label = MethodText(Phrase.label)

  private static let prioritiesKey = WeightKey("priorities")
  private static let inconsistentKey = WeightKey("inconsistent")

  package static func settings(_ list: WeighedList) -> [WeightQuestion] {
    [
      WeightQuestion(
        key: prioritiesKey, text: MethodText(Phrase.priorities),
        kind: .choice(PriorityRule.allCases.map { .init(id: $0.rawValue, label: name(of: $0)) }),
        empty: .value(PriorityRule.geometricMean.rawValue), criteria: [])
    ]
  }

  package static func questions(_ list: WeighedList) -> [WeightQuestion] {
    let pairs = PairRounds(list: list)
    if list.isListing {
      let all = PairRounds.pairs(of: list.asked)
      return all.map { pair(.pair($0), $0) }
        + (1...PairRounds.rounds).flatMap { round in
          all.map { again(.again(round, $0), $0, nil) }
        } + [inconsistent]
    }
    return pairs.keys.map { asked in
      switch asked {
      case .pair(let both): pair(.pair(both), both)
      case .again(let round, let both):
        again(.again(round, both), both, pairs.judgement(both, before: round))
      case .inconsistent: inconsistent
      }
    }
  }

  private static func pair(_ key: WeightKey, _ both: PairRounds.Pair) -> WeightQuestion {
    WeightQuestion(
      key: key, text: MethodText(Phrase.pair), kind: .comparison([both.first, both.second]),
      help: [.text(MethodText(Phrase.help))], criteria: [both.first, both.second])
  }

  private static func again(
    _ key: WeightKey, _ both: PairRounds.Pair, _ before: PairRounds.Judgement?
  ) -> WeightQuestion {
    var details: [WeightQuestion.Line] = []
    if let before, let times = DecimalText(before.times) {
      let words: KeyValuePairs<String, MethodText.Word> = [
        "name": .criterion(before.more), "times": .times(times),
      ]
      details = [.text(MethodText(Phrase.soFar, words))]
    }
    let first = pair(key, both)
    return WeightQuestion(
      key: key, text: MethodText(Phrase.again), details: details, kind: first.kind, empty: .keeps,
      help: first.help, criteria: first.criteria)
  }

  private static var inconsistent: WeightQuestion {
    WeightQuestion(
      key: inconsistentKey, text: MethodText(Phrase.inconsistent, ["back": .words("<")]),
      kind: .choice([.init(id: "accepted", label: MethodText(Phrase.accepted))]),
      help: [.text(MethodText(Phrase.help))], criteria: [])
  }

  package static func attributes(_ list: WeighedList) -> [(String, String)] {
    let isAsked = PairRounds(list: list).keys.contains(.inconsistent)
    let stands = isAsked ? list.value(inconsistentKey) : nil
    return (list.value(prioritiesKey).map { [("priorities", $0)] } ?? [])
      + (stands.map { [("inconsistent", $0)] } ?? [])
  }

  package static func elements(_ list: WeighedList) -> [MarkupElement] {
    let rounds = PairRounds(list: list)
    return list.each("range") { _ in [] }
      + PairRounds.pairs(of: list.ids).map { pair in
        MarkupElement(
          "comparison",
          [
            MarkupAttribute("first", pair.first), MarkupAttribute("second", pair.second),
            MarkupAttribute("ratio", rounds.ratio(pair) ?? ""),
          ])
      }
  }
}

extension WeightKey {
  /// The comparison of two criteria.
  fileprivate static func pair(_ pair: PairRounds.Pair) -> WeightKey {
    WeightKey("pair", [pair.first, pair.second], listedAs: "pair.CRITERION.CRITERION")
  }

  /// The comparison of two criteria once more, in a round counted from 1.
  fileprivate static func again(_ round: Int, _ pair: PairRounds.Pair) -> WeightKey {
    WeightKey(
      "again", ["\(round)", pair.first, pair.second], listedAs: "again.ROUND.CRITERION.CRITERION")
  }
}

/// Which pairs are asked: every pair once; then, while the answers contradict each other, the three
/// pairs that do so most once more.
private struct PairRounds {
  /// Two criteria, in the order of the list.
  struct Pair: Hashable {
    let first: String
    let second: String
  }

  /// The criterion that matters more and how many times as much, as typed.
  typealias Judgement = (more: String, times: String)

  /// A question of the rounds.
  enum Asked: Hashable {
    case pair(Pair)
    case again(Int, Pair)
    case inconsistent
  }

  let list: WeighedList

  /// How many times pairs are asked once more at most.
  static let rounds = 2

  /// Every pair, in the order of the criteria.
  static func pairs(of criteria: [String]) -> [Pair] {
    criteria.enumerated().flatMap { place, first in
      criteria[(place + 1)...].map { Pair(first: first, second: $0) }
    }
  }

  /// The questions, at least up to the first open one.
  var keys: [Asked] {
    var keys = PairRounds.pairs(of: list.ids).map { Asked.pair($0) }
    for round in 1...PairRounds.rounds {
      guard let found = consistency(before: round) else { return keys }
      guard found.isPastLimit, let triad = found.worstTriad else { break }
      let pairs = PairRounds.pairs(of: triad)
      keys += pairs.map { .again(round, $0) }
      if pairs.contains(where: { list.answers(.again(round, $0)) == nil }) { return keys }
      // Whoever stands by the three answers is not asked about them again.
      if pairs.allSatisfy({ list.list(.again(round, $0)).isEmpty }) { break }
    }
    let final = consistency(before: PairRounds.rounds + 1)
    return final?.isRefused == true ? keys + [.inconsistent] : keys
  }

  /// The judgement before a round; nil while open.
  func judgement(_ pair: Pair, before round: Int) -> Judgement? {
    let asked = (1...PairRounds.rounds).reversed().filter { $0 < round }
      .map { WeightKey.again($0, pair) }
    for key in asked + [.pair(pair)] {
      let values = list.list(key)
      if values.count == 2 { return (values[0], values[1]) }
    }
    return nil
  }

  /// The last judgement on a pair as a ratio of the first to the second, such as `3` or `1/3`.
  func ratio(_ pair: Pair) -> String? {
    judgement(pair, before: PairRounds.rounds + 1).map {
      $0.more == pair.first ? $0.times : "1/\($0.times)"
    }
  }

  /// How far the judgements before a round agree with each other; nil while a pair is open.
  private func consistency(before round: Int) -> PairwiseConsistency? {
    let pairs = PairRounds.pairs(of: list.ids)
    let comparisons = pairs.compactMap { pair in
      judgement(pair, before: round).map { found in
        let times = DecimalText(found.times)?.value ?? 0
        return PairwiseComparison(
          first: pair.first, second: pair.second,
          ratio: found.more == pair.first ? times : 1 / times)
      }
    }
    guard comparisons.count == pairs.count else { return nil }
    return PairwiseAnswers(ranges: [], comparisons: comparisons).consistency(of: list.ids)
  }
}
