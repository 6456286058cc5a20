// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension [Block] {
  /// Calls a function with every text of the blocks, at any depth, in the order of reading; of a
  /// plot with its sentences.
  public func forEachText(_ visit: (InlineText) -> Void) {
    for block in self { block.forEachText(visit) }
  }

  /// Whether at least one text of the blocks, at any depth, fulfils a condition.
  public func containsText(where condition: (InlineText) -> Bool) -> Bool {
    var isFound = false
    forEachText { if !isFound && condition($0) { isFound = true } }
    return isFound
  }
}

extension Block {
  /// Calls a function with every text of the block, at any depth, in the order of reading.
  public func forEachText(_ visit: (InlineText) -> Void) {
    switch self {
    case .heading(let text), .smallHeading(let text), .paragraph(let text, _),
      .writingSpace(let text, _):
      visit(text)
    case .list(_, let items): items.forEach(visit)
    case .labelled(let rows):
      for row in rows {
        visit(row.label)
        visit(row.text)
      }
    case .questionAndAnswer(let question, let answer):
      visit(question)
      visit(answer)
    case .table(let table):
      visit(table.caption)
      table.columns.forEach(visit)
      for row in table.rows { row.forEach(visit) }
    case .panels(let panels):
      for panel in panels {
        visit(panel.title)
        panel.blocks.forEachText(visit)
      }
    case .outcome(let outcome): outcome.forEachText(visit)
    case .bars(let bars): for bar in bars { visit(bar.text) }
    case .plot(let plot):
      visit(plot.title)
      plot.sentences.forEach(visit)
    case .part(let part): part.blocks.forEachText(visit)
    case .shared(let shared): shared.blocks.forEachText(visit)
    }
  }
}

extension OutcomeBlock {
  /// Calls a function with every text of the outcome, in the order of reading.
  func forEachText(_ visit: (InlineText) -> Void) {
    [title, explanation, period, group].forEach(visit)
    for result in results {
      visit(result.name)
      result.sentences.forEach(visit)
    }
    visit(note)
  }
}
