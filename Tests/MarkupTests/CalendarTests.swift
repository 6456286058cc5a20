// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup
import Testing

struct CalendarTests {
  @Test(
    "A day is read and written as it stands in a calendar",
    arguments: [
      ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-11-22", 20_779),
      ("1900-01-01", -25_567), ("2999-12-31", 376_199),
    ])
  func day(text: String, days: Int) throws {
    let day = try #require(CalendarDay(text))
    #expect(day.daysSince1970 == days)
    #expect(day.description == text)
  }

  @Test(
    "What is no day, or has a time zone or another year, is refused",
    arguments: [
      "", "2026-11-22Z", "2026-11-22+02:00", "10000-01-01", "-2026-11-22", "1899-12-31",
      "3000-01-01", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-11-31",
      "2026-11-00", "2026-1-22", "26-11-22", "2026/11/22", "٢٠٢٦-11-22", "+026-11-22",
      "2026-11-2 ",
    ])
  func refused(text: String) { #expect(CalendarDay(text) == nil) }

  @Test("Every day from 1900 to 2999 comes back from its text, in order")
  func everyDay() throws {
    let last = try #require(CalendarDay("2999-12-31"))
    var day = try #require(CalendarDay("1900-01-01"))
    var before = ""
    while day <= last {
      let text = day.description
      try #require(CalendarDay(text) == day)
      try #require(before < text)
      (before, day) = (text, CalendarDay(daysSince1970: day.daysSince1970 + 1))
    }
  }

  @Test("Days and instants compare by time, also where their texts do not")
  func order() {
    let late = CalendarDay(daysSince1970: 2_932_897)
    #expect(late.description == "10000-01-01")
    #expect(late > CalendarDay(daysSince1970: 0))
    #expect(late.start > UTCInstant(seconds: 0))
    #expect(UTCInstant(milliseconds: -1) < UTCInstant(milliseconds: 0))
  }

  @Test(
    "An instant is written in UTC, also before 1970",
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
      (951_782_400, "2000-02-29T00:00:00Z"), (1_795_305_600, "2026-11-22T00:00:00Z"),
      (4_107_542_400, "2100-03-01T00:00:00Z"), (253_402_300_799, "9999-12-31T23:59:59Z"),
    ])
  func seconds(seconds: Int, text: String) {
    #expect(UTCInstant(seconds: seconds).toTheSecond == text)
  }

  @Test(
    "An instant with milliseconds comes back from its text",
    arguments: ["2026-11-26T05:38:00.123Z", "1969-12-31T23:59:59.999Z", "2000-02-29T23:59:59.000Z"])
  func instant(text: String) throws {
    let instant = try #require(UTCInstant(text))
    #expect(instant.description == text)
    #expect(instant.day.description == text.prefix(10))
  }

  @Test(
    "An instant of another form is refused",
    arguments: [
      "2026-11-26T05:38:00Z", "2026-11-26T05:38:00.123", "2026-11-26 05:38:00.123Z",
      "2026-11-26T24:00:00.000Z", "2026-11-26T05:60:00.000Z", "2026-11-26T05:38:60.000Z",
      "2026-02-30T05:38:00.000Z", "2026-11-26T05:38:00.12Z", "2026-11-26T05:38:00.123+00:00",
    ])
  func noInstant(text: String) { #expect(UTCInstant(text) == nil) }

  @Test("The day of an instant and the start of a day fit")
  func start() throws {
    let day = try #require(CalendarDay("2026-11-22"))
    #expect(day.start.description == "2026-11-22T00:00:00.000Z")
    #expect(UTCInstant(milliseconds: day.start.milliseconds - 1).day < day)
  }
}
