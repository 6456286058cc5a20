// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A row that is not compared: it is kept because cells of compared alternatives stand on it.
public struct ReferenceRow: Sendable, Equatable {
  /// The id that the row is known by.
  public let id: String
  /// One cell for each criterion.
  public let cells: [PerformanceCell]

  /// A reference row from its id and cells.
  public init(id: String, cells: [PerformanceCell]) {
    self.id = id
    self.cells = cells
  }
}
