// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// How a language writes numbers: the only place where a number becomes text.
public struct NumberText: Sendable, Equatable {
  /// The mark between whole and fraction.
  public var decimalMark: String
  /// The mark between groups of digits; empty: none.
  public var groupMark: String
  /// How many digits stand together, from the right; the last number goes on.
  public var grouping: [Int]
  /// The sign before a negative number.
  public var minus: String
  /// The ten digits, nought first.
  public var digits: [Unicode.Scalar]

  /// The digits of most languages.
  public static let latinDigits = Array("0123456789".unicodeScalars)

  /// How a language writes numbers.
  public init(
    decimalMark: String, groupMark: String, grouping: [Int] = [3], minus: String = "\u{2212}",
    digits: [Unicode.Scalar] = NumberText.latinDigits
  ) {
    self.decimalMark = decimalMark
    self.groupMark = groupMark
    self.grouping = grouping
    self.minus = minus
    self.digits = digits
  }

  /// A decimal: groups from four digits on, no other change.
  ///
  /// - Parameter grouping: how many digits stand together, where it is not as the language has it:
  ///   lakh and crore of rupees.
  public func text(_ number: DecimalText, grouping: [Int]? = nil) -> String {
    let isNegative = number.text.utf8.first == 0x2D
    let digits = isNegative ? number.text.utf8.dropFirst() : number.text.utf8[...]
    let wholeEnd = digits.firstIndex(of: 0x2E) ?? digits.endIndex
    let count = digits.distance(from: digits.startIndex, to: wholeEnd)
    // Most numbers need no change.
    let isPlain = !isNegative && count < 4 && wholeEnd == digits.endIndex
    if isPlain && self.digits == NumberText.latinDigits { return number.text }
    var result = isNegative ? minus : ""
    for (index, digit) in digits[..<wholeEnd].enumerated() {
      if index > 0 && Self.isBoundary(count - index, grouping ?? self.grouping) {
        result += groupMark
      }
      append(digit, to: &result)
    }
    if wholeEnd != digits.endIndex {
      result += decimalMark
      for digit in digits[wholeEnd...].dropFirst() { append(digit, to: &result) }
    }
    return result
  }

  /// A whole number.
  public func text(_ number: Int) -> String { text(DecimalText(Double(number), decimals: 0)) }

  /// The digits of a name, such as a year, in those of the language; all else stays.
  public func withOwnDigits(_ name: String) -> String {
    if digits == NumberText.latinDigits { return name }
    var text = ""
    for scalar in name.unicodeScalars {
      if scalar.isASCII && scalar.isDigit {
        append(UInt8(scalar.value), to: &text)
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// The number that a text of these marks and digits says, or nil.
  public func number(_ printed: String) -> DecimalText? {
    let isNegative = !minus.isEmpty && printed.hasPrefix(minus)
    var text = isNegative ? "-" : ""
    for character in isNegative ? printed.dropFirst(minus.count) : printed[...] {
      let written = String(character)
      if !groupMark.isEmpty && written == groupMark { continue }
      if written == decimalMark {
        text += "."
      } else {
        guard let digit = digits.firstIndex(where: { written == String($0) }) else { return nil }
        text += "\(digit)"
      }
    }
    return DecimalText(text)
  }

  private func append(_ digit: UInt8, to text: inout String) {
    let value = Int(digit) - 0x30
    text.unicodeScalars.append(
      digits.indices.contains(value) ? digits[value] : Unicode.Scalar(digit))
  }

  /// Whether a mark stands before the last so many digits.
  private static func isBoundary(_ digits: Int, _ grouping: [Int]) -> Bool {
    var rest = digits
    for (place, size) in grouping.enumerated() {
      if place == grouping.count - 1 { return rest > 0 && rest % size == 0 }
      rest -= size
      if rest <= 0 { return rest == 0 }
    }
    return false
  }
}

extension Unicode.Scalar {
  /// Whether it is a digit of any script.
  package var isDigit: Bool {
    isASCII ? (0x30...0x39).contains(value) : properties.numericType == .decimal
  }
}
