// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup
import TestSupport

/// A random tree: names, attributes in any order, nested namespaces, all kinds of characters.
enum RandomTree {
  private static let starts = Array("abcxyzABZ_éΩ名")
  private static let others = Array("abzAZ09-._é\u{300}名")
  private static let namespaces = [nil, nil, "urn:a", "urn:b", "http://x.invalid/?y='1'"]
  private static let characters: [Character] = [
    "a", "Z", "0", " ", "\t", "\n", "\r", "\"", "'", "<", ">", "&", "]", ";", "#", "-", "\u{85}",
    "\u{A0}", "\u{2028}", "\u{FEFF}", "\u{D7FF}", "\u{E000}", "\u{FFFD}", "é", "e\u{301}", "م",
    "\u{202B}", "名", "\u{1F600}", "\u{10FFFF}", "\u{10000}", "\u{7F}",
  ]

  static func element(seed: UInt64) -> MarkupElement {
    var generator = SeededGenerator(seed: seed)
    return element(depth: 4, &generator)
  }

  private static func element(
    depth: Int, _ generator: inout SeededGenerator
  ) -> MarkupElement {
    let names = Set((0..<Int.random(in: 0...6, using: &generator)).map { _ in name(&generator) })
    let count = depth == 0 ? 0 : Int.random(in: 0...4, using: &generator)
    return MarkupElement(
      name(&generator),
      namespace: namespaces[Int.random(in: 0..<namespaces.count, using: &generator)],
      // Sorted first, so that the order of a set never matters.
      names.sorted().shuffled(using: &generator).map { MarkupAttribute($0, text(&generator)) },
      (0..<count).map { _ in
        Bool.random(using: &generator)
          ? .element(element(depth: depth - 1, &generator)) : .text(text(&generator))
      })
  }

  private static func name(_ generator: inout SeededGenerator) -> String {
    var result = String(starts[Int.random(in: 0..<starts.count, using: &generator)])
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      result.append(others[Int.random(in: 0..<others.count, using: &generator)])
    }
    // The names that begin with xml are kept for XML itself.
    return result.lowercased().hasPrefix("xml") ? "a" : result
  }

  /// Text that holds a letter: space alone between elements is layout and is not kept.
  private static func text(_ generator: inout SeededGenerator) -> String {
    var result = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
      characters[Int.random(in: 0..<characters.count, using: &generator)]
    }
    result.insert("x", at: Int.random(in: 0...result.count, using: &generator))
    return String(result)
  }

  /// The same tree with some of its nodes rendered before.
  static func partlyRendered(
    _ element: MarkupElement, inside outer: String?, seed: UInt64,
    _ render: (MarkupNode, String?) -> RenderedMarkup
  ) -> MarkupElement {
    var generator = SeededGenerator(seed: seed)
    let namespace = element.namespace ?? outer
    var result = element
    result.children = element.children.map { child in
      if Bool.random(using: &generator) { return .rendered(render(child, namespace)) }
      guard case .element(let inner) = child else { return child }
      return .element(
        partlyRendered(inner, inside: namespace, seed: generator.next(), render))
    }
    return result
  }
}

/// The seeds that every property is tried with.
let seeds: [UInt64] = Array(1...500)
