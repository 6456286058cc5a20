// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

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
