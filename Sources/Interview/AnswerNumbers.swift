// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

/// Reads answers that are numbers, in the form that profiles hold them.
enum AnswerNumbers {
  /// The word before the highest level that is accepted.
  static let atMost = "atMost"
  /// The word before the lowest level that is accepted.
  static let atLeast = "atLeast"

  /// A whole number in a range.
  static func whole(_ text: String, _ range: ClosedRange<Int>) throws(Refusal) -> String {
    guard let number = TypedText.whole(text) else { throw Refusal(.askProblemWhole) }
    if !range.contains(number) { throw Refusal(.askProblemRange) }
    return text
  }

  /// A number in a range.
  static func number(
    _ text: String, _ range: ClosedRange<Double>, decimals: Int
  ) throws(Refusal) -> String {
    let number = try plain(text)
    if number.decimals > decimals {
      throw Refusal(decimals == 0 ? .askProblemWhole : .askProblemDecimals)
    }
    if !range.contains(number.value) { throw Refusal(.askProblemRange) }
    return text
  }

  /// A price, or the two ends of its range.
  static func price(_ text: String, highest: DecimalText) throws(Refusal) -> [String] {
    let parts = text.split(separator: " ").map(String.init)
    var ends: [DecimalText] = []
    for part in parts { ends.append(try plain(part)) }
    guard let last = ends.last, ends.count <= 2 else { throw Refusal(.askProblemPrice) }
    if ends[0].value > last.value { throw Refusal(.askProblemOrder) }
    if last.value > highest.value { throw Refusal(.askProblemRange) }
    return parts
  }

  /// Two numbers in a range, the lower one first.
  static func interval(_ text: String, _ range: ClosedRange<Double>) throws(Refusal) -> [String] {
    let parts = text.split(separator: " ").map(String.init)
    guard parts.count == 2 else { throw Refusal(.askProblemInterval) }
    for part in parts { _ = try number(part, range, decimals: TypedText.mostDecimals) }
    if Billionths.of(parts[0]) > Billionths.of(parts[1]) { throw Refusal(.askProblemOrder) }
    return parts
  }

  /// A bound, or both, as pairs of a word and a number.
  static func limit(
    _ text: String, isHighest: Bool, _ range: ClosedRange<Double>
  ) throws(Refusal) -> [String] {
    func bound(_ part: String) throws(Refusal) -> String {
      try number(part, range, decimals: TypedText.mostDecimals)
    }
    let parts = text.split(separator: " ").map(String.init)
    if parts.count == 1 { return [isHighest ? atMost : atLeast, try bound(parts[0])] }
    guard parts.count == 2 || parts.count == 4 else { throw Refusal(.askProblemLimit) }
    var values: [String] = []
    for start in stride(from: 0, to: parts.count, by: 2) {
      guard [atMost, atLeast].contains(parts[start]), !values.contains(parts[start]) else {
        throw Refusal(.askProblemLimit)
      }
      values += [parts[start], try bound(parts[start + 1])]
    }
    return values
  }

  /// A number as it is typed; what is wrong with any other is told apart.
  private static func plain(_ text: String) throws(Refusal) -> DecimalText {
    if let number = TypedText.number(text) { return number }
    guard let number = DecimalText(text), !text.hasPrefix("-") else {
      throw Refusal(.askProblemNumber)
    }
    let whole = number.text.prefix { $0 != "." }
    if whole.count > 1 && whole.hasPrefix("0") { throw Refusal(.askProblemNumber) }
    throw Refusal(whole.count > TypedText.mostDigits ? .askProblemRange : .askProblemDecimals)
  }
}
