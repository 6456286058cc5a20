// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

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
}
