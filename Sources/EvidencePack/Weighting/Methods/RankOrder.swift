// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// A rank order: `<rank rank="..."/>`, and the attribute `rule`.
package struct RankOrderForm: ElicitationForm {
  package static let written = AnswerElements("rank", attributes: [("rule", false)])

  package static func elicitation(_ reader: inout AnswerReader) -> WeightElicitation {
    .rankOrder(
      reader.each { reader, answer, range in
        RankedAnswer(
          criterion: range.criterion, worst: range.worst, best: range.best,
          rank: reader.count("rank", of: answer))
      }, reader.decoder.value("rule", of: reader.element, else: .rankOrderCentroid))
  }

  enum Phrase: String, MethodPhrase {
    case asked = "asked-ranks"
    case centroid = "method-rank-centroid"
    case sum = "method-rank-sum"
    case reciprocal = "method-reciprocal"
    case label = "ask-method-ranks"
    case askRule = "ask-rule"
    case rank = "ask-rank name first"
  }

  package static let phrases: any MethodPhrase.Type = Phrase.self
  package static let asked = MethodText(Phrase.asked)
  package static func name(rule: String?) -> MethodText {
    // A rule that is none of these is not given the name of another.
    rule.flatMap { RankWeightRule(rawValue: $0) }.map(name(of:)) ?? asked
  }

  /// The name of a rule.
  static func name(of rule: RankWeightRule) -> MethodText {
    switch rule {
    case .rankOrderCentroid: MethodText(Phrase.centroid)
    case .rankSum: MethodText(Phrase.sum)
    case .reciprocal: MethodText(Phrase.reciprocal)
    }
  }
  package static let label = MethodText(Phrase.label)

  private static let ruleKey = WeightKey("rule")
  private static func key(_ id: String) -> WeightKey { WeightKey("rank", [id]) }

  package static func settings(_ list: WeighedList) -> [WeightQuestion] {
    [
      WeightQuestion(
        key: ruleKey, text: MethodText(Phrase.askRule),
        kind: .choice(RankWeightRule.allCases.map { .init(id: $0.rawValue, label: name(of: $0)) }),
        empty: .value(RankWeightRule.rankOrderCentroid.rawValue), criteria: [])
    ]
  }

  package static func questions(_ list: WeighedList) -> [WeightQuestion] {
    list.asked.map { id in
      .one(
        key(id), id, MethodText(Phrase.rank, ["name": .criterion(id), "first": .rank(1)]),
        .rank(of: list.ids.count), help: [MethodText(SharedPhrase.helpRank)])
    }
  }

  package static func attributes(_ list: WeighedList) -> [(String, String)] {
    list.value(ruleKey).map { [("rule", $0)] } ?? []
  }

  package static func elements(_ list: WeighedList) -> [MarkupElement] {
    list.each("rank") { [("rank", list.value(key($0)))] }
  }
}
