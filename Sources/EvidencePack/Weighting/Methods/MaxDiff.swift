// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// Counts of picks from sets: `<counted shown="..." most="..." least="..."/>`.
package struct MaxDiffForm: ElicitationForm {
  package static let written = AnswerElements("counted")

  package static func elicitation(_ reader: inout AnswerReader) -> WeightElicitation {
    .maxDiff(
      reader.each { reader, answer, range in
        MaxDiffAnswer(
          criterion: range.criterion, worst: range.worst, best: range.best,
          shown: reader.count("shown", of: answer), most: reader.count("most", of: answer),
          least: reader.count("least", of: answer))
      })
  }

  enum Phrase: String, MethodPhrase {
    case asked = "asked-sets"
    case name = "method-sets"
    case label = "ask-method-sets"
    case most = "ask-set-most place count"
    case least = "ask-set-least"
  }

  package static let phrases: any MethodPhrase.Type = Phrase.self
  package static let asked = MethodText(Phrase.asked)
  package static func name(rule: String?) -> MethodText { MethodText(Phrase.name) }
  package static let label = MethodText(Phrase.label)

  private static func setMost(_ number: Int) -> WeightKey {
    WeightKey("set-most", ["\(number)"], listedAs: "set-most.NUMBER")
  }
  private static func setLeast(_ number: Int) -> WeightKey {
    WeightKey("set-least", ["\(number)"], listedAs: "set-least.NUMBER")
  }

  package static func questions(_ list: WeighedList) -> [WeightQuestion] {
    let sets = PickSets.sets(of: list.ids)
    let help = [WeightQuestion.Line.text(MethodText(SharedPhrase.helpRank))]
    func most(_ number: Int, _ shown: [String]) -> WeightQuestion {
      WeightQuestion(
        key: setMost(number),
        text: MethodText(Phrase.most, ["place": .set(number), "count": .set(sets.count)]),
        kind: .criterion(among: shown), help: help, criteria: shown)
    }
    func least(_ number: Int, _ shown: [String]) -> WeightQuestion {
      WeightQuestion(
        key: setLeast(number), text: MethodText(Phrase.least),
        kind: .criterion(among: shown.filter { $0 != list.value(setMost(number)) }), help: help,
        criteria: shown)
    }
    if list.isListing {
      // Whoever lists the questions has chosen no criteria, and sees those of any set.
      let numbers = 1...max(3, list.asked.count)
      let shown = numbers.map {
        list.isChosen && sets.indices.contains($0 - 1) ? sets[$0 - 1] : list.ids
      }
      return numbers.map { most($0, shown[$0 - 1]) } + numbers.map { least($0, shown[$0 - 1]) }
    }
    return sets.indices.flatMap { [most($0 + 1, sets[$0]), least($0 + 1, sets[$0])] }
  }

  package static func elements(_ list: WeighedList) -> [MarkupElement] {
    let sets = PickSets.sets(of: list.ids)
    func picks(_ id: String, _ key: (Int) -> WeightKey) -> Int {
      sets.indices.filter { list.value(key($0 + 1)) == id }.count
    }
    return list.each("counted") { id in
      [
        ("shown", "\(sets.filter { $0.contains(id) }.count)"),
        ("most", "\(picks(id, setMost))"), ("least", "\(picks(id, setLeast))"),
      ]
    }
  }
}

/// The sets of criteria from which what matters most and least is picked.
///
/// Criterion k, k + 1, k + 2 and k + 4 of the list, round and round, for seven and more; k, k + 1 and
/// k + 3 for four to six: each criterion stands in as many sets as a set is large, and two criteria
/// meet about equally often. Two or three criteria are shown together three times.
enum PickSets {
  /// The sets, each in the order of the criteria.
  static func sets(of criteria: [String]) -> [[String]] {
    let count = criteria.count
    if count < 4 { return [criteria, criteria, criteria] }
    let steps = count < 7 ? [0, 1, 3] : [0, 1, 2, 4]
    return criteria.indices.map { start in
      let places = steps.map { (start + $0) % count }.sorted()
      return places.map { criteria[$0] }
    }
  }
}
