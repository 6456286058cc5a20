// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// How one way of asking is written in files and put into words; the mathematics of its answers
/// stands in `DecisionAnalysis`.
package protocol ElicitationForm: Sendable {
  /// The elements and attributes of the answers.
  static var written: AnswerElements { get }
  /// Whether answers name levels, which a branch has none of.
  static var namesLevels: Bool { get }
  /// Whether the criteria are weighed against each other in one step; a decision problem has an
  /// element of its own for weights in two.
  static var isOneStep: Bool { get }
  /// The answers in an element that passed `AnswerElements.check`.
  static func elicitation(_ reader: inout AnswerReader) -> WeightElicitation
  /// What is wrong with answers in the interview's scale, beyond `WeightElicitation.faults`.
  static func scaleFaults(_ elicitation: WeightElicitation) -> [WeightingError]

  /// The texts that it uses.
  static var phrases: any MethodPhrase.Type { get }
  /// The sentence that tells the person how the weights were asked.
  static var asked: MethodText { get }
  /// The name of the method with a rule, for clinicians.
  static func name(rule: String?) -> MethodText
  /// What the method asks for, where the interview offers it.
  static var label: MethodText { get }

  /// The questions that come before the day of asking, such as that for the rule.
  static func settings(_ list: WeighedList) -> [WeightQuestion]
  /// The questions about the criteria that the answers so far lead to: at least up to the first open
  /// one; all that can come when they are listed.
  static func questions(_ list: WeighedList) -> [WeightQuestion]
  /// Why the values of an answer do not fit the answers so far; nil when they do.
  static func refusal(
    _ values: [String], of key: WeightKey, _ list: WeighedList
  ) -> WeightRefusal?
  /// The attributes of the element `weighting` that the answers give, beside method and day.
  static func attributes(_ list: WeighedList) -> [(String, String)]
  /// The elements that the answers give.
  static func elements(_ list: WeighedList) -> [MarkupElement]
}

extension ElicitationForm {
  package static var namesLevels: Bool { false }
  package static var isOneStep: Bool { true }
  package static func scaleFaults(_ elicitation: WeightElicitation) -> [WeightingError] { [] }
  package static func settings(_ list: WeighedList) -> [WeightQuestion] { [] }
  package static func refusal(
    _ values: [String], of key: WeightKey, _ list: WeighedList
  ) -> WeightRefusal? { nil }
  package static func attributes(_ list: WeighedList) -> [(String, String)] { [] }
}

extension ElicitationMethod {
  /// The form of the method: the only place that lists them all.
  package var form: any ElicitationForm.Type {
    switch self {
    case .swing: SwingForm.self
    case .intervalSwing: IntervalSwingForm.self
    case .directRating: DirectRatingForm.self
    case .hundredPoints: HundredPointsForm.self
    case .branchFirst: BranchFirstForm.self
    case .rankOrder: RankOrderForm.self
    case .pairwise: PairwiseForm.self
    case .bestWorst: BestWorstForm.self
    case .maxDiff: MaxDiffForm.self
    case .matching: MatchingForm.self
    }
  }

  /// The texts that the methods use, for the check of a catalogue.
  package static var textRequirements: [TextRequirement] {
    SharedPhrase.requirements
      + allCases.flatMap { $0.form.phrases.requirements }
  }

  /// The attributes of `weighting` in profiles that belong to a method, by its name.
  static var attributes: [(method: String, names: [String])] {
    allCases.map { ($0.rawValue, $0.form.written.attributes.map(\.name)) }
  }
}

/// How the answers to one method are written.
package struct AnswerElements: Sendable {
  /// The names of the elements; the last one holds the answers.
  package let names: [String]
  /// The attributes of the element around them that belong to this method, and whether each is
  /// needed.
  package var attributes: [(name: String, isNeeded: Bool)]

  /// The elements and attributes of a method.
  package init(_ names: String..., attributes: [(name: String, isNeeded: Bool)] = []) {
    self.names = names
    self.attributes = attributes
  }

  /// Reports elements and attributes that belong to another method, and attributes that lack.
  ///
  /// - Parameters:
  ///   - method: the name of the method.
  ///   - others: the attributes that belong to methods, by their names.
  ///   - source: the beginning of the identifiers of diagnostics.
  ///   - foreign: the end of the identifier for an attribute of another method.
  /// - Returns: whether the answers can be read.
  package func check(
    _ element: MarkupElement, method: String, others: [(method: String, names: [String])],
    source: String, foreign: String = "weightingAttribute", _ decoder: inout ElementDecoder
  ) -> Bool {
    if let other = element.elements.first(where: { !names.contains($0.name) }) {
      decoder.diagnostics.error(
        "\(source).weightingElement", at: decoder.place(other),
        names.isEmpty
          ? "The method \(method) has no answers."
          : "Answers to the method \(method) stand in elements named "
            + "\(names.joined(separator: " and ")).",
        advice: "Rename the elements, or change the method.")
      return false
    }
    for other in others where other.method != method {
      for name in other.names where element.attribute(name) != nil {
        decoder.diagnostics.error(
          "\(source).\(foreign)", at: decoder.place(element),
          "The attribute \(name) belongs to the method \(other.method).", advice: "Remove it.")
      }
    }
    let lacking = attributes.filter { $0.isNeeded && element.attribute($0.name) == nil }
    if !lacking.isEmpty {
      let names = lacking.map(\.name).joined(separator: " and ")
      decoder.diagnostics.error(
        "\(source).weightingAttribute", at: decoder.place(element),
        "The method \(method) needs more: \(names).",
        advice: "Write the criterion that the person chose in an attribute of this name.")
    }
    return lacking.isEmpty
  }
}
