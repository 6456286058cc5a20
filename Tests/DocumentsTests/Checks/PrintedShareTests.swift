// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import SampleSupport
import Testing

@testable import Documents

/// Probabilities are printed as whole percent, and never as none or certain.
struct PrintedShareTests {
  static let shares: [(Double, PrintedShare, String)] = [
    (0, .belowOne, "less than 1 of 100"), (0.00999, .belowOne, "less than 1 of 100"),
    (-0.1, .belowOne, "less than 1 of 100"), (.nan, .belowOne, "less than 1 of 100"),
    (0.01, .percent(1), "1 of 100"), (0.0149, .percent(1), "1 of 100"),
    (0.274, .percent(27), "27 of 100"), (0.275, .percent(28), "28 of 100"),
    (0.5, .percent(50), "50 of 100"), (0.99, .percent(99), "99 of 100"),
    (0.9901, .aboveNinetyNine, "more than 99 of 100"), (1, .aboveNinetyNine, "more than 99 of 100"),
  ]

  @Test("A share is a whole percent, or less than 1 or more than 99 of 100", arguments: shares)
  func isAWholePercent(share: Double, printed: PrintedShare, words: String) throws {
    let numbers = NumberText(decimalMark: ".", groupMark: ",")
    #expect(numbers.share(share) == printed)
    let prepared = try #require(Samples.pack)
    let wording = try #require(prepared.wording("en"))
    #expect(wording.share(share, from: .analysis(.share)).plain == words)
  }

  static let groups: [(number: String, grouping: [Int], printed: String)] = [
    ("1000000", [3], "1,000,000"), ("1000000", [3, 2], "10,00,000"),
    ("100000", [3, 2], "1,00,000"),
    ("99999", [3, 2], "99,999"), ("1000", [3, 2], "1,000"),
    ("123456789.5", [3, 2], "12,34,56,789.5"),
    ("12345678", [4], "1234,5678"), ("999", [3, 2], "999"), ("1234567", [3, 2, 1], "1,2,34,567"),
  ]

  @Test("Digits stand together as the region has it, and are read back", arguments: groups)
  func groupsDigits(number: String, grouping: [Int], printed: String) throws {
    let numbers = NumberText(decimalMark: ".", groupMark: ",")
    let decimal = try #require(DecimalText(number))
    #expect(numbers.text(decimal, grouping: grouping) == printed)
  }

  @Test("Money of India stands in lakhs, other money in thousands")
  func groupsMoney() throws {
    let india = try Samples.document("03-hundred-in")
    let texts = DocumentText.texts(of: india.clinicianCopy).map(\.text.plain)
    #expect(texts.contains { $0.contains("₹1,08,000") })
    #expect(!texts.contains { $0.contains("108,000") })
  }
}
