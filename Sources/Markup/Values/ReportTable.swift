// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A table of names and counts: a report has some, as XML and on a page.
public struct ReportTable: Sendable, Hashable {
  /// One line.
  public struct Line: Sendable, Hashable {
    /// The names that say what is counted, by id.
    public var keys: [String]
    /// The counts.
    public var counts: [Int]

    /// A line; most count one thing.
    public init(keys: [String], counts: [Int]) {
      self.keys = keys
      self.counts = counts
    }
  }

  /// What the table counts, by name.
  public var name: String
  /// The lines.
  public var lines: [Line]

  /// A table under a name.
  public init(name: String, lines: [Line]) {
    self.name = name
    self.lines = lines
  }
}
