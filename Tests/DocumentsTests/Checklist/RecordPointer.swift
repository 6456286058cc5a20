// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup
import Testing

/// A pointer into a record, followed by a reader of its own: names, one attribute or a place.
struct RecordPointer {
  /// One step: the place of a child among all children.
  typealias Path = [Int]

  /// The paths of all nodes that a pointer selects.
  static func nodes(_ pointer: String, in root: MarkupElement) throws -> [Path] {
    let steps = pointer.split(separator: "/").map(String.init)
    try #require(pointer.hasPrefix("/") && steps.first == "r:decisionRecord")
    try #require(root.name == "decisionRecord")
    var found: [(path: Path, element: MarkupElement)] = [([], root)]
    for step in steps.dropFirst() {
      found = try found.flatMap { try children(of: $0.element, step, at: $0.path) }
    }
    return found.map(\.path)
  }

  private static func children(
    of parent: MarkupElement, _ step: String, at path: Path
  ) throws -> [(Path, MarkupElement)] {
    let parts = step.split(separator: "[").map(String.init)
    let name = try #require(parts.first).replacing("r:", with: "")
    var named: [(Path, MarkupElement)] = []
    for (place, child) in parent.children.enumerated() {
      if case .element(let element) = child, element.name == name {
        named.append((path + [place], element))
      }
    }
    guard parts.count == 2 else { return named }
    let predicate = String(parts[1].dropLast())
    if let place = Int(predicate) {
      return named.indices.contains(place - 1) ? [named[place - 1]] : []
    }
    let sides = predicate.dropFirst().split(separator: "=", maxSplits: 1)
    try #require(sides.count == 2)
    let value = String(sides[1].dropFirst().dropLast())
    return named.filter { $0.1.attribute(String(sides[0])) == value }
  }
}

extension MarkupElement {
  /// The element at a path.
  func element(at path: RecordPointer.Path) -> MarkupElement? {
    guard let first = path.first else { return self }
    guard children.indices.contains(first), case .element(let child) = children[first] else {
      return nil
    }
    return child.element(at: Array(path.dropFirst()))
  }

  /// The tree with the element at a path replaced by what a function makes of it; nil: removed.
  func replacing(
    at path: RecordPointer.Path, _ change: (MarkupElement) -> MarkupElement?
  ) -> MarkupElement {
    guard let first = path.first, case .element(let child) = children[first] else { return self }
    var copy = self
    if path.count > 1 {
      copy.children[first] = .element(child.replacing(at: Array(path.dropFirst()), change))
    } else if let changed = change(child) {
      copy.children[first] = .element(changed)
    } else {
      copy.children.remove(at: first)
    }
    return copy
  }

  /// The element with all its text gone and all elements kept.
  var blanked: MarkupElement {
    var copy = self
    copy.children = children.compactMap {
      if case .element(let child) = $0 { .element(child.blanked) } else { nil }
    }
    return copy
  }
}
