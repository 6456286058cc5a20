// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// Trades: `<range/>` for each criterion, `<trade gains="..." gives="..."/>` with the levels before and after.
package struct MatchingForm: ElicitationForm {
  package static let written = AnswerElements("range", "trade")
  package static let namesLevels = true

  package static func elicitation(_ reader: inout AnswerReader) -> WeightElicitation {
    let ranges = reader.shownRanges()
    let trades = reader.element.elements(named: "trade").map { trade in
      MatchingTrade(
        gain: .init(
          criterion: trade.attribute("gains") ?? "", from: reader.number("gainsFrom", of: trade),
          to: reader.number("gainsTo", of: trade)),
        loss: .init(
          criterion: trade.attribute("gives") ?? "", from: reader.number("givesFrom", of: trade),
          to: reader.number("givesTo", of: trade)))
    }
    return .matching(MatchingAnswers(ranges: ranges, trades: trades))
  }

  enum Phrase: String, MethodPhrase {
    case asked = "asked-trades"
    case name = "method-trades"
    case label = "ask-method-trades"
    case trade = "ask-trade name most"
    case ends = "ask-trade-ends name"
    case help = "ask-help-trade"
    case problem = "ask-problem-trade"
    case advice = "ask-problem-trade-advice"
  }

  package static let phrases: any MethodPhrase.Type = Phrase.self
  package static let asked = MethodText(Phrase.asked)
  package static func name(rule: String?) -> MethodText { MethodText(Phrase.name) }
  package static let label = MethodText(Phrase.label)

  private static func key(_ id: String) -> WeightKey { WeightKey("trade", [id]) }

  package static func questions(_ list: WeighedList) -> [WeightQuestion] {
    let most = list.value(.most)
    return [.most(list, getsPoints: false)]
      + list.others(than: .most).map { id in
        let both = [id] + (most.map { [$0] } ?? [])
        return WeightQuestion(
          key: key(id),
          text: MethodText(Phrase.trade, ["name": .criterion(id), "most": .criterion(most)]),
          details: both.flatMap {
            [.text(MethodText(Phrase.ends, ["name": .criterion($0)])), .ends($0)]
          },
          // Whoever lists the questions has not chosen what is given up.
          kind: .level(of: most.map { [$0] } ?? list.ids),
          help: [.text(MethodText(Phrase.help))], criteria: both)
      }
  }

  /// A trade that gives nothing up: nothing can be learned from it.
  package static func refusal(
    _ values: [String], of key: WeightKey, _ list: WeighedList
  ) -> WeightRefusal? {
    guard key.name == self.key("").name,
      let level = values.first.flatMap({ DecimalText($0)?.value }),
      let criteria = try? ProblemBuilder.criteria(of: list.pack, region: list.region),
      let most = criteria.first(where: { $0.id == list.value(.most) }),
      most.valueFunction.value(at: level) >= 1
    else { return nil }
    return WeightRefusal(problem: MethodText(Phrase.problem), advice: MethodText(Phrase.advice))
  }

  /// Everything is traded for what matters most, from its best end to the level that was named.
  package static func elements(_ list: WeighedList) -> [MarkupElement] {
    let ranges = list.each("range") { _ in [] }
    guard let most = list.value(.most), let given = list.row(of: most) else { return ranges }
    func text(_ level: Double) -> String { DecimalText(exactly: level).text }
    return ranges
      + list.ids.compactMap { id in
        guard id != most, let row = list.row(of: id) else { return nil }
        return MarkupElement(
          "trade",
          [
            MarkupAttribute("gains", id), MarkupAttribute("gainsFrom", text(row.worst)),
            MarkupAttribute("gainsTo", text(row.best)), MarkupAttribute("gives", most),
            MarkupAttribute("givesFrom", text(given.best)),
            MarkupAttribute("givesTo", list.value(key(id)) ?? ""),
          ])
      }
  }
}
