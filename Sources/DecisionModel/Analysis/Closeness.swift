// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// How clearly the leader stands above the challenger: the first cut, without simulation.
///
/// Neither a margin nor a chance alone says enough, so a margin, a weight test and an evidence test
/// are joined. Source: `decision-model.md` 2.8.
public struct Closeness: Sendable, Equatable {
  /// The class that documents word.
  public enum Level: String, Sendable, Equatable, CaseIterable {
    /// The difference is too small to speak of.
    case aboutTheSame
    /// The difference is small, or a small change of weights or evidence would undo it.
    case closeCall
    /// The leader fits better, and nothing small undoes it.
    case fitsBetter
  }

  /// The class.
  public let level: Level
  /// Everything that speaks for a weaker class; empty exactly when the leader fits better.
  public let reasons: [ClosenessReason]
  /// Whether the leader is at least as good on everything listed and better on one thing.
  public let leaderDominates: Bool

  /// The class of a difference V_a - V_b (in values) with its flips and break-evens.
  ///
  /// - Parameters:
  ///   - flips: the flips of single criteria.
  ///   - breakEvens: those between the leader and the challenger, on the cells of both.
  ///   - weightsElicited: whether a person was asked; if not, the class is a close call at best.
  public init(
    difference: Double, flips: [WeightFlips], breakEvens: [BreakEven], leaderDominates: Bool,
    weightsElicited: Bool, thresholds: ClosenessThresholds
  ) {
    var reasons: [ClosenessReason] = []
    let points = 100 * difference
    if points < thresholds.sameBelow {
      reasons.append(.differenceBelowSame)
    } else if points < thresholds.closeBelow {
      reasons.append(.differenceBelowClose)
    }
    for pair in flips where pair.all.contains(where: { $0.isWithin(thresholds.flipWithin) }) {
      reasons.append(.flipNearby(pair.target))
    }
    for breakEven in breakEvens where breakEven.insideEvidence {
      reasons.append(.breakEvenInsideEvidence(breakEven.cell))
    }
    if !weightsElicited { reasons.append(.weightsNotElicited) }
    self.reasons = reasons
    self.leaderDominates = leaderDominates
    level =
      reasons.contains(.differenceBelowSame)
      ? .aboutTheSame : (reasons.isEmpty ? .fitsBetter : .closeCall)
  }
}
