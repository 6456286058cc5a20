// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import SampleSupport
import Testing

@testable import DecisionAid
@testable import Documents

/// What nobody measured is not told as nothing (EvidencePack.docc/Handout.md, "Zero and not
/// known").
struct SubstanceTests {
  /// A zero, and the rule that refuses it as it stands.
  struct Zero: Sendable, CustomTestStringConvertible {
    let name: String
    let rule: String?
    let text: InlineText
    var testDescription: String { name }
  }

  private static func number(_ text: String, _ id: String) -> InlineText {
    InlineText(number: text, from: .evidence(id))
  }

  private static let none =
    InlineText(words: " It happened to ") + number("0", "canal-urgent-bkp")
    + InlineText(words: " of ")
    + number("1,000", "canal-urgent-bkp") + InlineText(words: " people.")

  static let zeros = [
    Zero(name: "none, without how many could still have it", rule: "zeroCount", text: none),
    Zero(
      name: "none, and how many could still have it", rule: nil,
      text: none + InlineText(words: " Up to ") + number("8", "canal-urgent-bkp")
        + InlineText(words: " can have it.")),
    Zero(
      name: "none, and the limit of another number", rule: "zeroCount",
      text: none + InlineText(words: " Up to ") + number("8", "death-thirty-days")
        + InlineText(words: " of ") + number("1,000", "death-thirty-days")
        + InlineText(words: " can have it.")),
    Zero(
      name: "relief that is zero by definition", rule: "zeroByDefinition",
      text: InlineText(words: " It eases by ") + number("0", "pain-relief.care")
        + InlineText(words: " points.")),
    Zero(
      name: "a lower limit of zero", rule: nil,
      text: InlineText(words: " It was ") + number("9", "lung-oxygen-much")
        + InlineText(words: " of ") + number("1,000", "lung-oxygen-much")
        + InlineText(words: " people.")),
  ]

  @Test("A zero was counted, and says how many could still have it", arguments: zeros)
  func zeroWasCounted(_ zero: Zero) throws {
    let found = try PlantedDocument.errors { block in
      guard case .paragraph(let text, .key) = block else { return block }
      return .paragraph(text + zero.text, .key)
    }
    #expect(found == Set([zero.rule.map { "handout.\($0)" }].compactMap { $0 }))
  }

  @Test("An option without an entry in a row of outcomes is found", arguments: [true, false])
  func outcomeWithoutEntry(_ isEmpty: Bool) throws {
    let found = try PlantedDocument.errors { block in
      guard case .outcome(var outcome) = block, outcome.results.count > 1 else { return block }
      if isEmpty {
        outcome.results[0].text = .empty
      } else {
        outcome.results.removeFirst()
      }
      return .outcome(outcome)
    }
    #expect(found.contains("handout.missingEntry"), "\(found)")
  }

  @Test("An empty cell in the comparison of the options is found")
  func emptyCell() throws {
    let found = try PlantedDocument.errors { block in
      guard case .table(var table) = block, table.id == "comparison" else { return block }
      table.rows[1][2] = .empty
      return .table(table)
    }
    #expect(found.contains("handout.missingEntry"), "\(found)")
  }

  /// The numbers told of care, the balloon and vertebroplasty, and whether they are even enough.
  static let numbers = [([36, 56, 73], false), ([60, 75, 97], true), ([10, 10, 10], true)]

  @Test(
    "The numbers told of the options are refused as the review found them, and accepted when even",
    arguments: numbers)
  func numbersAreEven(_ numbers: [Int], _ isEven: Bool) throws {
    let pack = try #require(Samples.pack).pack
    let rows = zip(pack.options, numbers).enumerated().map { place, told in
      var row = BalanceRow(told.0.id, position: place + 1, counted: 2)
      (row.panelWords, row.numbers) = (200, told.1)
      return row
    }
    let found = BalanceRule.faults(BalanceReport(rows: rows), pack.quality.balance)
    #expect(found.map(\.rule) == (isEven ? [] : ["balanceNumbers"]))
  }

  @Test(
    "Nothing that is zero by definition is told of care, in any region",
    arguments: ["01-swing-us", "02-rating-eu", "03-hundred-in"])
  func careIsNoZero(_ name: String) throws {
    let document = try Samples.document(name)
    let pack = try #require(Samples.pack).pack
    let zeros = Set(
      pack.levels.filter { $0.certainty == .byDefinition && $0.value.value == 0 }.map(\.id))
    #expect(!zeros.isEmpty)
    for section in document.handout.sections {
      section.blocks.forEachText { text in
        for case .evidence(let id) in text.sources { #expect(!zeros.contains(id), "\(id)") }
      }
    }
  }
}
