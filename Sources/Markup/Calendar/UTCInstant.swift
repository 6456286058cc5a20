// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// An instant in UTC, in whole milliseconds and without leap seconds; instants compare by time.
public struct UTCInstant: Sendable, Hashable {
  /// The number of milliseconds after 1970-01-01T00:00:00Z; negative before it.
  public let milliseconds: Int

  /// The instant that lies a number of milliseconds after 1970-01-01T00:00:00Z.
  public init(milliseconds: Int) { self.milliseconds = milliseconds }

  /// The instant that lies a number of seconds after 1970-01-01T00:00:00Z.
  public init(seconds: Int) { milliseconds = seconds * 1000 }

  /// Reads an instant of the form `2026-11-26T05:38:00.123Z`; nil for any other text.
  ///
  /// It takes exactly what `description` writes for the years of `CalendarDay.years`.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 24, let day = CalendarDay(text.prefix(10)),
      bytes[10] == 0x54, bytes[13] == 0x3A, bytes[16] == 0x3A, bytes[19] == 0x2E, bytes[23] == 0x5A,
      let hour = CalendarDay.number(bytes[11..<13]), hour < 24,
      let minute = CalendarDay.number(bytes[14..<16]), minute < 60,
      let second = CalendarDay.number(bytes[17..<19]), second < 60,
      let fraction = CalendarDay.number(bytes[20..<23])
    else { return nil }
    milliseconds =
      day.start.milliseconds + ((hour * 60 + minute) * 60 + second) * 1000 + fraction
  }

  /// The number of whole seconds after 1970-01-01T00:00:00Z.
  public var seconds: Int { CalendarDay.floorDivide(milliseconds, 1000) }

  /// The day in UTC.
  public var day: CalendarDay {
    CalendarDay(daysSince1970: CalendarDay.floorDivide(milliseconds, 86_400_000))
  }

  /// The instant to the second: `2026-11-26T05:38:00Z`.
  public var toTheSecond: String { "\(day)T\(timeOfDay)Z" }

  private var timeOfDay: String {
    let second = seconds - day.daysSince1970 * 86_400
    return [second / 3600, second / 60 % 60, second % 60].map { CalendarDay.padded($0) }
      .joined(separator: ":")
  }
}

extension UTCInstant: Comparable, CustomStringConvertible {
  /// Whether an instant lies before another.
  public static func < (one: UTCInstant, other: UTCInstant) -> Bool {
    one.milliseconds < other.milliseconds
  }

  /// The instant with milliseconds: `2026-11-26T05:38:00.123Z`.
  public var description: String {
    "\(day)T\(timeOfDay).\(CalendarDay.padded(milliseconds - seconds * 1000, 3))Z"
  }
}
