// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What a verdict is made from.
public struct VerdictEvidence: Sendable, Equatable {
  /// The id of the alternative that leads by the estimates.
  public var estimateLeader: String
  /// The id of the alternative with the highest expected value.
  public var leader: String
  /// The id of the one that is most likely above it.
  public var challenger: String
  /// 100 (E V_leader - E V_challenger), in points of 100.
  public var margin: Double
  /// The share in which the leader comes first, 0...1.
  public var share: Double
  /// The numeric error of that share.
  public var numericError: Double
  /// Whether the leader is at least as good as every other on every criterion, by the estimates.
  public var dominates: Bool
  /// Whether the same holds between its worst limits and the best limits of every other.
  public var dominatesWithinIntervals: Bool
  /// The nearest flips of the leader by single criteria.
  public var flips: [WeightFlips]
  /// The break-evens between leader and challenger.
  public var breakEvens: [BreakEven]
  /// Whether a person was asked for the weights.
  public var weightsElicited: Bool

  /// Evidence from its parts, for alternatives of which none stands above the leader by estimates.
  public init(
    leader: String, challenger: String, margin: Double, share: Double, numericError: Double,
    dominates: Bool = false, dominatesWithinIntervals: Bool = false, flips: [WeightFlips] = [],
    breakEvens: [BreakEven] = [], weightsElicited: Bool = true
  ) {
    estimateLeader = leader
    self.leader = leader
    self.challenger = challenger
    self.margin = margin
    self.share = share
    self.numericError = numericError
    self.dominates = dominates
    self.dominatesWithinIntervals = dominatesWithinIntervals
    self.flips = flips
    self.breakEvens = breakEvens
    self.weightsElicited = weightsElicited
  }

  /// The evidence of a question from its closed forms and the simulation of its alternatives.
  ///
  /// - Throws: `AnalysisError.unknownAlternative` when the simulation lacks one of them.
  init(
    _ model: AdditiveModel, leader: Int, dominance: [Dominance], flips: [WeightFlips],
    breakEvens: [BreakEven], weightsElicited: Bool, simulation: SimulationResult
  ) throws(AnalysisError) {
    var rows: [Int] = []
    for id in model.alternatives {
      guard let row = simulation.alternatives.firstIndex(of: id) else {
        throw .unknownAlternative(id)
      }
      rows.append(row)
    }
    let totals = rows.map { simulation.meanTotals[$0] }
    // Of equal expected totals the leader by the estimates stands first.
    let order = [leader] + rows.indices.filter { $0 != leader }
    let first = order.reduce(leader) { totals[$1] > totals[$0] ? $1 : $0 }
    func over(_ one: Int, _ other: Int) -> Double {
      simulation.pairwiseWinning[rows[one]][rows[other]]
    }
    let rest = order.filter { $0 != first }
    let rival = rest.reduce(rest[0]) { over($1, first) > over($0, first) ? $1 : $0 }
    let beaten = rest.map { id in
      dominance.first {
        $0.dominant == model.alternatives[first] && $0.dominated == model.alternatives[id]
      }
    }
    estimateLeader = model.alternatives[leader]
    self.leader = model.alternatives[first]
    challenger = model.alternatives[rival]
    margin = 100 * (totals[first] - totals[rival])
    let isWhole = rows.count == simulation.alternatives.count
    share =
      rows.count == 2
      ? over(first, rival)
      : (isWhole ? simulation.firstRank(rows[first]) : rest.map { over(first, $0) }.min() ?? 0)
    numericError = simulation.numericError
    dominates = beaten.allSatisfy { $0 != nil }
    dominatesWithinIntervals = beaten.allSatisfy { $0?.holdsForIntervals ?? false }
    self.flips = flips
    self.breakEvens = breakEvens
    self.weightsElicited = weightsElicited
  }
}
