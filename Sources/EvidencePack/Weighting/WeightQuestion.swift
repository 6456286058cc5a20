// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// What a question about weights is about; its text is the key of an answers file.
public struct WeightKey: Sendable, Hashable {
  /// The name of the question, such as `points`.
  public let name: String
  /// What it is about: ids of criteria or branches, or numbers.
  public let subjects: [String]
  /// Whether later questions, or what they may be answered, depend on the answer.
  public let shapesLaterQuestions: Bool
  /// The key that stands for all questions of the kind in a list of questions; nil where each has
  /// its own line.
  public let listedAs: String?

  /// The key of a question.
  init(
    _ name: String, _ subjects: [String] = [], shapesLaterQuestions: Bool = false,
    listedAs: String? = nil
  ) {
    self.name = name
    self.subjects = subjects
    self.shapesLaterQuestions = shapesLaterQuestions
    self.listedAs = listedAs
  }

  /// The key of the answers file, such as `points.cost`.
  public var text: String { ([name] + subjects).joined(separator: ".") }

  /// The criterion whose change from worst to best matters most.
  static let most = WeightKey("most", shapesLaterQuestions: true)
  /// The points of a criterion.
  static func points(_ id: String) -> WeightKey { WeightKey("points", [id]) }
}

/// A question of the interview about weights, as data that an interview puts into words.
package struct WeightQuestion: Sendable {
  /// What can be answered.
  package enum Kind: Sendable, Equatable {
    /// Points 0...100.
    case points
    /// How many times as much, 1...9.
    case times
    /// A rank from 1 to a number.
    case rank(of: Int)
    /// The lowest and the highest points, each 0...100.
    case interval
    /// One of these criteria.
    case criterion(among: [String])
    /// One of two criteria and how many times as much it matters, or that both matter the same.
    case comparison([String])
    /// A level within the range of this criterion; of any of them while none is chosen.
    case level(of: [String])
    /// One of these values, each with what it means.
    case choice([Choice])
  }

  /// A value that can be chosen, with what it means.
  package struct Choice: Sendable, Equatable {
    /// The value.
    package let id: String
    /// What it means.
    package let label: MethodText
  }

  /// A line beside the question.
  package enum Line: Sendable, Equatable {
    /// The name of a criterion.
    case name(String)
    /// Both ends of the range of a criterion.
    case ends(String)
    /// What a criterion means.
    case explanation(String)
    /// A text.
    case text(MethodText)
  }

  /// What an empty answer means.
  package enum Empty: Sendable, Equatable {
    /// Nothing: the question needs an answer.
    case refused
    /// What was answered before stays.
    case keeps
    /// This value.
    case value(String)
  }

  /// What it is about.
  package let key: WeightKey
  /// The question.
  package let text: MethodText
  /// Lines that belong to the question.
  package var details: [Line] = []
  /// What can be answered.
  package let kind: Kind
  /// What an empty answer means.
  package var empty = Empty.refused
  /// What helps to answer.
  package var help: [Line] = []
  /// The criteria that give an answer its meaning, with their ranges: an answer is of no use when
  /// they, or their ranges, change.
  package let criteria: [String]
}

/// A text that says why an answer does not fit those that were given before, and what to do.
package struct WeightRefusal: Sendable {
  /// What is wrong.
  package let problem: MethodText
  /// What to do.
  package let advice: MethodText
}

/// Texts that several ways of asking use.
enum SharedPhrase: String, MethodPhrase {
  case most = "ask-most points"
  case mostOfAll = "ask-most-of-all"
  case helpSwing = "ask-help-swing"
  case helpRank = "ask-help-rank"
  case problemRest = "ask-problem-rest rest"
  case problemSum = "ask-problem-sum rest"
  case problemAllZero = "ask-problem-all-zero"
  case pointsAdvice = "ask-problem-points-advice"
}

