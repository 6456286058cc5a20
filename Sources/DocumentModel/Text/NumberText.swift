// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionModel

/// The only place where a number becomes text, in the marks of a language.
public struct NumberText: Sendable, Equatable {
  /// The mark between whole and fraction.
  public var decimalMark: String
  /// The mark between groups of three digits; empty: none.
  public var groupMark: String

  /// The marks of a language.
  public init(decimalMark: String, groupMark: String) {
    self.decimalMark = decimalMark
    self.groupMark = groupMark
  }

  /// A decimal: groups from four digits on, no other change.
  public func text(_ number: DecimalText) -> String {
    var digits = number.text
    var result = ""
    if digits.first == "-" {
      digits.removeFirst()
      result = "\u{2212}"
    }
    let parts = digits.split(separator: ".")
    let whole = Array(parts.first ?? "0")
    for (index, digit) in whole.enumerated() {
      if index > 0 && (whole.count - index) % 3 == 0 { result += groupMark }
      result.append(digit)
    }
    if parts.count > 1 { result += decimalMark + parts[1] }
    return result
  }

  /// A whole number.
  public func text(_ number: Int) -> String { text(DecimalText(Double(number), decimals: 0)) }
}
