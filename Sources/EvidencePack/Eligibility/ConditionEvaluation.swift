// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Evaluates conditions for one person in three-valued logic.
public struct ConditionEvaluation: Sendable, Equatable {
  private let conditions: [String: Condition]
  private var facts: [String: FactValue]
  private let person: Person
  private let region: String
  /// The contradictions of the pack that are true of what was given.
  public private(set) var contradictions: [String] = []
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
    region = profile.setting.region
    self.topCriteria = topCriteria
    // All are looked for in what was given, before any fact is doubted.
    let found = rules.contradictions.filter { truth(of: $0.condition) == .yes }
    contradictions = found.map(\.id)
    let doubted = Set(found.flatMap(\.doubts))
    for id in doubted { facts[id] = .unknown }
    // A value that stands in never replaces one that was given, nor one to be asked again.
    for fact in rules.facts
    where !doubted.contains(fact.id) && facts[fact.id] ?? .unknown == .unknown {
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
    case .region(let regions): Truth(regions.contains(region))
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
