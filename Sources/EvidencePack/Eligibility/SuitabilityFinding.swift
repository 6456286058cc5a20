// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What the rules find for one alternative and one person.
public struct SuitabilityFinding: Sendable, Equatable {
  /// The state of an alternative.
  ///
  /// An open fact never makes an alternative suit.
  public enum Status: String, Sendable, Equatable, CaseIterable {
    /// A rule says that it must not be done.
    case contraindicated
    /// A rule says that there is no reason to do it now.
    case notIndicated
    /// No rule speaks against it so far, and at least one that would is not settled.
    case open
    /// No rule speaks against it; at least one asks for care, or one that would is not settled.
    case caution
    /// No rule speaks against it.
    case noReasonAgainst
  }

  /// The id of the alternative.
  public var alternative: String
  /// The state.
  public var status: Status
  /// The rules that apply with an effect other than neutral, in the order of the pack.
  public var applying: [AppliedRule]
  /// The ids of rules that would speak against it, ask for care, or require something of everyone,
  /// and are not settled.
  public var openRules: [String]

  /// A rule that applies, and its effect.
  public struct AppliedRule: Sendable, Equatable {
    /// The id of the rule.
    public var rule: String
    /// The effect.
    public var effect: RuleEffect
  }

  /// Whether the alternative takes part in the weighing: nothing known speaks against it.
  public var takesPart: Bool { status != .contraindicated && status != .notIndicated }
}

extension EligibilityRules {
  /// What the rules find for an alternative.
  public func finding(
    for alternative: String, _ evaluation: ConditionEvaluation
  ) -> SuitabilityFinding {
    var applying: [SuitabilityFinding.AppliedRule] = []
    var open: [String] = []
    for rule in rules {
      let effect = rule.effect(on: alternative)
      switch evaluation.truth(of: rule.condition) {
      case .no: break
      case .yes:
        if effect != .neutral { applying.append(.init(rule: rule.id, effect: effect)) }
      case .unknown:
        // What is always required is asked for as well: unknown never means that it was done.
        let isNeeded = rule.group == .always && effect == .required
        if isNeeded || [.contraindicated, .notIndicated, .caution].contains(effect) {
          open.append(rule.id)
        }
      }
    }
    let effects = applying.map(\.effect)
    let openEffects = open.map { id in
      rules.first { $0.id == id }?.effect(on: alternative) ?? .neutral
    }
    let couldRuleOut = openEffects.contains { $0 == .contraindicated || $0 == .notIndicated }
    let status: SuitabilityFinding.Status
    if effects.contains(.contraindicated) {
      status = .contraindicated
    } else if effects.contains(.notIndicated) {
      status = .notIndicated
    } else if couldRuleOut {
      status = .open
    } else if effects.contains(.caution) || openEffects.contains(.caution) {
      // A caution that cannot be ruled out is one.
      status = .caution
    } else {
      status = .noReasonAgainst
    }
    return SuitabilityFinding(
      alternative: alternative, status: status, applying: applying, openRules: open)
  }
}
