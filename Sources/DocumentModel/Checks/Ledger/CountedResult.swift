// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionModel

extension InlineText {
  /// A count: so many out of a whole, both from one number of the pack.
  struct Count: Sendable, Equatable {
    /// How many.
    var n: Double
    /// Out of how many.
    var of: Double
    /// The id of the number.
    var source: String
  }

  /// The count that a sentence states, in whichever order it names the two numbers; nil when it
  /// states none, or tells more than one count.
  var count: Count? {
    var numbers: [(printed: String, source: String)] = []
    for case .number(let printed, let source) in runs { numbers.append((printed, source)) }
    guard numbers.count == 2, numbers[0].source == numbers[1].source,
      let one = InlineText.value(numbers[0].printed),
      let other = InlineText.value(numbers[1].printed)
    else { return nil }
    return Count(n: min(one, other), of: max(one, other), source: numbers[0].source)
  }

  /// The value of a printed number, nil when it is none.
  ///
  /// Between digits a mark followed by exactly three digits parts thousands, unless the number
  /// begins with 0; the last of any other marks is the decimal mark.
  static func value(_ printed: String) -> Double? {
    let groups = printed.split(omittingEmptySubsequences: false) { !("0"..."9").contains($0) }
    guard let first = groups.first, groups.allSatisfy({ !$0.isEmpty }) else { return nil }
    let isWhole = first != "0" && groups.dropFirst().allSatisfy { $0.count == 3 }
    if isWhole { return DecimalText(groups.joined())?.value }
    guard let last = groups.last else { return nil }
    return DecimalText(groups.dropLast().joined() + "." + last)?.value
  }
}

extension HandoutIndex {
  /// The count of people or bones that a result states; nil when it states none.
  ///
  /// It is a count when its two numbers are a number of the evidence and the whole of that number:
  /// two ends of a range are none.
  func count(of result: OutcomeResult) -> InlineText.Count? {
    guard let count = result.text.count, let number = numbers[count.source], number.of == count.of,
      // Counts are printed as whole numbers.
      (number.value - count.n).magnitude < 1
    else { return nil }
    return count
  }
}
