// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The answer to a question from all readings of the evidence.
///
/// Source: DecisionAnalysis.docc/Readings.md, "Readings joined".
public struct CombinedVerdict: Sendable, Equatable {
  /// The class that documents word.
  public enum Class: String, Sendable, Equatable, CaseIterable {
    /// Too close to call in every reading.
    case closeCall
    /// One fits somewhat better in every reading.
    case fitsSomewhatBetter
    /// One fits clearly better in every reading.
    case fitsClearlyBetter
    /// The readings differ.
    case dependsOnReading
  }

  /// One reading's part in the answer.
  public struct Part: Sendable, Equatable {
    /// The margin, first alternative minus second, in points.
    public let margin: Double
    /// How clearly the leader fits better.
    public let strength: VerdictStrength

    /// A margin and a strength.
    public init(margin: Double, strength: VerdictStrength) {
      self.margin = margin
      self.strength = strength
    }

    var firstLeads: Bool { margin >= 0 }
  }

  /// The class.
  public let level: Class
  /// Whether the first alternative is named; nil when none is.
  public let namesFirst: Bool?
  /// Where the readings differ in strength but not in direction: whether both point to the first;
  /// nil when they do not point the same way.
  public let pointsToFirst: Bool?
  /// What holds the answer back beside the rules of the readings.
  public let reasons: [StrengthReason]

  /// The answer of one or more readings.
  ///
  /// - Parameters:
  ///   - parts: the readings.
  ///   - limits: the declared limits.
  ///   - caps: what allows a somewhat better fit at most, whatever the readings say.
  public init(_ parts: [Part], limits: StrengthLimits, caps: [StrengthReason] = []) {
    let weakest = parts.reduce(VerdictStrength.clearly) { min($0, $1.strength) }
    let agree = Set(parts.map(\.firstLeads)).count == 1
    let isOpen = parts.allSatisfy { $0.strength == .none }
    if parts.isEmpty || isOpen {
      level = .closeCall
    } else if agree, weakest > .none {
      level = weakest == .clearly && caps.isEmpty ? .fitsClearlyBetter : .fitsSomewhatBetter
    } else {
      level = .dependsOnReading
    }
    let isNamed = level == .fitsClearlyBetter || level == .fitsSomewhatBetter
    namesFirst = isNamed ? parts[0].firstLeads : nil
    let points = agree && parts.allSatisfy { $0.margin.magnitude >= limits.sameBelow }
    pointsToFirst = level == .dependsOnReading && points ? parts[0].firstLeads : nil
    reasons = isNamed ? caps : []
  }
}
