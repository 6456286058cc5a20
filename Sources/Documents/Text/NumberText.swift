// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

/// The only place where a number becomes text, in the marks of a language.
public struct NumberText: Sendable, Equatable {
  /// The mark between whole and fraction.
  public var decimalMark: String
  /// The mark between groups of three digits; empty: none.
  public var groupMark: String

  /// A decimal: groups from four digits on, no other change.
  public func text(_ number: DecimalText) -> String {
    let isNegative = number.text.utf8.first == 0x2D
    let digits = isNegative ? number.text.utf8.dropFirst() : number.text.utf8[...]
    let wholeEnd = digits.firstIndex(of: 0x2E) ?? digits.endIndex
    let count = digits.distance(from: digits.startIndex, to: wholeEnd)
    // Most numbers need no change.
    if !isNegative && count < 4 && wholeEnd == digits.endIndex { return number.text }
    var result = isNegative ? "\u{2212}" : ""
    for (index, digit) in digits[..<wholeEnd].enumerated() {
      if index > 0 && (count - index) % 3 == 0 { result += groupMark }
      result.unicodeScalars.append(Unicode.Scalar(digit))
    }
    if wholeEnd != digits.endIndex {
      result += decimalMark
      for digit in digits[wholeEnd...].dropFirst() {
        result.unicodeScalars.append(Unicode.Scalar(digit))
      }
    }
    return result
  }

  /// A whole number.
  public func text(_ number: Int) -> String { text(DecimalText(Double(number), decimals: 0)) }
}
