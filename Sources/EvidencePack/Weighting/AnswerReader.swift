// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// Takes the answers about what matters out of their elements, for profiles and for decision
/// problems.
package struct AnswerReader {
  /// What is weighed, and how its range is stated.
  package enum Subject {
    /// Criteria; every answer stands with the range that it was asked with.
    case criteria
    /// These criteria; an answer without a range has that of its criterion.
    case criteriaWithRanges([Criterion])
    /// These branches, which have no levels: the range of each is 0...1.
    case branches([Criterion])
  }

  /// The element that holds the answers.
  package let element: MarkupElement
  /// What is weighed.
  package let subject: Subject
  /// The beginning of the identifiers of diagnostics, such as `profile`.
  package let source: String
  /// The decoder, with what was found wrong.
  package private(set) var decoder: ElementDecoder

  /// A reader of the answers in an element.
  package init(
    _ element: MarkupElement, of subject: Subject = .criteria, source: String,
    decoder: ElementDecoder
  ) {
    self.element = element
    self.subject = subject
    self.source = source
    self.decoder = decoder
  }

  /// The answers, or nil when one cannot be read; then that is reported.
  package mutating func elicitation(by method: ElicitationMethod) -> WeightElicitation? {
    let before = decoder.diagnostics.all.count
    let answers = method.form.elicitation(&self)
    return decoder.diagnostics.all.count == before ? answers : nil
  }

  /// One answer for each element that states its criterion or branch, with the range shown.
  package mutating func each<Answer>(
    _ elements: [MarkupElement]? = nil,
    _ make: (inout AnswerReader, MarkupElement, ShownRange) -> Answer
  ) -> [Answer] {
    (elements ?? element.elements).compactMap { answer in
      range(answer).map { make(&self, answer, $0) }
    }
  }

  /// The points of each criterion or branch.
  mutating func points(_ elements: [MarkupElement]? = nil) -> [ElicitedAnswer] {
    each(elements) { reader, answer, range in
      ElicitedAnswer(
        criterion: range.criterion, worst: range.worst, best: range.best,
        points: reader.number("points", of: answer))
    }
  }

  /// The ranges that were shown beside answers that relate criteria to each other; those of
  /// branches need not be stated.
  mutating func shownRanges() -> [ShownRange] {
    if case .branches(let items) = subject {
      return items.map { ShownRange(criterion: $0.id, worst: $0.worst, best: $0.best) }
    }
    return element.elements(named: "range").compactMap { range($0) }
  }

  /// A number that the schema demands; one beyond the range of binary numbers is reported.
  package mutating func number(_ name: String, of element: MarkupElement) -> Double {
    optionalNumber(name, of: element) ?? 0
  }

  private mutating func optionalNumber(_ name: String, of element: MarkupElement) -> Double? {
    decoder.finite(name, of: element, source: source)
  }

  /// A count that the schema demands.
  func count(_ name: String, of element: MarkupElement) -> Int {
    decoder.count(name, of: element) ?? 0
  }

  /// A ratio such as `3` or `1/3`; one that is divided by zero is 0, which the checks refuse.
  mutating func ratio(_ name: String, of element: MarkupElement) -> Double {
    let parts = (element.attribute(name) ?? "").split(separator: "/")
    guard parts.count == 2 else { return number(name, of: element) }
    let (above, below) = (Double(parts[0]) ?? 0, Double(parts[1]) ?? 0)
    return below > 0 ? above / below : 0
  }

  /// Whose answer it is, and the range that was shown; nil when that is not stated as it must be.
  private mutating func range(_ answer: MarkupElement) -> ShownRange? {
    let isBranch = if case .branches = subject { true } else { false }
    let (wanted, other) = isBranch ? ("branch", "criterion") : ("criterion", "branch")
    let worst = optionalNumber("worst", of: answer)
    let best = optionalNumber("best", of: answer)
    guard let id = answer.attribute(wanted), answer.attribute(other) == nil else {
      decoder.diagnostics.error(
        "\(source).answer", at: decoder.place(answer), "An answer here names a \(wanted).",
        advice: "Write \(wanted)=\"…\".")
      return nil
    }
    switch (subject, worst, best) {
    case (.branches, _, _):
      if worst != nil || best != nil {
        decoder.diagnostics.error(
          "\(source).answerRange", at: decoder.place(answer),
          "A branch has no levels of its own: its change is that of all its criteria together.",
          advice: "Remove worst and best.")
      }
      return ShownRange(criterion: id, worst: 0, best: 1)
    case (_, let worst?, let best?): return ShownRange(criterion: id, worst: worst, best: best)
    case (.criteriaWithRanges(let criteria), nil, nil):
      let criterion = criteria.first { $0.id == id }
      return ShownRange(criterion: id, worst: criterion?.worst ?? 0, best: criterion?.best ?? 1)
    default:
      decoder.diagnostics.error(
        "\(source).answerRange", at: decoder.place(answer),
        "An answer stands with the range that it was asked with: a weight belongs to its range.",
        advice: "Add worst and best as the question showed them.")
      return nil
    }
  }
}

extension ElementDecoder {
  /// A number that may have an exponent; nil when it is missing.
  ///
  /// A number beyond the range of binary numbers is reported under `source`.
  package mutating func finite(
    _ name: String, of element: MarkupElement, source: String
  ) -> Double? {
    guard let text = element.attribute(name) else { return nil }
    guard let value = Double(text), value.isFinite else {
      diagnostics.error(
        "\(source).notFinite", at: place(element),
        "A number is finite; the attribute \(name) of \(element.name) is not.",
        advice: "Write a plain number of usual size.")
      return nil
    }
    return value
  }
}
