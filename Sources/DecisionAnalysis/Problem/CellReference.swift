// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The place of one performance: which alternative, on which criterion.
public struct CellReference: Sendable, Equatable {
  /// The id of the alternative, or of the reference row.
  public let alternative: String
  /// The id of the criterion.
  public let criterion: String

  /// A place in the performance table.
  public init(alternative: String, criterion: String) {
    self.alternative = alternative
    self.criterion = criterion
  }
}
