// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// The best-worst method: `<compared fromMost="..." toLeast="..."/>`, and what matters most and least.
package struct BestWorstForm: ElicitationForm {
  package static let written = AnswerElements(
    "compared", attributes: [("mostImportant", true), ("leastImportant", true)])

  package static func elicitation(_ reader: inout AnswerReader) -> WeightElicitation {
    let answers = reader.each { reader, answer, range in
      BestWorstAnswer(
        criterion: range.criterion, worst: range.worst, best: range.best,
        fromMost: reader.number("fromMost", of: answer),
        toLeast: reader.number("toLeast", of: answer))
    }
    return .bestWorst(
      BestWorstAnswers(
        mostImportant: reader.element.attribute("mostImportant") ?? "",
        leastImportant: reader.element.attribute("leastImportant") ?? "", answers: answers))
  }

  enum Phrase: String, MethodPhrase {
    case asked = "asked-best-worst"
    case name = "method-best-worst"
    case label = "ask-method-best-worst"
    case least = "ask-least-of-all"
    case fromMost = "ask-from-most name most"
    case toLeast = "ask-to-least name least"
  }

  package static let phrases: any MethodPhrase.Type = Phrase.self
  package static let asked = MethodText(Phrase.asked)
  package static func name(rule: String?) -> MethodText { MethodText(Phrase.name) }
  package static let label = MethodText(Phrase.label)

  private static let least = WeightKey("least", shapesLaterQuestions: true)
  private static func fromMost(_ id: String) -> WeightKey { WeightKey("from-most", [id]) }
  private static func toLeast(_ id: String) -> WeightKey { WeightKey("to-least", [id]) }

  package static func questions(_ list: WeighedList) -> [WeightQuestion] {
    let most = WeightQuestion.most(list, getsPoints: false)
    if list.isListing {
      return [most, askLeast(list)] + list.asked.map { askFromMost($0, list) }
        + list.asked.map { askToLeast($0, list) }
    }
    guard let chosen = list.value(.most) else { return [most] }
    guard let other = list.value(least) else { return [most, askLeast(list)] }
    let between = list.ids.filter { $0 != chosen && $0 != other }
    return [most, askLeast(list), askFromMost(other, list)]
      + between.map { askFromMost($0, list) } + between.map { askToLeast($0, list) }
  }

  private static func askLeast(_ list: WeighedList) -> WeightQuestion {
    let others = list.ids.filter { $0 != list.value(.most) }
    return WeightQuestion(
      key: least, text: MethodText(Phrase.least), kind: .criterion(among: others),
      help: [.text(MethodText(SharedPhrase.helpRank))], criteria: others)
  }

  private static func askFromMost(_ id: String, _ list: WeighedList) -> WeightQuestion {
    let most = list.value(.most)
    return .one(
      fromMost(id), id,
      MethodText(Phrase.fromMost, ["name": .criterion(id), "most": .criterion(most)]), .times,
      help: [MethodText(SharedPhrase.helpSwing)], comparedWith: most)
  }

  private static func askToLeast(_ id: String, _ list: WeighedList) -> WeightQuestion {
    let least = list.value(least)
    return .one(
      toLeast(id), id,
      MethodText(Phrase.toLeast, ["name": .criterion(id), "least": .criterion(least)]), .times,
      help: [MethodText(SharedPhrase.helpSwing)], comparedWith: least)
  }

  package static func attributes(_ list: WeighedList) -> [(String, String)] {
    (list.value(.most).map { [("mostImportant", $0)] } ?? [])
      + (list.value(least).map { [("leastImportant", $0)] } ?? [])
  }

  /// The most important criterion is compared with the least important one once, not twice.
  package static func elements(_ list: WeighedList) -> [MarkupElement] {
    let (best, worst) = (list.value(.most), list.value(least))
    return list.each("compared") { id in
      let toWorst = id == best ? worst.map(fromMost) : toLeast(id)
      return [
        ("fromMost", id == best ? "1" : list.value(fromMost(id))),
        ("toLeast", id == worst ? "1" : toWorst.flatMap { list.value($0) }),
      ]
    }
  }
}
