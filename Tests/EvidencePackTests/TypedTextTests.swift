// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Markup
import Testing

/// The grammar of what people type.
struct TypedTextTests {
  static let numbers: [(text: String, decimals: Int, isOne: Bool)] = [
    ("0", 0, true), ("7", 0, true), ("120", 0, true), ("5.5", 1, true), ("0.50", 2, true),
    ("100000000000", 0, true), ("0007", 0, false), ("-0", 0, false), ("-3", 2, false),
    ("+3", 0, false), ("05.50", 2, false), ("00", 0, false), ("2.5", 0, false),
    ("2.50", 1, false), ("2.", 2, false), (".5", 2, false), ("2,5", 1, false), ("1e3", 2, false),
    (" 3", 0, false), ("", 0, false), ("1000000000000", 0, false), ("٣", 0, false),
  ]

  @Test(
    "A number has no sign, no leading zero, and only the decimals that it can have",
    arguments: numbers)
  func readsNumbers(text: String, decimals: Int, isOne: Bool) {
    #expect((TypedText.number(text, decimals: decimals) != nil) == isOne)
    if decimals == 0 { #expect((TypedText.whole(text) != nil) == isOne) }
  }

  static let blanks = [
    "", " ", "\u{A0}", "\u{200B}", "\u{2003}\u{2060}", "\u{FEFF}", "\u{AD}", "\n\t", "\u{3164}",
    "\u{2800}", "\u{200F} \u{180E}",
  ]

  @Test("What cannot be seen is not given", arguments: blanks)
  func leavesOutBlanks(text: String) { #expect(TypedText.words(text) == nil) }

  @Test(
    "Words of any script are given as they are", arguments: ["A", "රමණී", "نرگس‌جان", "é", " A "])
  func keepsWords(text: String) { #expect(TypedText.words(text) == text) }

  static let phones: [(text: String, isOne: Bool)] = [
    ("555-0142", true), ("+49 (0)30 / 23125 014", true), ("1", true), ("٠٣٠ ٢٣١", true),
    ("555 0142 ext. 12", true), ("555 0142 x12", true), ("555-0142 Extension 7", true),
    ("Dr A", false), ("", false), ("--", false), ("555-0142 or so", false), ("ext. 12", false),
    ("555-0142 ext.", false), ("555-0142;ext", false), ("555#", false),
    (String(repeating: "1", count: 61), false),
  ]

  @Test("A telephone number has digits, spaces, + - ( ) / and an extension", arguments: phones)
  func readsPhones(text: String, isOne: Bool) { #expect(TypedText.isPhone(text) == isOne) }

  static let days: [(text: String, isOne: Bool)] = [
    ("2000-01-01", true), ("2026-11-22", true), ("2024-02-29", true), ("2026-11-23", false),
    ("2099-01-01", false), ("1999-12-31", false), ("-0001-01-01", false), ("12026-01-01", false),
    ("2026-11-20+14:00", false), ("2026-11-20Z", false), ("2023-02-29", false),
  ]

  @Test("A day lies between 2000 and the day of the document", arguments: days)
  func readsDays(text: String, isOne: Bool) {
    #expect((TypedText.day(text, notAfter: CalendarDay("2026-11-22")) != nil) == isOne)
  }
}
