// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import SampleSupport
import Testing

@testable import DecisionAid
@testable import Documents

/// Every rule finds its fault in a finished document, and none in the samples.
struct DocumentCheckTests {
  /// A fault to plant.
  struct Fault: Sendable, CustomTestStringConvertible {
    let name: String
    let rule: String
    let change: @Sendable (Block) -> Block
    var testDescription: String { name }
  }

  private static func outcome(
    _ name: String, _ rule: String, _ change: @escaping @Sendable (inout OutcomeResult) -> Void
  ) -> Fault {
    Fault(name: name, rule: rule) { block in
      guard case .outcome(var outcome) = block else { return block }
      for index in outcome.results.indices where outcome.results[index].picture != nil {
        change(&outcome.results[index])
      }
      return .outcome(outcome)
    }
  }

  private static func panels(
    _ name: String, _ rule: String, _ change: @escaping @Sendable (inout [PanelBlock]) -> Void
  ) -> Fault {
    Fault(name: name, rule: rule) { block in
      guard case .panels(var panels) = block, panels.count == 3 else { return block }
      change(&panels)
      return .panels(panels)
    }
  }

  private static func paragraph(_ name: String, _ rule: String, _ added: InlineText) -> Fault {
    Fault(name: name, rule: rule) { block in
      guard case .paragraph(let text, .key) = block else { return block }
      return .paragraph(text + added, .key)
    }
  }

  /// Changes the labelled rows of the first panel.
  private static func rows(
    _ name: String, _ rule: String, _ change: @escaping @Sendable (inout [LabelledText]) -> Void
  ) -> Fault {
    panels(name, rule) { panels in
      for index in panels[0].blocks.indices {
        if case .labelled(var rows) = panels[0].blocks[index] {
          change(&rows)
          panels[0].blocks[index] = .labelled(rows)
        }
      }
    }
  }

  static let faults: [Fault] = [
    paragraph("a numeral in words", "strayNumber", InlineText(words: " It helps 9 people.")),
    paragraph(
      "a number from nowhere", "numberSource",
      InlineText(number: "9", from: .evidence("no-such-figure"))),
    paragraph(
      "a number from an unknown source", "numberSource",
      InlineText(number: "9", from: .source("nobody"))),
    paragraph(
      "a number without its name", "numberSource", InlineText(number: "9", from: .fact(""))),
    paragraph(
      "another value than the pack's", "numberValue",
      InlineText(number: "9", from: .evidence("cement-leak.kyphoplasty"))),
    paragraph(
      "a count without denominator", "denominator",
      InlineText(words: " It leaked in ")
        + InlineText(number: "73", from: .evidence("cement-leak.kyphoplasty"))),
    paragraph("a lone probability word", "loneChance", InlineText(words: " Harm is unlikely.")),
    paragraph("a refused phrase", "refusedWords", InlineText(words: " One  in ten has it.")),
    paragraph(
      "a refused phrase made with a number", "refusedWords",
      InlineText(words: " That is ") + InlineText(number: "1", from: .analysis(.points))
        + InlineText(words: " in ten.")),
    outcome("a picture with one mark too many", "picture") { $0.picture?.filled += 1 },
    outcome("a picture of another whole", "picture") { $0.picture?.of = 50 },
    outcome("the same count twice", "pairedCounts") { $0.rest = $0.text },
    outcome("no number in the rest", "pairedCounts") { $0.rest = InlineText(words: "None.") },
    panels("options in another order", "optionOrder") { $0.swapAt(0, 1) },
    panels("a longer part", "balanceWords") { panels in
      panels[2].blocks.append(
        .paragraph(
          InlineText(words: Array(repeating: "We like this.", count: 60).joined(separator: " ")),
          .plain))
    },
    panels("a part that stands out", "balanceEmphasis") { panels in
      panels[1].blocks.append(.paragraph(InlineText(words: "It is good."), .key))
    },
    rows("a row less", "balanceRows") { $0.removeLast() },
    rows("a row with another name", "balanceRows") { $0[0].id = "other" },
    rows("a point less", "balancePoints") { rows in
      for index in rows.indices where rows[index].id == "good-points" {
        rows[index].text = InlineText(words: "It is good.")
      }
    },
    panels("a part missing", "balanceParts") { $0.removeLast() },
    Fault(name: "columns in another order", rule: "optionOrder") { block in
      guard case .table(var table) = block, table.columnIDs.count == 4 else { return block }
      table.columnIDs.swapAt(1, 3)
      return .table(table)
    },
    Fault(name: "a hard text", rule: "readingLevel") { block in
      guard case .questionAndAnswer(let question, _) = block else { return block }
      let hard =
        "Considerable multidisciplinary deliberation concerning individual "
        + "circumstances necessarily precedes every responsible therapeutic determination."
      return .questionAndAnswer(question: question, answer: InlineText(words: hard))
    },
    Fault(name: "a term that is not explained", rule: "glossary") { block in
      guard case .labelled(let rows) = block, rows.contains(where: { $0.id == "guidance" }) else {
        return block
      }
      return .labelled(
        rows.map { row in
          row.id == "guidance"
            ? LabelledText(row.label, InlineText(words: "The doctor uses fluoroscopy."), id: row.id)
            : row
        })
    },
  ]

