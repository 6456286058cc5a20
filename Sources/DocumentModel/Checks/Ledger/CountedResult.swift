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
  ///
  /// Its first number says what is counted; numbers from elsewhere, such as the points of a scale,
  /// are no part of it.
  var count: Count? {
    guard let source = sourceIDs.first else { return nil }
    let values = values(from: source)
    guard values.count == 2 else { return nil }
    return Count(n: min(values[0], values[1]), of: max(values[0], values[1]), source: source)
  }

  /// The values of the printed numbers that come from one number of the pack.
  func values(from id: String) -> [Double] {
    runs.compactMap {
      if case .number(let printed, id) = $0 { InlineText.value(printed) } else { nil }
    }
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
