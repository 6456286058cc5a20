// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// How far one unsure level moves the margin between two alternatives.
///
/// The level's own quantity goes from its low to its high 95 % limit, all other quantities at their
/// means; what stands on it moves along. Margins are in points of 100, the first alternative minus the
/// second. Source: DecisionAnalysis.docc/Sensitivity.md, "Tornado";
/// DecisionAnalysis.docc/Readings.md, "Mean levels".
public struct LevelSwing: Sendable, Equatable {
  /// The performance that is moved; it may be that of an alternative that both stand on.
  public let cell: CellReference
  /// The margin with the own quantity at its low limit.
  public let marginAtLow: Double
  /// The margin with it at its high limit.
  public let marginAtHigh: Double
  /// The level of the performance, in the unit of the criterion, at which the two tie; nil when none
  /// between its limits makes them tie.
  public let tie: Double?

  /// The length of the swing.
  public var width: Double { (marginAtHigh - marginAtLow).magnitude }
  /// Whether one limit puts the one alternative ahead and the other limit the other.
  public var crossesZero: Bool { (marginAtLow < 0) != (marginAtHigh < 0) && width > 0 }
}

extension PairLevels {
  /// What counts as a tie, in points, when a level is checked that was worked out by a straight line.
  private static let tied = 1e-9

  /// The swings of every level that moves the margin, the widest first; equal ones in the order of
  /// criteria, then of rows.
  ///
  /// - Parameters:
  ///   - weights: the weights of the criteria.
  ///   - margin: the margin at the means.
  func swings(_ weights: [Double], margin: Double) -> [LevelSwing] {
    var swings: [LevelSwing] = []
    for (place, key) in unsureCells() {
      let base = margin - 100 * weights[place] * valueDifference(place)
      func moved(_ own: Double) -> Double {
        base + 100 * weights[place] * valueDifference(place) { $0 == key ? own : nil }
      }
      let limits = interval(of: key)
      let (low, high) = (moved(limits.low), moved(limits.high))
      guard (high - low).magnitude > WeightFlips.smallest else { continue }
      var tie: Double?
      if (low < 0) != (high < 0) {
        let own = limits.low + (limits.high - limits.low) * (low / (low - high))
        // The margin is a straight line in a sum and in a ratio, and a curve in an odds ratio.
        if moved(own).magnitude < Self.tied { tie = level(at: key, own: own) }
      }
      swings.append(
        LevelSwing(cell: reference(key), marginAtLow: low, marginAtHigh: high, tie: tie))
    }
    return swings.enumerated().sorted {
      ($1.element.width, $0.offset) < ($0.element.width, $1.offset)
    }.map(\.element)
  }
}
