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

/// A probability as it is printed: a whole percent, never none and never certain.
///
/// What was worked out from draws is not known better than that, and none of them is not never.
public enum PrintedShare: Sendable, Equatable {
  /// Less than 1 of 100.
  case belowOne
  /// A whole percent, 1...99.
  case percent(Int)
  /// More than 99 of 100.
  case aboveNinetyNine

  /// A share of 0...1; half a percent is rounded up.
  public init(_ share: Double) {
    if !(share >= 0.01) {
      self = .belowOne
    } else if share > 0.99 {
      self = .aboveNinetyNine
    } else {
      self = .percent(Int((share * 100).rounded(.toNearestOrAwayFromZero)))
    }
  }
}

extension NumberText {
  /// A probability in the form in which it may be printed.
  public func share(_ share: Double) -> PrintedShare { PrintedShare(share) }
}

extension Wording {
  /// A probability in words: "27 of 100", "less than 1 of 100" or "more than 99 of 100".
  public func share(_ share: Double, from source: NumberSource) -> InlineText {
    let of = number(100, from: source)
    switch numbers.share(share) {
    case .belowOne: return self(GuardPhrase.shareBelow, ["n": number(1, from: source), "of": of])
    case .percent(let percent):
      return self(GuardPhrase.shareOf, ["n": number(percent, from: source), "of": of])
    case .aboveNinetyNine:
      return self(GuardPhrase.shareAbove, ["n": number(99, from: source), "of": of])
    }
  }
}
