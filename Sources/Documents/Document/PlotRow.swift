// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A row of a plot.
public struct PlotRow: Sendable, Equatable {
  /// What the row is about.
  public var label: InlineText
  /// Whether it stands out: a total.
  public var isStrong: Bool = false
  /// Whether a line sets it apart from the row above.
  public var beginsGroup: Bool = false
  /// Bars and marks, one cell per panel.
  public var cells: [PlotCell]
  /// The numbers, one per column.
  public var values: [InlineText] = []
  /// The lines to the right.
  public var notes: [InlineText] = []
  /// A sentence that states all numbers of the row.
  public var words: InlineText
}

/// Bars and marks of one row in one panel.
public struct PlotCell: Sendable, Equatable {
  /// The bars.
  public var bars: [PlotBar] = []
  /// The marks, drawn over the bars.
  public var marks: [PlotMark] = []
  /// The number at the end of the bars.
  public var label: InlineText = .empty
}

/// A bar between two places, in tenths.
public struct PlotBar: Sendable, Equatable {
  /// Where it begins.
  public var from: Int
  /// Where it ends; never before `from`.
  public var to: Int
  /// How it is filled.
  public var fill: PlotFill

  /// A bar between two places in either order.
  public init(_ one: Int, _ other: Int, _ fill: PlotFill = .solid) {
    from = min(one, other)
    to = max(one, other)
    self.fill = fill
  }
}

/// A fill that can be told from the others without colour.
public enum PlotFill: String, Sendable, Equatable, CaseIterable {
  /// Dark all over.
  case solid
  /// Slanted lines.
  case hatched
  /// An outline alone.
  case open
  /// Dots.
  case dotted
  /// Lines across.
  case lined
  /// Lines both ways.
  case crossed

  /// The fill of a number of a series; after the last fill they begin again.
  public static func number(_ index: Int) -> PlotFill {
    allCases[index % allCases.count]
  }
}

/// A mark at a place, in tenths.
public struct PlotMark: Sendable, Equatable {
  /// The form of a mark.
  public enum Form: String, Sendable, Equatable {
    /// Where it is now.
    case now
    /// Where something else begins.
    case limit
  }

  /// The place.
  public var place: Int
  /// The form.
  public var form: Form

  /// A mark at a place of the scale.
  public init(_ place: Int, _ form: Form) {
    self.place = place
    self.form = form
  }
}