  @Test("A planted fault is found by its rule", arguments: faults)
  func faultIsFound(_ fault: Fault) throws {
    let found = try PlantedDocument.errors(changing: fault.change)
    #expect(found.contains("handout.\(fault.rule)"), "\(found)")
  }

  @Test("A term before its explanation is found, and not after it")
  func termBeforeExplanation() throws {
    var document = try Samples.document("01-swing-us")
    let text = Block.paragraph(InlineText(words: "Ask about fluoroscopy."), .plain)
    document.handout.sections[0].blocks.insert(text, at: 0)
    #expect(try PlantedDocument.errors(of: document) == ["handout.glossary"])
    document.handout.sections[0].blocks.removeFirst()
    document.handout.sections[document.handout.sections.count - 1].blocks.append(text)
    #expect(try PlantedDocument.errors(of: document).isEmpty)
  }

  @Test("What a person says is not measured by the rules about words")
  func personIsExempt() throws {
    var document = try Samples.document("01-swing-us")
    document.handout.sections[0].blocks.append(
      .paragraph(InlineText(person: "My neighbour said 1 in 10, and that it is unlikely."), .plain))
    #expect(try PlantedDocument.errors(of: document).isEmpty)
  }

  @Test("The documents of every sample pass every rule", arguments: Samples.withHandout)
  func samplesPass(_ name: String) throws {
    let document = try Samples.document(name)
    #expect(try PlantedDocument.errors(of: document).isEmpty)
    let balance = try #require(document.quality?.balance)
    #expect(balance.spread <= 0.10 && balance.rows.map(\.position) == [1, 2, 3])
  }

  @Test("Texts are met in reading order with their places")
  func places() {
    let table = Table(
      id: "t", caption: InlineText(words: "c"),
      columns: [InlineText(words: "h"), InlineText(words: "o")],
      rows: [[InlineText(words: "r"), InlineText(words: "v")]], columnIDs: ["", "one"],
      rowIDs: ["row"])
    let panel = PanelBlock(
      id: "two", title: InlineText(words: "p"),
      blocks: [.labelled([LabelledText(InlineText(words: "l"), InlineText(words: "x"), id: "y")])])
    let blocks: [Block] = [
      .shared(SharedBlocks(key: "k", blocks: [.table(table)])),
      .part(DocumentPart(id: "part", blocks: [.paragraph(InlineText(words: "in"), .note)])),
      .panels([panel]),
    ]
    let texts = DocumentText.texts(of: blocks, section: "s")
    #expect(texts.map(\.text.plain) == ["c", "h", "o", "r", "v", "in", "p", "l", "x"])
    #expect(
      texts.map { $0.id ?? "-" } == ["t", "t", "t", "row", "row", "part", "-", "y", "y"])
    #expect(
      texts.map { $0.alternative ?? "-" }
        == ["-", "-", "one", "-", "one", "-", "two", "two", "two"])
    #expect(texts.allSatisfy { $0.section == "s" })
  }
}
