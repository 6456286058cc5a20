// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// A condition over the facts of one person.
public indirect enum Condition: Sendable, Equatable {
  /// Bounds of a number; nil: no bound.
  public struct Bounds: Sendable, Equatable {
    /// Strictly below.
    public var below: Double?
    /// At most.
    public var atMost: Double?
    /// Strictly above.
    public var above: Double?
    /// At least.
    public var atLeast: Double?

    /// Whether a number lies within the bounds.
    public func contain(_ value: Double) -> Bool {
      below.map { value < $0 } ?? true && atMost.map { value <= $0 } ?? true
        && above.map { value > $0 } ?? true && atLeast.map { value >= $0 } ?? true
    }
  }

  /// All of them.
  case all([Condition])
  /// At least one of them.
  case any([Condition])
  /// At least a number of them.
  case atLeast(Int, [Condition])
  /// Not this.
  case not(Condition)
  /// Always true.
  case always
  /// A yes/no or choice fact has one of these values.
  case fact(String, isOneOf: [String])
  /// A number fact lies within bounds.
  case measure(String, Bounds)
  /// A fact that lists levels includes one of these.
  case levels(String, includeOneOf: [String])
  /// A fact that lists levels lists more than a number of them.
  case levelCount(String, moreThan: Int)
  /// The person is in one of these regions.
  case region([String])
  /// The person's sex.
  case sex(String)
  /// The person's age lies within bounds.
  case age(Bounds)
  /// One of these criteria has the largest weight.
  case topPriority([String])
  /// A condition that is defined once.
  case named(String)
}

extension Condition {
  /// What a condition asks of the person that is no fact: age, sex.
  var personNames: [String] {
    switch self {
    case .age: ["age"]
    case .sex: ["sex"]
    case .all(let parts), .any(let parts), .atLeast(_, let parts):
      parts.flatMap(\.personNames).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    case .not(let part): part.personNames
    default: []
    }
  }
}

/// A truth value of Kleene's strong three-valued logic: what is not known stays not known.
public enum Truth: String, Sendable, Equatable, CaseIterable {
  /// False.
  case no
  /// Not known.
  case unknown
  /// True.
  case yes

  /// A truth value from one of two-valued logic.
  public init(_ value: Bool) { self = value ? .yes : .no }

  /// True when all are true; false when one is false.
  public static func all(_ values: [Truth]) -> Truth {
    if values.contains(.no) { return .no }
    return values.contains(.unknown) ? .unknown : .yes
  }

  /// True when one is true; false when all are false.
  public static func any(_ values: [Truth]) -> Truth {
    if values.contains(.yes) { return .yes }
    return values.contains(.unknown) ? .unknown : .no
  }

  /// True when at least `count` are true whatever the unknown ones turn out to be.
  public static func atLeast(_ count: Int, _ values: [Truth]) -> Truth {
    let certain = values.count { $0 == .yes }
    if certain >= count { return .yes }
    return certain + values.count { $0 == .unknown } >= count ? .unknown : .no
  }

  /// The opposite; not known stays not known.
  public static prefix func ! (value: Truth) -> Truth {
    switch value {
    case .no: .yes
    case .unknown: .unknown
    case .yes: .no
    }
  }
}

/// Reads a condition from its element.
enum ConditionReader {
  /// The condition that an element holds as its only child.
  static func condition(inside parent: MarkupElement) -> Condition {
    parent.elements.first.map { read($0) } ?? .any([])
  }

  private static func read(_ element: MarkupElement) -> Condition {
    let decoder = ElementDecoder(file: "")
    let id = element.attribute("id") ?? ""
    switch element.name {
    case "all": return .all(element.elements.map(read))
    case "any": return .any(element.elements.map(read))
    case "atLeast":
      return .atLeast(
        decoder.count("count", of: element) ?? 0, element.elements.map(read))
    case "not": return .not(condition(inside: element))
    case "always": return .always
    case "fact": return .fact(id, isOneOf: decoder.ids("is", of: element))
    case "measure": return .measure(id, bounds(element))
    case "levels":
      if let limit = decoder.count("moreThan", of: element) {
        return .levelCount(id, moreThan: limit)
      }
      return .levels(id, includeOneOf: decoder.ids("include", of: element))
    case "region": return .region(decoder.ids("is", of: element))
    case "sex": return .sex(element.attribute("is") ?? "")
    case "age": return .age(bounds(element))
    case "topPriority": return .topPriority(decoder.ids("criteria", of: element))
    default: return .named(element.attribute("ref") ?? "")
    }
  }

  private static func bounds(_ element: MarkupElement) -> Condition.Bounds {
    let decoder = ElementDecoder(file: "")
    return Condition.Bounds(
      below: decoder.optionalNumber("below", of: element),
      atMost: decoder.optionalNumber("atMost", of: element),
      above: decoder.optionalNumber("above", of: element),
      atLeast: decoder.optionalNumber("atLeast", of: element))
  }
}

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
    case .always, .region, .sex, .age: return []
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
