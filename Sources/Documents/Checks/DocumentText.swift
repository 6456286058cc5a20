// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A text of a document and where it stands.
public struct PlacedText: Sendable, Equatable {
  /// What a text is to its neighbours.
  public enum Kind: String, Sendable, Equatable {
    /// A title of a section or a heading inside one.
    case heading
    /// A paragraph, note or question.
    case paragraph
    /// An item of a list.
    case item
    /// An entry of a list of references.
    case reference
    /// A label, a head of a row or column, a caption, or a name: read together with what follows.
    case label
    /// A cell of a table, the text of a labelled row, or a sentence of a result.
    case value
  }

  /// The id of the section.
  public var section: String
  /// What the text is to its neighbours.
  public var kind: Kind
  /// The id of the row, outcome or part that it stands in, or nil.
  public var id: String?
  /// The alternative that it is about, or nil.
  public var alternative: String?
  /// The text.
  public var text: InlineText
}

/// All texts of a document in reading order, with their places; shared parts are opened.
public enum DocumentText {
  /// The texts of a body after its title.
  public static func texts(of body: DocumentBody) -> [PlacedText] {
    body.sections.flatMap { section in
      [PlacedText(section: section.id, kind: .heading, text: section.title)]
        + texts(of: section.blocks, section: section.id)
    }
  }

  /// The texts of blocks of a section.
  public static func texts(of blocks: [Block], section: String) -> [PlacedText] {
    var walk = Walk(section: section)
    walk.visit(blocks)
    return walk.found.filter { !$0.text.isEmpty }
  }
}

/// Collects texts block by block.
private struct Walk {
  let section: String
  var found: [PlacedText] = []
  var part: String?
  var alternative: String?

  mutating func visit(_ blocks: [Block]) { for block in blocks { visit(block) } }

  private mutating func add(
    _ kind: PlacedText.Kind, _ text: InlineText, id: String? = nil, alternative: String? = nil
  ) {
    found.append(
      PlacedText(
        section: section, kind: kind, id: id ?? part, alternative: alternative ?? self.alternative,
        text: text))
  }

  private mutating func visit(_ block: Block) {
    switch block {
    case .heading(let text), .smallHeading(let text): add(.heading, text)
    case .paragraph(let text, _), .writingSpace(let text, _): add(.paragraph, text)
    case .list(let form, let items):
      for item in items { add(form == .references ? .reference : .item, item) }
    case .labelled(let rows):
      for row in rows {
        add(.label, row.label, id: row.id)
        add(.value, row.text, id: row.id)
      }
    case .questionAndAnswer(let question, let answer):
      add(.label, question)
      add(.value, answer)
    case .table(let table): visit(table)
    case .panels(let panels):
      for panel in panels {
        alternative = panel.id
        add(.heading, panel.title)
        visit(panel.blocks)
        alternative = nil
      }
    case .outcome(let outcome): visit(outcome)
    case .bars(let bars): for bar in bars { add(.item, bar.text) }
    case .plot(let plot):
      add(.heading, plot.title)
      for sentence in plot.sentences { add(.item, sentence) }
    case .part(let inner):
      let outer = part
      part = inner.id
      visit(inner.blocks)
      part = outer
    case .shared(let shared): visit(shared.blocks)
    }
  }

  private mutating func visit(_ table: Table) {
    func id(_ ids: [String], _ index: Int) -> String? {
      ids.indices.contains(index) && !ids[index].isEmpty ? ids[index] : nil
    }
    add(.label, table.caption, id: table.id)
    for (column, head) in table.columns.enumerated() {
      add(.label, head, id: table.id, alternative: id(table.columnIDs, column))
    }
    for (place, row) in table.rows.enumerated() {
      let name = id(table.rowIDs, place) ?? table.id
      for (column, cell) in row.enumerated() {
        add(
          column == 0 ? .label : .value, cell, id: name, alternative: id(table.columnIDs, column))
      }
    }
  }

  private mutating func visit(_ outcome: OutcomeBlock) {
    add(.heading, outcome.title, id: outcome.id)
    for text in [outcome.explanation, outcome.period, outcome.group] {
      add(.paragraph, text, id: outcome.id)
    }
    for result in outcome.results {
      add(.label, result.name, id: outcome.id, alternative: result.alternative)
      for sentence in result.sentences {
        add(.value, sentence, id: outcome.id, alternative: result.alternative)
      }
    }
    add(.paragraph, outcome.note, id: outcome.id)
  }
}
