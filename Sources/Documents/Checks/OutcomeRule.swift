// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The two counts of a result add up to the denominator, and its picture shows the same counts.
enum OutcomeRule {
  /// What is wrong in an outcome.
  static func faults(
    _ outcome: OutcomeBlock, section: String, _ known: KnownNumbers
  ) -> [CheckFault] {
    outcome.results.flatMap { faults($0, outcome.id, section, known) }
  }

  private static func faults(
    _ result: OutcomeResult, _ outcome: String, _ section: String, _ known: KnownNumbers
  ) -> [CheckFault] {
    func fault(_ rule: String, _ problem: String) -> CheckFault {
      CheckFault(
        rule, section: section, id: outcome, alternative: result.alternative, problem,
        advice: "Print both counts from one figure of the pack.",
        words: result.text.catalogueWords)
    }
    let first = count(in: result.text, known)
    let of = first.flatMap { known.entry($0.source)?.of }.flatMap { known.value($0) }
    var faults: [CheckFault] = []
    if !result.rest.isEmpty {
      let rest = count(in: result.rest, known)
      if let first, let of, let rest, first.value + rest.value == of {
        // They add up.
      } else {
        faults.append(
          fault("pairedCounts", "The two counts of a result add up to its denominator."))
      }
    }
    if let picture = result.picture {
      let matches = first.map { Double(picture.filled) == $0.value } ?? false
      if !matches || Double(picture.of) != of || picture.filled < 0 || picture.filled > picture.of {
        faults.append(fault("picture", "A picture shows the count that its sentence states."))
      }
    }
    return faults
  }

  /// The first number of the pack in a sentence.
  private static func count(
    in text: InlineText, _ known: KnownNumbers
  ) -> (value: Double, source: NumberSource)? {
    for case .number(let number, let source) in text.runs where known.entry(source) != nil {
      return known.value(number).map { ($0, source) }
    }
    return nil
  }
}
