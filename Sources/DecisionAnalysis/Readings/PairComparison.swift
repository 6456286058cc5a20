// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Two alternatives on the criteria of one question, under one reading of the evidence: the closed
/// form that a verdict is made from.
///
/// Everything is the first alternative minus the second. Contributions and margins are in points of
/// 100; levels are mean levels, so that a value function must be a straight line for them to be
/// exact. Source: DecisionAnalysis.docc/Readings.md, "Pair of alternatives".
public struct PairComparison: Sendable, Equatable {
  /// The id of the first alternative.
  public let first: String
  /// The id of the second alternative.
  public let second: String
  /// The ids of the criteria of the question.
  public let criteria: [String]
  /// The weights of the criteria, 0...1; they sum to 1.
  public let weights: [Double]
  /// The mean level of the first minus that of the second, in the unit of each criterion.
  public let levelDifferences: [Double]
  /// 100 w (v_first - v_second) of the mean levels, in points.
  public let contributions: [Double]
  /// The margin when every level has its estimate in place of its mean, in points.
  public let estimateMargin: Double
  /// The margin with each of the levels at its limit that is worse for the leader, all others at
  /// their means: one for each level that was declared and moves the margin.
  public let declared: [DeclaredLevel]
  /// The margin of the leader with all of them at these limits together; nil when there is none.
  public let declaredJointly: Double?
  /// How far each unsure level moves the margin, the widest first.
  public let swings: [LevelSwing]
  /// The flips of the leader by the weight of one criterion, by mean levels.
  public let flips: [WeightFlips]

  /// The margin: the sum of the contributions, in points; negative when the second leads.
  public var margin: Double { contributions.reduce(0, +) }
  /// Whether the first alternative leads.
  public var firstLeads: Bool { margin >= 0 }
  /// The id of the alternative that leads; the first one in a tie.
  public var leader: String { firstLeads ? first : second }

  /// The margin without a criterion (an index), the others keeping their proportions; nil when no
  /// other has weight.
  public func margin(without criterion: Int) -> Double? {
    let rest = 1 - weights[criterion]
    guard weights.indices.contains(where: { $0 != criterion && weights[$0] > 0 }) else {
      return nil
    }
    let others = contributions.indices.reduce(0) { $1 == criterion ? $0 : $0 + contributions[$1] }
    return others / rest
  }

  /// The margin with the contribution of one criterion (an index) replaced by another measure of
  /// the same aim.
  ///
  /// - Parameter difference: the difference in value on the other measure, 0...1 between its anchors.
  public func margin(replacing criterion: Int, by difference: Double) -> Double {
    contributions.indices.reduce(0) {
      $0 + ($1 == criterion ? 100 * weights[criterion] * difference : contributions[$1])
    }
  }
}

/// A level that somebody chose, at its limit that is worse for the leader.
public struct DeclaredLevel: Sendable, Equatable {
  /// The performance.
  public let cell: CellReference
  /// The margin of the leader then, all other levels at their means, in points.
  public let margin: Double

  /// A level and the margin of the leader at its worse limit.
  public init(cell: CellReference, margin: Double) {
    self.cell = cell
    self.margin = margin
  }
}
