// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A plot: rows of bars and marks over one scale, and sentences that state the same numbers.
///
/// Places on the scale are whole tenths of a point or of a percentage point, so that every writer
/// draws the same; the labels are the same places as text.
public struct Plot: Sendable, Equatable {
  /// What a plot shows.
  public enum Kind: String, Sendable, Equatable, CaseIterable {
    /// What each criterion adds to the total of each alternative.
    case contributions
    /// How much each criterion counts.
    case weights
    /// Where the weight of a criterion or branch turns the order around.
    case weightFlips
    /// How often each alternative takes each rank; in records of pack 1 alone.
    case rankAcceptability
    /// How far one unsure level moves the difference of two alternatives.
    case tornado
  }

  /// The id, unique in its document: `a-z`, `0-9` and `-`.
  public var id: String
  /// What it shows.
  public var kind: Kind
  /// The title.
  public var title: InlineText
  /// How to read it, with the numbers of the scale.
  public var lead: InlineText
  /// The name of the part that states the numbers in sentences.
  public var wordsTitle: InlineText
  /// The scale of every panel.
  public var scale: PlotScale
  /// The head of each panel; a single panel may have an empty one.
  public var panels: [InlineText] = [.empty]
  /// The columns of numbers beside the bars.
  public var columns: [PlotColumn] = []
  /// The rows, from the top.
  public var rows: [PlotRow]

  /// How to read it and all its numbers, in sentences.
  public var sentences: [InlineText] { (lead.isEmpty ? [] : [lead]) + rows.map(\.words) }
}

/// The scale of a plot, in tenths.
public struct PlotScale: Sendable, Equatable {
  /// The place at the start.
  public var low: Int
  /// The place at the end, above `low`.
  public var high: Int
  /// Where a line is drawn through all rows, inside `low...high`.
  public var origin: Int
  /// The places that are named.
  public var ticks: [PlotTick]

  /// A scale; one without length gets the length 1.
  public init(low: Int, high: Int, origin: Int = 0, ticks: [PlotTick] = []) {
    self.low = low
    self.high = max(high, low + 1)
    self.origin = origin
    self.ticks = ticks
  }
}

/// A named place of a scale.
public struct PlotTick: Sendable, Equatable {
  /// The place, in tenths.
  public var place: Int
  /// Its number.
  public var label: InlineText

  /// A place on the scale with its label.
  public init(_ place: Int, _ label: InlineText) {
    self.place = place
    self.label = label
  }
}

/// A column of numbers beside the bars.
public struct PlotColumn: Sendable, Equatable {
  /// The head.
  public var head: InlineText
  /// The fill of the bars that the numbers belong to, where there are several.
  public var fill: PlotFill?

  /// A column with its head, and with its fill where bars are told apart by fills.
  public init(_ head: InlineText, fill: PlotFill? = nil) {
    self.head = head
    self.fill = fill
  }
}
