// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A table of an audit report: names and counts.
public struct CountedTable: Sendable, Equatable {
  /// What the table counts.
  public var caption: InlineText
  /// The heads of the columns of counts.
  public var columns: [InlineText]
  /// The lines: what is counted, and one count for each column.
  public var lines: [(what: InlineText, counts: [InlineText])]

  /// A table whose lines have one count for each column.
  public init(
    caption: InlineText, columns: [InlineText], lines: [(what: InlineText, counts: [InlineText])]
  ) {
    self.caption = caption
    self.columns = columns
    self.lines = lines
  }

  /// Compares all parts.
  public static func == (one: CountedTable, other: CountedTable) -> Bool {
    one.caption == other.caption && one.columns == other.columns
      && one.lines.map(\.what) == other.lines.map(\.what)
      && one.lines.map(\.counts) == other.lines.map(\.counts)
  }
}
