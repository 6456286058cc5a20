// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A day of the Gregorian calendar; days compare by time.
///
/// Every date that is read, compared or printed is one of these, never a text: texts such as
/// `2026-11-22Z` and `10000-01-01` stand in another order than their days.
public struct CalendarDay: Sendable, Hashable {
  /// The number of days after 1970-01-01; negative before it.
  public let daysSince1970: Int

  /// The day that lies a number of days after 1970-01-01.
  public init(daysSince1970: Int) { self.daysSince1970 = daysSince1970 }

  /// The years that a written day may name; any other is a slip.
  public static let years = 1900...2999

  /// Reads a day of the form `YYYY-MM-DD`, without a time zone; nil for any other text, for a day
  /// that the calendar does not have, and for a year outside `years`.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10]), Self.years.contains(year), (1...12).contains(month)
    else { return nil }
    let found = CalendarDay(daysSince1970: Self.days(to: year, month, day))
    // A day that the month does not have would be one of the next month.
    guard found.parts == (year, month, day) else { return nil }
    self = found
  }

  /// The first instant of the day in UTC.
  public var start: UTCInstant { UTCInstant(milliseconds: daysSince1970 * 86_400_000) }

  /// A number of ASCII digits; nil for anything else.
  static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.allSatisfy { (0x30...0x39).contains($0) }
      ? digits.reduce(0) { $0 * 10 + Int($1) - 0x30 } : nil
  }

  /// A number with at least `width` digits.
  static func padded(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// Days from 1970-01-01 to a day (Howard Hinnant's `days_from_civil`): years begin in March, so
  /// that a leap day is the last one.
  private static func days(to year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = floorDivide(shifted, 400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month and day of the month (Howard Hinnant's `civil_from_days`).
  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = daysSince1970 + 719_468
    let era = Self.floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  /// The quotient rounded down, also for negative numbers.
  static func floorDivide(_ number: Int, _ divisor: Int) -> Int {
    number >= 0 ? number / divisor : -((divisor - 1 - number) / divisor)
  }
}

extension CalendarDay: Comparable, CustomStringConvertible {
  /// Whether a day lies before another.
  public static func < (one: CalendarDay, other: CalendarDay) -> Bool {
    one.daysSince1970 < other.daysSince1970
  }

  /// The day as `YYYY-MM-DD`; a year has at least four digits.
  public var description: String {
    let (year, month, day) = parts
    return "\(Self.padded(year, 4))-\(Self.padded(month))-\(Self.padded(day))"
  }
}
