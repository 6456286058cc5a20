// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// How clearly the leader stands above the rest: a margin, a share of the simulation, a test of the
/// weights and a test of the evidence, joined.
///
/// A share alone misleads when two nearly equal alternatives are known well; a margin alone misleads
/// when the evidence is poor. Source: DecisionAnalysis.docc/Verdicts.md, "Classes"; the limits are
/// declared in the pack.
public struct Verdict: Sendable, Equatable {
  /// The class that documents word, the strongest first.
  public enum Class: String, Sendable, Equatable, CaseIterable {
    /// At least as good on everything listed.
    case betterOnEverything
    /// Fits clearly better.
    case fitsClearlyBetter
    /// Fits somewhat better.
    case fitsSomewhatBetter
    /// Too close to call.
    case closeCall
  }

  /// How a close call is worded.
  public enum CloseCall: String, Sendable, Equatable, CaseIterable {
    /// The difference is too small to speak of.
    case aboutTheSame
    /// The studies and the weights leave the order open.
    case cannotBeToldApart
    /// Something else keeps the leader from being named.
    case tooClose
  }

  /// The class.
  public let level: Class
  /// How it is close; `nil` unless the class is `closeCall`.
  public let closeCall: CloseCall?
  /// Everything that keeps the verdict out of the next stronger class, and what put it there.
  public let reasons: [VerdictReason]
  /// The id of the alternative with the highest expected value.
  public let leader: String
  /// The id of the alternative with the next highest expected value.
  public let challenger: String
  /// 100 (E V_leader - E V_challenger), in points of 100: the smallest difference to any other;
  /// never negative.
  public let margin: Double
  /// The share in which the leader comes first, 0...1; a tie counts in equal parts.
  public let share: Double
  /// Whether a class changed within the numeric error, so that the weaker one was taken.
  public let settledByNumericError: Bool
}

/// What put a verdict where it is.
public enum VerdictReason: Sendable, Equatable {
  /// The leader is at least as good on every criterion, and its worst limits on the rival's best.
  case dominatesWithinIntervals
  /// The leader is at least as good on every criterion by the estimates.
  case dominates
  /// The margin is below the limit of the next stronger class, in points of 100.
  case marginBelow(Double)
  /// The share, less the numeric error, is below the limit of the next stronger class (0...1).
  case shareBelow(Double)
  /// A small change of this weight would put another alternative first.
  case flipNearby(WeightTarget)
  /// A level that the studies leave open would make the two tie.
  case breakEvenInsideEvidence(CellReference)
  /// Nobody was asked for weights.
  case weightsNotElicited
  /// The estimates and the expected values have different leaders.
  case leadersDiffer
}

/// What a verdict is made from.
public struct VerdictEvidence: Sendable, Equatable {
  /// The id of the alternative that leads by the estimates.
  public var estimateLeader: String
  /// The id of the alternative with the highest expected value.
  public var leader: String
  /// The id of the one with the next highest expected value.
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

  /// Evidence about alternatives of which none stands above the leader by estimates.
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

  /// Expected totals that differ by less are equal: they are added up in single precision.
  static let rounding = 1e-7

  /// The evidence of a question from its closed forms and the simulation of its alternatives.
  ///
  /// - Throws: `AnalysisError.unknownAlternative` when one of them was not simulated.
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
    let highest = totals.reduce(-Double.infinity, max)
    let first =
      totals[leader] >= highest - Self.rounding
      ? leader : totals.indices.first { totals[$0] == highest } ?? leader
    /// A tie counts half for each.
    func over(_ one: Int, _ other: Int) -> Double {
      let share = simulation.pairwiseWinning[rows[one]][rows[other]]
      let tied = 1 - share - simulation.pairwiseWinning[rows[other]][rows[one]]
      return tied > 1e-9 ? share + tied / 2 : share
    }
    let rest = rows.indices.filter { $0 != first }
    let next = rest.reduce(-Double.infinity) { max($0, totals[$1]) }
    let near = rest.filter { totals[$0] >= next - Self.rounding }
    let rival =
      near.min {
        let (one, other) = (over($0, first), over($1, first))
        return one == other ? model.alternatives[$0] < model.alternatives[$1] : one > other
      } ?? rest[0]
    let beaten = rest.map { id in
      dominance.first {
        $0.dominant == model.alternatives[first] && $0.dominated == model.alternatives[id]
      }
    }
    estimateLeader = model.alternatives[leader]
    self.leader = model.alternatives[first]
    challenger = model.alternatives[rival]
    margin = max(0, 100 * (totals[first] - totals[rival]))
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

/// The declared limits of the verdict's classes.
///
/// No published consensus exists; a pack declares them and documents print them
/// (DecisionAnalysis.docc/Verdicts.md, "Limits").
public struct VerdictThresholds: Sendable, Equatable {
  /// Below this margin, in points of 100, two alternatives are about the same.
  public let sameBelow: Double
  /// From this margin, in points of 100, one can fit clearly better.
  public let clearFrom: Double
  /// From this share (0...1) one can fit somewhat better.
  public let somewhatShare: Double
  /// From this share one can fit clearly better.
  public let clearShare: Double
  /// From this share one that is at least as good on everything is better on everything.
  public let everythingShare: Double
  /// A flip within this share of a weight keeps it from being clear (0.25: 0.75 to 1.25 times it).
  public let flipWithin: Double

