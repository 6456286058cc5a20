// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Every numeral of the handout comes from the pack, the profile or the calculation, prints what
/// that holds, and a count stands with its denominator (`field-standards.md` 2.10).
enum NumberRule {
  /// What is wrong in a text.
  ///
  /// - Parameter scope: the texts that are read together with it, itself among them: a denominator
  ///   may stand in any of them.
  static func faults(
    at place: PlacedText, scope: [InlineText], _ known: KnownNumbers, _ reader: inout TextReader
  ) -> [CheckFault] {
    var faults: [CheckFault] = []
    for run in place.text.runs {
      switch run {
      case .words(let words):
        if reader.holdsStranger(words, known) {
          faults.append(
            CheckFault(
              "strayNumber", at: place, "A numeral stands in words, without its source.",
              advice: "Print it by its id, or mark the text with numerals=\"name\".",
              words: words))
        }
      case .number(let text, let source): faults += number(text, source, place, scope, known)
      case .person: break
      }
    }
    return faults
  }

  private static func number(
    _ text: String, _ source: NumberSource, _ place: PlacedText, _ scope: [InlineText],
    _ known: KnownNumbers
  ) -> [CheckFault] {
    guard let entry = known.entry(source) else {
      if known.knows(source) { return [] }
      return [
        CheckFault(
          "numberSource", at: place,
          "Every number comes from the pack, the profile or the calculation; \(source.text) is none.",
          advice: "Print a number of the pack by its id.", words: place.text.catalogueWords)
      ]
    }
    var faults: [CheckFault] = []
    func fault(_ rule: String, _ problem: String, _ advice: String) {
      faults.append(
        CheckFault(rule, at: place, problem, advice: advice, words: place.text.catalogueWords))
    }
    if !entry.printed.contains(text) {
      fault(
        "numberValue",
        "A number is printed as the pack states it; that from \(source.text) is not.",
        "Report this fault.")
    }
    if let of = entry.of, text != of {
      let isBeside = scope.contains { other in
        other.runs.contains { if case .number(of, _) = $0 { true } else { false } }
      }
      if !isBeside {
        fault(
          "denominator",
          "A count stands with its denominator; that from \(source.text) stands without.",
          "Print {=\(source.text).of} in the same text.")
      }
    }
    if entry.of != nil && !entry.hasContext {
      fault(
        "context", "A count states when and in whom it was counted; \(source.text) does not.",
        "Give the figure a period and a group in evidence.xml.")
    }
    return faults
  }
}
