// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// The grammar of whatever a person types: the same in profiles, in interviews and in the options of
/// commands, and in `preference-profile.xsd`.
public enum TypedText {
  /// The most decimals of a number.
  public static let mostDecimals = 9
  /// The most digits before the point.
  public static let mostDigits = 12

  /// A number of digits with a point before decimals: no sign, no leading zero, and no more decimals
  /// than there may be; nil for any other text.
  public static func number(_ text: String, decimals: Int = mostDecimals) -> DecimalText? {
    guard let number = DecimalText(text), number.decimals <= decimals else { return nil }
    let whole = text.utf8.prefix { $0 != 0x2E }
    guard whole.first != 0x2D, whole.count <= mostDigits, whole.count == 1 || whole.first != 0x30
    else { return nil }
    return number
  }

  /// A whole number; nil for any other text.
  public static func whole(_ text: String) -> Int? {
    number(text, decimals: 0).flatMap { Int($0.text) }
  }

  /// The words, or nil when nothing can be read in them: spaces of any width, characters without a
  /// shape, or none at all.
  public static func words(_ text: String?) -> String? {
    text.flatMap { isBlank($0) ? nil : $0 }
  }

  /// Whether nothing of a text can be read.
  public static func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      let properties = scalar.properties
      if properties.isWhitespace || properties.isDefaultIgnorableCodePoint { return true }
      switch properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator: return true
      // The braille pattern without dots.
      default: return scalar.value == 0x2800
      }
    }
  }

  /// The most characters of a telephone number.
  public static let longestPhone = 60
  /// The words before an extension.
  static let extensionMarks = ["extension", "ext.", "ext", "x"]

  /// Whether a text is a telephone number: digits of any script, spaces, `+ - ( ) /`, and an
  /// extension after its mark.
  public static func isPhone(_ text: String) -> Bool {
    guard text.unicodeScalars.count <= longestPhone else { return false }
    var main = text[...]
    let lower = text.lowercased()
    for mark in extensionMarks {
      guard let range = lower.ranges(of: mark).last else { continue }
      let digits = lower[range.upperBound...].drop { $0 == " " }
      guard !digits.isEmpty, digits.unicodeScalars.allSatisfy(isDigit) else { return false }
      // Only ASCII letters and digits remain to be told apart, so that the lengths agree.
      main = text.prefix(lower.distance(from: lower.startIndex, to: range.lowerBound))
      break
    }
    let others: Set<Unicode.Scalar> = [" ", "+", "-", "(", ")", "/"]
    return main.unicodeScalars.contains(where: isDigit)
      && main.unicodeScalars.allSatisfy { isDigit($0) || others.contains($0) }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .decimalNumber
  }

  /// The first day that a person can mean.
  public static let firstDay = CalendarDay("2000-01-01") ?? CalendarDay(daysSince1970: 10_957)

  /// A day of the form `YYYY-MM-DD` from `firstDay`, and not after another day; nil for any other
  /// text.
  public static func day(_ text: String, notAfter last: CalendarDay? = nil) -> CalendarDay? {
    guard let day = CalendarDay(text), day >= firstDay else { return nil }
    return last.map { day > $0 } ?? false ? nil : day
  }
}
