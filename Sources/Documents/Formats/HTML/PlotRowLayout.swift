// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The lines of a row of a plot and the room that they take, in the units of the layout.
struct PlotRowLayout {
  /// The lines of the label.
  let label: [String]
  /// The lines of the notes.
  let notes: [String]
  /// The height.
  let height: Int
  /// The middle of the bars, from the top.
  let middle: Int

  /// A row in a layout whose columns are settled.
  init(_ row: PlotRow, in layout: PlotLayout) {
    let room = layout.width - layout.notesStart
    label = layout.text.lines(row.label.plain, limit: layout.labels, isStrong: row.isStrong)
    notes = row.notes.flatMap { layout.text.lines($0.plain, limit: room) }
    let lines = max(1, label.count, notes.count + (layout.notesAreBelow ? 1 : 0))
    height =
      lines * PlotLayout.lineHeight
      + (lines == 1 ? PlotLayout.rowSpace : PlotLayout.tallRowSpace)
    let space = height - (notes.count + 1) * PlotLayout.lineHeight
    middle = layout.notesAreBelow ? (space + PlotLayout.lineHeight) / 2 : height / 2
  }
}
