// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Evaluates conditions for one person in three-valued logic.
public struct ConditionEvaluation: Sendable, Equatable {
  private let conditions: [String: Condition]
  private var facts: [String: FactValue]
  private let person: Person
  private let topCriteria: [String]?

  /// An evaluation for a profile.
  ///
  /// - Parameters:
  ///   - rules: the facts and the conditions that are defined once.
  ///   - profile: the person.
  ///   - topCriteria: the criteria with the largest weight, or nil when weights were not asked.
  public init(
    rules: EligibilityRules, profile: PreferenceProfile, topCriteria: [String]?
  ) {
    conditions = rules.conditions
    facts = profile.facts
    person = profile.person
    self.topCriteria = topCriteria
    // A value that stands in never replaces one that was given.
    for fact in rules.facts where facts[fact.id] == nil || facts[fact.id] == .unknown {
      if let settled = fact.settled, truth(of: settled.condition) == .yes {
        facts[fact.id] = .named(settled.value)
      }
    }
  }

  /// The truth of a condition.
  ///
  /// A named condition that does not exist is not known.
  public func truth(of condition: Condition) -> Truth {
    switch condition {
    case .always: .yes
    case .all(let parts): .all(parts.map(truth))
    case .any(let parts): .any(parts.map(truth))
    case .atLeast(let count, let parts): .atLeast(count, parts.map(truth))
    case .not(let part): !truth(of: part)
    case .named(let id): conditions[id].map(truth) ?? .unknown
    case .fact(let id, let values):
      if case .named(let value)? = facts[id] { Truth(values.contains(value)) } else { .unknown }
    case .measure(let id, let bounds):
      if case .number(let value)? = facts[id] {
        Truth(bounds.contain(value.value))
      } else {
        .unknown
      }
    case .levels(let id, let wanted):
      if case .levels(let given)? = facts[id] {
        Truth(given.contains { wanted.contains($0) })
      } else {
        .unknown
      }
    case .levelCount(let id, let limit):
      if case .levels(let given)? = facts[id] { Truth(given.count > limit) } else { .unknown }
    case .sex(let sex): person.sex.map { Truth($0 == sex) } ?? .unknown
    case .age(let bounds): person.age.map { Truth(bounds.contain(Double($0))) } ?? .unknown
    case .topPriority(let wanted):
      topCriteria.map { top in Truth(top.contains { wanted.contains($0) }) } ?? .unknown
    }
  }

  /// The facts that are not known and leave a condition open, in the order of the condition;
  /// empty when the condition is settled.
  public func openFacts(in condition: Condition) -> [String] {
    guard truth(of: condition) == .unknown else { return [] }
    var result: [String] = []
    let parts: [Condition] =
      switch condition {
      case .all(let parts), .any(let parts), .atLeast(_, let parts): parts
      case .not(let part): [part]
      case .named(let id): conditions[id].map { [$0] } ?? []
      default: []
      }
    switch condition {
    case .fact(let id, _), .measure(let id, _), .levels(let id, _), .levelCount(let id, _):
      result.append(id)
    default: break
    }
    for part in parts {
      for id in openFacts(in: part) where !result.contains(id) { result.append(id) }
    }
    return result
  }
}
