// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Checks that a condition asks facts for what they can hold.
struct ConditionCheck {
  let rules: EligibilityRules
  let criteria: [String]

  /// What is wrong, as the end of a sentence.
  ///
  /// - Parameter path: the named conditions that the condition stands inside.
  func problems(in condition: Condition, inside path: Set<String> = []) -> [String] {
    switch condition {
    case .all(let parts), .any(let parts), .atLeast(_, let parts):
      return parts.isEmpty
        ? ["has no parts"] : parts.flatMap { problems(in: $0, inside: path) }
    case .not(let part): return problems(in: part, inside: path)
    case .named(let id):
      guard let part = rules.conditions[id] else {
        return ["names the condition \(id), which does not exist"]
      }
      if path.contains(id) { return ["names a condition that leads back to itself"] }
      return problems(in: part, inside: path.union([id]))
    case .always, .sex, .age: return []
    case .topPriority(let ids):
      return ids.filter { !criteria.contains($0) }.map {
        "names the criterion \($0), which does not exist"
      }
    case .fact(let id, let values):
      switch rules.fact(id)?.kind {
      case .yesNo?: return unknown(values, allowed: ["yes", "no"], fact: id)
      case .choice(let choices)?: return unknown(values, allowed: choices.map(\.id), fact: id)
      default: return ["asks \(id) for a yes or a choice, which it does not hold"]
      }
    case .measure(let id, _):
      if case .number? = rules.fact(id)?.kind { return [] }
      return ["asks \(id) for a number, which it does not hold"]
    case .levels(let id, _), .levelCount(let id, _):
      if case .levels? = rules.fact(id)?.kind { return [] }
      return ["asks \(id) for levels, which it does not hold"]
    }
  }

  private func unknown(_ values: [String], allowed: [String], fact: String) -> [String] {
    values.filter { !allowed.contains($0) }.map {
      "asks whether \(fact) is \($0), which it cannot be"
    }
  }
}
