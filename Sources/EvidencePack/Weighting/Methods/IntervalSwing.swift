// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// Swing points as intervals: `<interval low="..." high="..."/>`.
package struct IntervalSwingForm: ElicitationForm {
  package static let written = AnswerElements("interval")

  package static func elicitation(_ reader: inout AnswerReader) -> WeightElicitation {
    .intervalSwing(
      reader.each { reader, answer, range in
        IntervalAnswer(
          criterion: range.criterion, worst: range.worst, best: range.best,
          low: reader.number("low", of: answer), high: reader.number("high", of: answer))
      })
  }

  enum Phrase: String, MethodPhrase {
    case asked = "asked-intervals"
    case name = "method-intervals"
    case label = "ask-method-intervals points"
    case interval = "ask-interval name most points"
    case help = "ask-help-interval"
  }

  package static let phrases: any MethodPhrase.Type = Phrase.self
  package static let asked = MethodText(Phrase.asked)
  package static func name(rule: String?) -> MethodText { MethodText(Phrase.name) }
  package static let label = MethodText(Phrase.label, ["points": .allPoints])

  private static func key(_ id: String) -> WeightKey { WeightKey("interval", [id]) }

  package static func questions(_ list: WeighedList) -> [WeightQuestion] {
    let most = list.value(.most)
    return [.most(list, getsPoints: true)]
      + list.others(than: .most).map { id in
        .one(
          key(id), id,
          MethodText(
            Phrase.interval,
            ["name": .criterion(id), "most": .criterion(most), "points": .allPoints]), .interval,
          help: [MethodText(SharedPhrase.helpSwing), MethodText(Phrase.help)], comparedWith: most)
      }
  }

  package static func elements(_ list: WeighedList) -> [MarkupElement] {
    let all = "\(SharedPoints.total)"
    return list.each("interval") { id in
      let ends = id == list.value(.most) ? [all, all] : list.list(key(id))
      return [("low", ends.first), ("high", ends.last)]
    }
  }
}
