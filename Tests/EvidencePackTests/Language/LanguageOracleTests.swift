// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Foundation
import Markup
import TestSupport
import Testing

/// Languages write numbers, days, money, lists and plurals as Babel does, which has the tables of
/// Unicode CLDR.
struct LanguageOracleTests {
  @Test(
    "Two hundred values are written as Babel writes them", .needs("python"),
    arguments: LanguageSample.all)
  func values(_ sample: LanguageSample) throws {
    let language = try sample.conventions()
    let lines = try sample.babel()
    #expect(lines.count == 200)
    for (kind, input, made) in lines {
      #expect(
        try written(kind, input, language) == expected(kind, made, language), "\(kind) \(input)")
    }
  }

  /// What the conventions of a language make of an input of the oracle.
  private func written(
    _ kind: String, _ input: String, _ language: LanguageConventions
  ) throws -> String {
    switch kind {
    case "number": return language.numbers.text(try #require(DecimalText(input)))
    case "plural": return language.plurals.category(of: try #require(DecimalText(input))).rawValue
    case "day":
      return language.dates.text(try #require(CalendarDay(input)), digits: language.numbers)
    case "amount":
      let parts = input.split(separator: " ").map(String.init)
      let pattern = try #require(language.currencies[parts[1]])
      let amount = language.numbers.text(try #require(DecimalText(parts[0])))
      return pattern.before + amount + pattern.after
    case "list":
      return language.lists.joined(input.split(separator: " ").map(String.init))
    default: throw UnknownKind(kind: kind)
    }
  }

  /// English of this program prints the sign of minus and not a hyphen.
  private func expected(
    _ kind: String, _ made: String, _ language: LanguageConventions
  ) -> String {
    kind == "number" && language.numbers.minus == "\u{2212}"
      ? made.replacing("-", with: "\u{2212}") : made
  }

  private struct UnknownKind: Error {
    let kind: String
  }

  @Test("What was written is read again as the same number", arguments: LanguageSample.all)
  func readsAgain(_ sample: LanguageSample) throws {
    let numbers = try sample.conventions().numbers
    for text in ["0", "7", "-7", "12.50", "1234567", "-1234567.125", "100000"] {
      let number = try #require(DecimalText(text))
      #expect(numbers.number(numbers.text(number)) == number, "\(text)")
    }
    for text in ["", "x", "1 2 3 x", "--1"] { #expect(numbers.number(text) == nil, "\(text)") }
  }

  @Test("Digits of a script of their own are written and read")
  func ownDigits() throws {
    let numbers = NumberText(
      decimalMark: "٫", groupMark: "٬", grouping: [3, 2],
      digits: Array("٠١٢٣٤٥٦٧٨٩".unicodeScalars))
    let number = try #require(DecimalText("-1234567.5"))
    #expect(numbers.text(number) == "\u{2212}١٢٬٣٤٬٥٦٧٫٥")
    #expect(numbers.number("\u{2212}١٢٬٣٤٬٥٦٧٫٥") == number)
    #expect(numbers.text(8) == "٨")
  }

  @Test(
    "Conditions that do not follow the notation are refused",
    arguments: [
      "", "n", "n =", "n = x", "q = 1", "n % = 1", "n % 0 = 1", "n = 2..1", "n = 1,", "n = 1 or",
      "and n = 1", "n is 1", "n = 1..", "n = 1 2 and", "n == 1",
    ])
  func badRules(_ condition: String) {
    var rules = PluralRules()
    let isTaken = rules.add(.one, when: condition)
    #expect(!isTaken)
    #expect(rules.categories.isEmpty)
  }
}
