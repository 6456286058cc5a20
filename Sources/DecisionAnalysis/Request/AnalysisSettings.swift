// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The limits, lists and questions of an analysis.
public struct AnalysisSettings: Sendable, Equatable {
  /// Some ids under a name.
  public struct Selection: Sendable, Equatable {
    /// The name.
    public let id: String
    /// The ids chosen.
    public let members: [String]

    /// A selection from its parts.
    public init(id: String, members: [String]) {
      self.id = id
      self.members = members
    }
  }

  /// The points of the lattice: a power of two, 1024...65536.
  public let points: Int
  /// The limits of the verdict.
  public let thresholds: VerdictThresholds
  /// Other lists of criteria that the leader is tried on.
  public let lists: [Selection]
  /// The questions: which of these alternatives.
  public let comparisons: [Selection]

  /// Settings from their parts.
  public init(
    points: Int, thresholds: VerdictThresholds, lists: [Selection], comparisons: [Selection]
  ) {
    self.points = points
    self.thresholds = thresholds
    self.lists = lists
    self.comparisons = comparisons
  }
}
