// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// How clearly the leader stands above the rest: a margin, a share of the simulation, a test of the
/// weights and a test of the evidence, joined.
///
/// A share alone misleads when two nearly equal alternatives are known well; a margin alone misleads
/// when the evidence is poor. Source: `decision-model.md` 2.8; the limits are declared in the pack.
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
  /// The id of the alternative that is most likely first instead.
  public let challenger: String
  /// 100 (E V_leader - E V_challenger), in points of 100; never negative.
  public let margin: Double
  /// The share in which the leader comes first, 0...1.
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
