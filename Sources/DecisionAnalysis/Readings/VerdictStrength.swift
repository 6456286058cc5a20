// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// How clearly one alternative fits better in one reading of the evidence.
public enum VerdictStrength: Int, Sendable, Equatable, CaseIterable, Comparable {
  /// None fits better.
  case none = 0
  /// One fits somewhat better.
  case somewhat = 1
  /// One fits clearly better.
  case clearly = 2

  /// The weaker is below the stronger.
  public static func < (one: VerdictStrength, other: VerdictStrength) -> Bool {
    one.rawValue < other.rawValue
  }
}

/// Why a verdict is not stronger.
public enum StrengthReason: Sendable, Equatable {
  /// The margin is too small to speak of.
  case aboutTheSame
  /// The studies and the answers leave the order open.
  case cannotBeToldApart
  /// Estimates and mean levels lead to different alternatives.
  case leadersDiffer
  /// It rests on one criterion (id).
  case hangsOn(String)
  /// It rests on the person's first priority (id), which nobody has been shown to feel.
  case hangsOnUnfelt(String)
  /// It rests on the person's first priority (id), where the difference is less than people find
  /// worthwhile.
  case belowWorthwhile(String)
  /// One number that was chosen could turn it; nil: all of them together could.
  case restsOnDeclared(CellReference?)
  /// A small change of this criterion's weight (id) turns it.
  case nearFlip(String)
  /// Another measure of the same aim leads to the other alternative.
  case otherMeasure
  /// Outcomes in which the two are alike are too unsure.
  case alikeOutcomesUnsure
  /// The person set a limit on this criterion (id), and the alternative that leads does not keep it in
  /// this reading.
  case pastLimit(String)
  /// The person set a limit on this criterion (id), and nobody knows whether the alternative that
  /// leads keeps it.
  case limitNotKnown(String)
  /// The person would rather not have the alternative that leads.
  case ratherNot
  /// The answers were given to an earlier list.
  case carriedAnswers
}

/// The limits of the rules; a pack declares them and documents print them.
///
/// Source: DecisionAnalysis.docc/Readings.md, "Strength".
public struct StrengthLimits: Sendable, Equatable {
  /// Below this margin, in points, two alternatives are about the same.
  public var sameBelow = 2.0
  /// From this margin, in points, one can fit clearly better.
  public var clearFrom = 5.0
  /// From this share (0...1) one can fit somewhat better.
  public var somewhatShare = 0.80
  /// From this share one can fit clearly better.
  public var clearShare = 0.95
  /// From this part of the largest weight a criterion is the person's own priority.
  public var ownShare = 0.5
  /// Below this share with the alike outcomes drawn none fits better.
  public var alikeSomewhat = 0.60
  /// Below this share with the alike outcomes drawn one fits somewhat better at most.
  public var alikeClear = 0.80
  /// A flip within this part of a weight is near.
  public var flipWithin = 0.25

  /// The limits of the specification.
  public init() {}

  /// Limits that are declared.
  public init(
    sameBelow: Double, clearFrom: Double, somewhatShare: Double, clearShare: Double,
    ownShare: Double, alikeSomewhat: Double, alikeClear: Double, flipWithin: Double
  ) {
    self.sameBelow = sameBelow
    self.clearFrom = clearFrom
    self.somewhatShare = somewhatShare
    self.clearShare = clearShare
    self.ownShare = ownShare
    self.alikeSomewhat = alikeSomewhat
    self.alikeClear = alikeClear
    self.flipWithin = flipWithin
  }
}

/// The verdict of one reading: how clearly the leader fits better, and why not more clearly.
public struct ReadingVerdict: Sendable, Equatable {
  /// How clearly.
  public let strength: VerdictStrength
  /// At `none` the one rule that took it; else every rule that holds it back, in the order of the
  /// rules.
  public let reasons: [StrengthReason]

  /// The verdict by the rules in their order.
  ///
  /// - Parameters:
  ///   - evidence: margins and shares.
  ///   - limits: the declared limits.
  public init(_ evidence: ReadingEvidence, limits: StrengthLimits) {
    var strength = VerdictStrength.clearly
    var reasons: [StrengthReason] = []
    for rule in StrengthRules.inOrder {
      for finding in rule.findings(evidence, limits) {
        if finding.cap == .none {
          self.strength = .none
          self.reasons = finding.reason.map { [$0] } ?? []
          return
        }
        strength = min(strength, finding.cap)
        if let reason = finding.reason { reasons.append(reason) }
      }
    }
    self.strength = strength
    self.reasons = reasons
  }

  /// No verdict, for a reason beside the rules.
  init(takenBy reason: StrengthReason) {
    strength = .none
    reasons = [reason]
  }
}

/// What a rule says: the strongest verdict that it allows, and why.
struct StrengthFinding: Sendable, Equatable {
  let cap: VerdictStrength
  /// Nil for the first rule, whose limits are the classes themselves.
  let reason: StrengthReason?
}

/// One rule of a verdict.
protocol StrengthRule: Sendable {
  /// What the rule says on the evidence; empty: it allows everything.
  static func findings(
    _ evidence: ReadingEvidence, _ limits: StrengthLimits
  ) -> [StrengthFinding]
}

/// The rules in the order in which they are asked.
enum StrengthRules {
  static let inOrder: [any StrengthRule.Type] = [
    MarginAndShare.self, SameLeader.self, NoMinorItem.self, NotOnDeclared.self, NoNearFlip.self,
    OtherMeasure.self, AlikeOutcomes.self,
  ]

  /// Whether the rules up to one of them, it among them, allow a verdict.
  static func allow(
    _ evidence: ReadingEvidence, _ limits: StrengthLimits, upTo last: any StrengthRule.Type
  ) -> Bool {
    for rule in inOrder {
      if rule.findings(evidence, limits).contains(where: { $0.cap == .none }) { return false }
      if rule == last { break }
    }
    return true
  }
}