  /// Limits as declared; DecisionAnalysis.docc/Verdicts.md, "Classes", where left out.
  public init(
    sameBelow: Double = 2, clearFrom: Double = 5, somewhatShare: Double = 0.6,
    clearShare: Double = 0.8, everythingShare: Double = 0.95, flipWithin: Double = 0.25
  ) {
    self.sameBelow = sameBelow
    self.clearFrom = clearFrom
    self.somewhatShare = somewhatShare
    self.clearShare = clearShare
    self.everythingShare = everythingShare
    self.flipWithin = flipWithin
  }
}

extension Verdict {
  /// The verdict on the evidence, by the limits declared.
  ///
  /// Shares count less their numeric error, so that of two classes the weaker one is taken. Without
  /// weights that a person was asked for, and where estimates and expected values lead to different
  /// alternatives, no leader is named.
  public init(_ evidence: VerdictEvidence, thresholds: VerdictThresholds) {
    let cautious = Self.level(evidence, evidence.share - evidence.numericError, thresholds)
    let hopeful = Self.level(evidence, evidence.share + evidence.numericError, thresholds)
    level = cautious
    leader = evidence.leader
    challenger = evidence.challenger
    margin = evidence.margin
    share = evidence.share
    settledByNumericError = cautious != hopeful
    reasons = Self.reasons(evidence, cautious, thresholds)
    let surest = evidence.share - evidence.numericError
    closeCall =
      cautious != .closeCall
      ? nil
      : (evidence.margin < thresholds.sameBelow
        ? .aboutTheSame : (surest < thresholds.somewhatShare ? .cannotBeToldApart : .tooClose))
  }

  private static func level(
    _ evidence: VerdictEvidence, _ share: Double, _ limits: VerdictThresholds
  ) -> Class {
    if !evidence.weightsElicited || evidence.leader != evidence.estimateLeader {
      return .closeCall
    }
    // Equal but for rounding: no limit, however low, makes a leader of one of two that tie.
    let isTied = evidence.margin <= 100 * VerdictEvidence.rounding
    if isTied, !evidence.dominates { return .closeCall }
    if evidence.dominates,
      evidence.dominatesWithinIntervals || share >= limits.everythingShare
    {
      return .betterOnEverything
    }
    let isShaky =
      evidence.flips.contains { $0.isWithin(limits.flipWithin) }
      || evidence.breakEvens.contains(where: \.insideEvidence)
    if share >= limits.clearShare, evidence.margin >= limits.clearFrom, !isShaky {
      return .fitsClearlyBetter
    }
    let isSomewhat = share >= limits.somewhatShare && evidence.margin >= limits.sameBelow
    return isSomewhat ? .fitsSomewhatBetter : .closeCall
  }

  private static func reasons(
    _ evidence: VerdictEvidence, _ level: Class, _ limits: VerdictThresholds
  ) -> [VerdictReason] {
    var reasons: [VerdictReason] = []
    if !evidence.weightsElicited { reasons.append(.weightsNotElicited) }
    if evidence.leader != evidence.estimateLeader { reasons.append(.leadersDiffer) }
    if level == .betterOnEverything {
      return [evidence.dominatesWithinIntervals ? .dominatesWithinIntervals : .dominates]
    }
    if level == .fitsClearlyBetter { return reasons }
    let (margin, share) =
      level == .closeCall
      ? (limits.sameBelow, limits.somewhatShare) : (limits.clearFrom, limits.clearShare)
    if evidence.margin < margin { reasons.append(.marginBelow(margin)) }
    if evidence.share - evidence.numericError < share { reasons.append(.shareBelow(share)) }
    for pair in evidence.flips where pair.isWithin(limits.flipWithin) {
      reasons.append(.flipNearby(pair.target))
    }
    for breakEven in evidence.breakEvens where breakEven.insideEvidence {
      reasons.append(.breakEvenInsideEvidence(breakEven.cell))
    }
    return reasons
  }
}
