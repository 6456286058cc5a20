// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Everything the closed forms and the simulation say about one question: which of these alternatives fits better.
///
/// Values are 0...1 between the anchors (1 is 100 points).
public struct QuestionAnalysis: Sendable, Equatable {
  /// Totals and contributions of the alternatives compared.
  public internal(set) var overall: OverallValue
  /// The id of the alternative with the highest total.
  public let leader: String
  /// The id of the next one.
  public let challenger: String
  /// The leader's total minus the challenger's; never negative.
  public let difference: Double
  /// How clearly one stands above the rest, by estimates, simulation, flips and evidence together.
  public let verdict: Verdict
  /// What it would be worth to know more; `nil` when it was not simulated for these alternatives.
  public let valueOfInformation: ValueOfInformation?
  /// The flips for each criterion, in order, over all alternatives compared.
  public let criterionFlips: [WeightFlips]
  /// The flips for each branch, in order, over all alternatives compared.
  public let branchFlips: [WeightFlips]
  /// The break-evens between leader and challenger: for each criterion the leader's cell, then the
  /// challenger's.
  public let breakEvens: [BreakEven]
  /// The bars of leader minus challenger, the widest first.
  public let tornado: [TornadoBar]
  /// Every dominance among the alternatives compared.
  public let dominance: [Dominance]
  /// The smallest change of weights to a tie of leader and challenger.
  public let smallestChange: SmallestChange?
  /// Whether the leader depends on the list of criteria.
  public let leaveOneOut: LeaveOneOut
}
