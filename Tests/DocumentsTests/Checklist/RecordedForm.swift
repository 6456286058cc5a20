// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

@testable import Documents

/// What a record keeps of blocks: neighbouring words are one run, empty words are none, and a plot
/// keeps its scale, sentences and places.
extension DocumentBody {
  var recorded: DocumentBody {
    DocumentBody(
      title: title.recorded,
      sections: withoutShared.sections.map {
        DocumentSection(id: $0.id, title: $0.title.recorded, blocks: $0.blocks.map(\.recorded))
      })
  }
}

extension InlineText {
  var recorded: InlineText {
    var runs: [Run] = []
    for run in self.runs {
      guard case .words(let words) = run else {
        runs.append(run)
        continue
      }
      if words.isEmpty { continue }
      if case .words(let before) = runs.last {
        runs[runs.count - 1] = .words(before + words)
      } else {
        runs.append(run)
      }
    }
    return InlineText(runs)
  }
}

extension Block {
  fileprivate var recorded: Block {
    switch self {
    case .heading(let text): .heading(text.recorded)
    case .smallHeading(let text): .smallHeading(text.recorded)
    case .paragraph(let text, let role): .paragraph(text.recorded, role)
    case .list(let form, let items): .list(form, items.map(\.recorded))
    case .labelled(let rows):
      .labelled(rows.map { LabelledText($0.label.recorded, $0.text.recorded, id: $0.id) })
    case .questionAndAnswer(let question, let answer):
      .questionAndAnswer(question: question.recorded, answer: answer.recorded)
    case .writingSpace(let text, let lines): .writingSpace(text.recorded, lines: lines)
    case .table(let table):
      .table(
        Table(
          id: table.id, caption: table.caption.recorded, columns: table.columns.map(\.recorded),
          rows: table.rows.map { $0.map(\.recorded) }, columnIDs: table.columnIDs,
          rowIDs: table.rowIDs))
    case .panels(let panels):
      .panels(
        panels.map {
          PanelBlock(id: $0.id, title: $0.title.recorded, blocks: $0.blocks.map(\.recorded))
        })
    case .outcome(let outcome): .outcome(outcome.recorded)
    case .bars(let bars):
      .bars(bars.map { Bar(text: $0.text.recorded, points: $0.points, of: $0.of) })
    case .part(let part): .part(DocumentPart(id: part.id, blocks: part.blocks.map(\.recorded)))
    case .plot(let plot): .plot(plot.recorded)
    case .shared: self
    }
  }
}

extension OutcomeBlock {
  fileprivate var recorded: OutcomeBlock {
    OutcomeBlock(
      id: id, title: title.recorded, explanation: explanation.recorded, period: period.recorded,
      group: group.recorded,
      results: results.map {
        OutcomeResult(
          alternative: $0.alternative, name: $0.name.recorded, picture: $0.picture,
          text: $0.text.recorded, rest: $0.rest.recorded, range: $0.range.recorded,
          certainty: $0.certainty.recorded)
      }, note: note.recorded)
  }
}

extension Plot {
  fileprivate var recorded: Plot {
    Plot(
      id: id, kind: kind, title: title.recorded, lead: lead.recorded, wordsTitle: .empty,
      scale: PlotScale(low: scale.low, high: scale.high),
      rows: rows.map { row in
        PlotRow(
          label: .empty,
          cells: [
            PlotCell(
              bars: row.cells.flatMap(\.bars).map { PlotBar($0.from, $0.to) },
              marks: row.cells.flatMap(\.marks).map { PlotMark($0.place, .now) })
          ], words: row.words.recorded)
      })
  }
}
