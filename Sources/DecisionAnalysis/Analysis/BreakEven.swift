// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The level of one performance at which two alternatives would tie, all else at its estimate.
///
/// Without a shared baseline it is x* = v^-1(v_ak - (V_a - V_b) / w_k) (`decision-model.md` 2.6).
/// Where the rival stands on the moved cell, it moves along and x* solves the piecewise-linear
/// equation.
public struct BreakEven: Sendable, Equatable {
  /// The performance that is moved.
  public let cell: CellReference
  /// The id of the alternative that it is compared with.
  public let rival: String
  /// The level of the tie that is nearest to the estimate, in the unit of the criterion; `nil` when
  /// no level between the anchors makes them tie.
  public let level: Double?
  /// Whether that level lies inside the 95 % interval: within what the studies leave open.
  public let insideEvidence: Bool

  /// The break-even of the alternative at `alternative` against `rival` on a criterion (indices).
  ///
  /// `model` holds the values and weights of `problem`, which is valid.
  public init(
    _ problem: DecisionProblem, _ model: AdditiveModel, alternative: Int, rival: Int, criterion: Int
  ) {
    let line = LevelLead(problem, of: alternative, over: rival, criterion: criterion)
    self.init(
      line, rival: problem.alternatives[rival],
      base: model.lead(of: alternative, over: rival, without: criterion),
      weight: model.weights[criterion])
  }

  /// The break-even on a line, with the lead on everything else and the weight of the criterion.
  @inline(__always)
  init(_ line: LevelLead, rival: String, base: Double, weight: Double) {
    cell = line.cell
    self.rival = rival
    let tie = weight > 0 ? line.nearestZero(base: base, weight: weight) : nil
    level = tie
    insideEvidence = tie.map { line.interval.contains($0) } ?? false
  }
}