extension WeightQuestion {
  /// The question for the criterion that matters most, which gets all points or none.
  static func most(_ list: WeighedList, getsPoints: Bool) -> WeightQuestion {
    WeightQuestion(
      key: .most,
      text: getsPoints
        ? MethodText(SharedPhrase.most, ["points": .allPoints])
        : MethodText(SharedPhrase.mostOfAll),
      kind: .criterion(among: list.ids),
      help: [.text(MethodText(getsPoints ? SharedPhrase.helpSwing : SharedPhrase.helpRank))],
      criteria: list.ids)
  }

  /// The question for a number about one criterion, with both ends of its range.
  static func one(
    _ key: WeightKey, _ id: String, _ text: MethodText, _ kind: Kind, help: [MethodText] = [],
    comparedWith other: String? = nil
  ) -> WeightQuestion {
    WeightQuestion(
      key: key, text: text, details: [.ends(id)], kind: kind,
      help: [.explanation(id)] + help.map { .text($0) }, criteria: [id] + (other.map { [$0] } ?? [])
    )
  }
}

/// Why points do not fit those that the same points are shared out with.
package struct SharedPoints {
  /// All points there are to share.
  package static let total = 100
  let list: WeighedList
  /// The questions that share out the same points.
  let group: [WeightKey]

  /// What is left of the points, in billionths.
  var rest: Int {
    group.reduce(Billionths.of("\(Self.total)")) { $0 - Billionths.of(list.value($1) ?? "0") }
  }

  /// What is left of the points, as a word of a question.
  var restWord: MethodText.Word { .words(Billionths.text(rest)) }

  /// The other questions of the group, and whether all of them are answered; nil when one was
  /// passed over to find more problems: a sum over the rest would mislead.
  func others(than key: WeightKey) -> (keys: [WeightKey], areAnswered: Bool)? {
    let others = group.filter { $0 != key }
    if others.contains(where: { list.answers($0) == [] }) { return nil }
    return (others, others.allSatisfy { list.answers($0) != nil })
  }

  /// Why a share is refused: it is above the rest, or the last one below it.
  func refusal(_ values: [String], of key: WeightKey) -> WeightRefusal? {
    guard let value = values.first, let others = others(than: key) else { return nil }
    let given = Billionths.of(value)
    if given > rest { return refusal(MethodText(SharedPhrase.problemRest, ["rest": restWord])) }
    return others.areAnswered && given < rest
      ? refusal(MethodText(SharedPhrase.problemSum, ["rest": restWord])) : nil
  }

  /// Why a rating is refused: it is the last one, and all are zero.
  func refusalOfZeros(_ values: [String], of key: WeightKey) -> WeightRefusal? {
    guard let value = values.first, let others = others(than: key), others.areAnswered else {
      return nil
    }
    let all = others.keys.map { list.value($0) ?? "0" } + [value]
    return all.allSatisfy { Billionths.of($0) == 0 }
      ? refusal(MethodText(SharedPhrase.problemAllZero)) : nil
  }

  private func refusal(_ problem: MethodText) -> WeightRefusal {
    WeightRefusal(problem: problem, advice: MethodText(SharedPhrase.pointsAdvice))
  }
}

/// Numbers with at most nine decimals as whole billionths, so that sums are exact.
package enum Billionths {
  /// The billionths of a number of digits with a point.
  package static func of(_ text: String) -> Int {
    let parts = text.split(separator: ".")
    let whole = parts.first.flatMap { Int($0) } ?? 0
    let decimals = parts.count > 1 ? String(parts[1].prefix(9)) : ""
    let padded = decimals + String(repeating: "0", count: 9 - decimals.count)
    return whole * 1_000_000_000 + (Int(padded) ?? 0)
  }

  /// The number, without zeros at the end.
  package static func text(_ billionths: Int) -> String {
    let whole = String(billionths / 1_000_000_000)
    var decimals = String(billionths % 1_000_000_000)
    decimals = String(repeating: "0", count: 9 - decimals.count) + decimals
    while decimals.last == "0" { decimals.removeLast() }
    return decimals.isEmpty ? whole : "\(whole).\(decimals)"
  }
}
