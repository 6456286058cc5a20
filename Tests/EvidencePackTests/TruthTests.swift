// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Testing

/// Kleene's strong three-valued logic (Introduction to Metamathematics, 1952, section 64).
struct TruthTests {
  static let both: [(Truth, Truth, and: Truth, or: Truth)] = [
    (.yes, .yes, .yes, .yes), (.yes, .unknown, .unknown, .yes), (.yes, .no, .no, .yes),
    (.unknown, .yes, .unknown, .yes), (.unknown, .unknown, .unknown, .unknown),
    (.unknown, .no, .no, .unknown), (.no, .yes, .no, .yes), (.no, .unknown, .no, .unknown),
    (.no, .no, .no, .no),
  ]

  @Test(arguments: both)
  func joinsTwo(first: Truth, second: Truth, and: Truth, or: Truth) {
    #expect(Truth.all([first, second]) == and)
    #expect(Truth.any([first, second]) == or)
    #expect(Truth.atLeast(2, [first, second]) == and)
    #expect(Truth.atLeast(1, [first, second]) == or)
    #expect(!Truth.any([!first, !second]) == and)
  }

  @Test(arguments: [(Truth.yes, Truth.no), (.no, .yes), (.unknown, .unknown)])
  func turnsRound(value: Truth, opposite: Truth) {
    #expect(!value == opposite)
  }

  @Test func joinsNone() {
    #expect(Truth.all([]) == .yes)
    #expect(Truth.any([]) == .no)
    #expect(Truth.atLeast(0, []) == .yes)
    #expect(Truth.atLeast(1, []) == .no)
  }

  /// All ways in which the unknown of three values can turn out.
  private static func settled(_ values: [Truth]) -> [[Truth]] {
    values.reduce([[]]) { ways, value in
      let options: [Truth] = value == .unknown ? [.yes, .no] : [value]
      return ways.flatMap { way in options.map { way + [$0] } }
    }
  }

  @Test(arguments: 0...4)
  func countsAtLeastANumberWhateverTheUnknownTurnOutToBe(count: Int) {
    for first in Truth.allCases {
      for second in Truth.allCases {
        for third in Truth.allCases {
          let values = [first, second, third]
          let outcomes = Set(Self.settled(values).map { way in way.count { $0 == .yes } >= count })
          let expected = outcomes.count == 2 ? Truth.unknown : Truth(outcomes == [true])
          #expect(Truth.atLeast(count, values) == expected)
        }
      }
    }
  }
}
