// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// Swing points: `<swing points="..."/>`.
package struct SwingForm: ElicitationForm {
  package static let written = AnswerElements("swing")

  package static func elicitation(_ reader: inout AnswerReader) -> WeightElicitation {
    .swing(reader.points())
  }

  enum Phrase: String, MethodPhrase {
    case asked = "asked-swing"
    case name = "method-swing"
    case label = "ask-method-swing points"
    case swing = "ask-swing name most points"
  }

  package static let phrases: any MethodPhrase.Type = Phrase.self
  package static let asked = MethodText(Phrase.asked)
  package static func name(rule: String?) -> MethodText { MethodText(Phrase.name) }
  package static let label = MethodText(Phrase.label, ["points": .allPoints])

  package static func questions(_ list: WeighedList) -> [WeightQuestion] {
    let most = list.value(.most)
    return [.most(list, getsPoints: true)]
      + list.others(than: .most).map { id in
        .one(
          .points(id), id,
          MethodText(
            Phrase.swing,
            ["name": .criterion(id), "most": .criterion(most), "points": .allPoints]), .points,
          help: [MethodText(SharedPhrase.helpSwing)], comparedWith: most)
      }
  }

  package static func elements(_ list: WeighedList) -> [MarkupElement] {
    list.each("swing") { id in
      [
        (
          "points",
          list.value(.most) == id ? "\(SharedPoints.total)" : list.value(.points(id))
        )
      ]
    }
  }
}

/// Direct rating: `<rating points="..."/>`.
package struct DirectRatingForm: ElicitationForm {
  package static let written = AnswerElements("rating")

  /// The question shows a scale that ends at 100.
  package static func scaleFaults(_ elicitation: WeightElicitation) -> [WeightingError] {
    guard case .directRating(let answers) = elicitation else { return [] }
    return answers.filter { $0.points > 100 }.map { .aboveHundred($0.criterion) }
  }

  package static func elicitation(_ reader: inout AnswerReader) -> WeightElicitation {
    .directRating(reader.points())
  }

  enum Phrase: String, MethodPhrase {
    case asked = "asked-rating"
    case name = "method-rating"
    case label = "ask-method-rating"
    case rating = "ask-rating name most"
  }

  package static let phrases: any MethodPhrase.Type = Phrase.self
  package static let asked = MethodText(Phrase.asked)
  package static func name(rule: String?) -> MethodText { MethodText(Phrase.name) }
  package static let label = MethodText(Phrase.label)

  package static func questions(_ list: WeighedList) -> [WeightQuestion] {
    list.asked.map { id in
      .one(
        .points(id), id,
        MethodText(Phrase.rating, ["name": .criterion(id), "most": .allPoints]), .points)
    }
  }

  package static func refusal(
    _ values: [String], of key: WeightKey, _ list: WeighedList
  ) -> WeightRefusal? {
    SharedPoints(list: list, group: list.ids.map { .points($0) }).refusalOfZeros(values, of: key)
  }

  package static func elements(_ list: WeighedList) -> [MarkupElement] {
    list.each("rating") { [("points", list.value(.points($0)))] }
  }
}

/// Shares of 100 points: `<share points="..."/>`.
package struct HundredPointsForm: ElicitationForm {
  package static let written = AnswerElements("share")

  package static func elicitation(_ reader: inout AnswerReader) -> WeightElicitation {
    .hundredPoints(reader.points())
  }

  enum Phrase: String, MethodPhrase {
    case asked = "asked-shares points"
    case name = "method-shares"
    case label = "ask-method-shares points"
    case share = "ask-share name rest"
  }

  package static let phrases: any MethodPhrase.Type = Phrase.self
  package static let asked = MethodText(Phrase.asked, ["points": .allPoints])
  package static func name(rule: String?) -> MethodText { MethodText(Phrase.name) }
  package static let label = MethodText(Phrase.label, ["points": .allPoints])

  private static func shared(_ list: WeighedList) -> SharedPoints {
    SharedPoints(list: list, group: list.ids.map { .points($0) })
  }

  package static func questions(_ list: WeighedList) -> [WeightQuestion] {
    let rest = shared(list).restWord
    return list.asked.map { id in
      .one(
        .points(id), id, MethodText(Phrase.share, ["name": .criterion(id), "rest": rest]), .points)
    }
  }

  package static func refusal(
    _ values: [String], of key: WeightKey, _ list: WeighedList
  ) -> WeightRefusal? { shared(list).refusal(values, of: key) }

  package static func elements(_ list: WeighedList) -> [MarkupElement] {
    list.each("share") { [("points", list.value(.points($0)))] }
  }
}
